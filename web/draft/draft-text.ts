import { defineText } from '#shared/i18n/text'
import { storageText } from '../database/storage-text.ts'
import type { DraftRefusal } from './draft-change-store.ts'

export const draftText = defineText(
  {
    saved: 'Đã lưu trên máy này',
    saving: 'Đang lưu…',
    closedElsewhere: 'Phiếu này đã xong hoặc đã bỏ ở cửa sổ khác. Về trang đầu rồi mở phiếu mới.',
    justNow: 'vừa xong',
    minutes: (minutes: number) => `${minutes} phút`,
    hours: (hours: number) => `${hours} giờ`,
    days: (days: number) => `${days} ngày`,
    less: 'Bớt một',
    more: 'Thêm một',
    quantity: '× Số lượng',
    lotAndDate: 'Lô / hạn dùng',
    otherLot: 'Lô khác',
    drop: 'Bỏ dòng này',
    dropped: (goods: string) => `Đã bỏ ${goods}`,
    undo: 'Lấy lại',
    typeCode: 'Gõ mã',
    typeCodeTitle: 'Gõ số dưới mã vạch',
    typeCodeField: 'Số dưới mã vạch',
    notACode: 'Đây không phải mã. Bấm “Tìm hàng” để tìm theo tên.',
    take: 'Ghi',
    findGoods: 'Tìm hàng',
    noCodeGoods: 'Hàng không mã',
    howMany: (item: string) => `${item}: tất cả bao nhiêu?`,
    howManyField: 'Số lượng',
    countIn: 'Đếm theo',
    packOf: (unit: string, quantity: string) => `${unit} × ${quantity}`,
    packsAre: (count: string, unit: string, size: string, sum: string) =>
      `${count} ${unit} × ${size} = ${sum}`,
    unusual: (quantity: string) => `${quantity} là nhiều hơn mọi khi. Nếu đúng, bấm “Đúng, ghi”.`,
    unusualYes: 'Đúng, ghi',
    weigh: (unit: string) => `Nhập số ${unit}`,
    addNow: (quantity: string) => `Thêm ${quantity}`,
    putAside: 'Bỏ mã này',
    discard: 'Bỏ phiếu này',
    discardYes: 'Bỏ phiếu',
    waitingKnown: 'Chưa có số lượng',
    waitingFirst:
      'Còn hàng chưa có số lượng. Nhập số lượng ở ô vàng, hoặc bấm “Bỏ mã này”, rồi mới bấm Xong.',
  },
  {
    saved: 'Saved on this device',
    saving: 'Saving…',
    closedElsewhere:
      'This slip was finished or discarded in another window. Go to the first page and open a new one.',
    justNow: 'just now',
    minutes: (minutes) => `${minutes} min`,
    hours: (hours) => `${hours} h`,
    days: (days) => (days === 1 ? '1 day' : `${days} days`),
    less: 'One less',
    more: 'One more',
    quantity: '× Quantity',
    lotAndDate: 'Lot / date',
    otherLot: 'Another lot',
    drop: 'Drop this line',
    dropped: (goods) => `Dropped ${goods}`,
    undo: 'Take back',
    typeCode: 'Type code',
    typeCodeTitle: 'Type the number under the barcode',
    typeCodeField: 'Number under the barcode',
    notACode: 'This is no code. Press “Find goods” to look for it by name.',
    take: 'Set',
    findGoods: 'Find goods',
    noCodeGoods: 'No barcode',
    howMany: (item) => `${item}: how many in all?`,
    howManyField: 'Quantity',
    countIn: 'Count in',
    packOf: (unit, quantity) => `${unit} × ${quantity}`,
    packsAre: (count, unit, size, sum) => `${count} ${unit} × ${size} = ${sum}`,
    unusual: (quantity) => `${quantity} is more than usual. If it is right, press “Yes, set it”.`,
    unusualYes: 'Yes, set it',
    weigh: (unit) => `Enter the ${unit}`,
    addNow: (quantity) => `Add ${quantity}`,
    putAside: 'Drop this code',
    discard: 'Discard this slip',
    discardYes: 'Discard',
    waitingKnown: 'No quantity yet',
    waitingFirst:
      'Some goods have no quantity yet. Enter it in the yellow card, or press “Drop this code”, then finish.',
  },
)

export function sentenceForDraftRefusal(refusal: DraftRefusal, language: 'vi' | 'en'): string {
  return refusal.kind === 'draft-closed'
    ? draftText[language].closedElsewhere
    : storageText[language].refusal[refusal.kind]
}

/** How long ago something was scanned, in one short word. */
export function formatAgo(ms: number, text: (typeof draftText)['vi']): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return text.justNow
  if (minutes < 60) return text.minutes(minutes)
  return minutes < 1440 ? text.hours(Math.floor(minutes / 60)) : text.days(Math.floor(minutes / 1440))
}
