import { assertNever } from '../assert.ts'
import { formatDay } from '../i18n/numbers.ts'
import { defineText, type Sentence } from '../i18n/text.ts'
import type { LotDateRefusal } from './lot-dates.ts'

export const lotText = defineText(
  {
    lot: (lotNumber: string) => `lô ${lotNumber}`,
    expires: (day: string) => `HSD ${day}`,
    bestBefore: (day: string) => `dùng tốt nhất trước ${day}`,
    daysLeft: (days: number) =>
      days > 0 ? `còn ${days} ngày` : days === 0 ? 'hết hạn hôm nay' : 'đã quá ngày',
    noDate: 'chưa có hạn',
  },
  {
    lot: (lotNumber) => `lot ${lotNumber}`,
    expires: (day) => `expires ${day}`,
    bestBefore: (day) => `best before ${day}`,
    daysLeft: (days) =>
      days > 1 ? `${days} days left` : days === 1 ? '1 day left' : days === 0 ? 'last day' : 'past its day',
    noDate: 'no date yet',
  },
)

export function sentenceForLotDate(refusal: LotDateRefusal): Sentence {
  switch (refusal.kind) {
    case 'day-impossible':
      return {
        vi: `Không có ngày ${refusal.typed}. Xem lại hạn in trên bao bì rồi bấm lại.`,
        en: `There is no day ${refusal.typed}. Look at the date on the pack and key it in again.`,
      }
    case 'made-in-future':
      return {
        vi: `Ngày sản xuất ${formatDay(refusal.madeOn)} chưa tới. Có thể đó là hạn dùng: bấm vào ô hạn dùng.`,
        en: `The production day ${formatDay(refusal.madeOn)} has not come yet. It may be the expiry date: enter it there.`,
      }
    case 'months-not-whole':
      return {
        vi: 'Số tháng phải từ 1 đến 240. Bấm lại.',
        en: 'Months must be from 1 to 240. Key them in again.',
      }
    case 'lot-expired':
      return {
        vi: `Hàng hết hạn ngày ${formatDay(refusal.expiresOn)}, không nhận: để riêng và báo hủy.`,
        en: `These goods expired on ${formatDay(refusal.expiresOn)} and are not taken: put them aside and report them for disposal.`,
      }
    case 'day-too-far':
      return {
        vi: `Hạn ${formatDay(refusal.day)} xa quá. Xem lại năm in trên bao bì rồi bấm lại.`,
        en: `The date ${formatDay(refusal.day)} is too far away. Look at the year on the pack and key it in again.`,
      }
    default:
      return assertNever(refusal)
  }
}
