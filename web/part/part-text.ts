import { defineText } from '#shared/i18n/text'
import type { PartKind } from '#shared/part/part'
import { storageText } from '../database/storage-text.ts'
import type { TakeRefusal } from './take-picture.ts'

interface PartWords {
  readonly [key: string]: unknown
  readonly kind: Readonly<Record<PartKind, string>>
  readonly refusal: Readonly<
    Record<Exclude<TakeRefusal['kind'], keyof typeof storageText.vi.refusal>, string>
  >
}

export const partText = defineText(
  {
    kind: {
      picture: 'Ảnh',
      signature: 'Chữ ký',
      survey: 'Thông tin hộ',
      recipient: 'Thông tin người nhận',
    },
    take: 'Chụp ảnh',
    choose: 'Chọn ảnh có sẵn',
    pictures: (count: string, max: string) => `Ảnh: ${count} / ${max}`,
    reading: 'Đang cất ảnh…',
    number: (number: string) => `Ảnh ${number}`,
    kept: 'Đã lưu trên máy này',
    keptUnseen: 'Đã niêm phong, không xem lại được trên máy',
    onItsWay: 'Đã gửi hoặc đang gửi',
    takeOut: (number: string) => `Bỏ ảnh ${number}`,
    takeOutShort: 'Bỏ',
    tooLate: 'Ảnh này đã gửi hoặc đang gửi nên không bỏ được nữa.',
    full: (max: string) => `Đã đủ ${max} ảnh. Bỏ bớt một ảnh nếu muốn chụp lại.`,
    refusal: {
      'not-a-picture': 'Tệp này không phải ảnh, hoặc ảnh bị hỏng. Hãy chụp lại hoặc chọn ảnh khác.',
      'file-too-large': 'Tệp này lớn quá (trên 32 MB). Hãy chụp bằng nút “Chụp ảnh” hoặc chọn ảnh khác.',
      'part-too-large': 'Ảnh này lớn quá nên chưa lưu được. Hãy chụp lại.',
      'no-key': 'Máy chưa sẵn sàng giữ ảnh. Hãy mở ứng dụng một lần khi có mạng rồi chụp lại.',
    },
    waitingTitle: 'Ảnh và giấy tờ đang chờ gửi',
    refusedTitle: 'Ảnh và giấy tờ bị trả lại',
    refusedHint: 'Máy chủ đã giữ nguyên những gì nhận được để người phụ trách xem.',
    caseFile: (code: string) => `Hồ sơ ${code}`,
    again: 'Gửi lại như cũ',
    drop: 'Bỏ, có lý do',
    dropTitle: 'Bỏ mục này?',
    dropWhat: 'Nó không còn trên máy này nữa. Lý do và tên bạn được giữ lại.',
    dropReason: 'Lý do bỏ',
    dropReasonMissing: 'Chưa có lý do. Gõ vì sao bỏ, ví dụ “đã chụp lại”.',
  } satisfies PartWords,
  {
    kind: {
      picture: 'Picture',
      signature: 'Signature',
      survey: 'About the household',
      recipient: 'About the recipient',
    },
    take: 'Take a picture',
    choose: 'Choose a picture',
    pictures: (count: string, max: string) => `Pictures: ${count} / ${max}`,
    reading: 'Putting the picture away…',
    number: (number: string) => `Picture ${number}`,
    kept: 'Saved on this device',
    keptUnseen: 'Sealed; it cannot be seen again on this device',
    onItsWay: 'Sent or on its way',
    takeOut: (number: string) => `Remove picture ${number}`,
    takeOutShort: 'Remove',
    tooLate: 'This picture has been sent or is on its way, and cannot be removed any more.',
    full: (max: string) => `${max} pictures are enough. Remove one to take another.`,
    refusal: {
      'not-a-picture': 'This file is no picture, or it is damaged. Take it again or choose another.',
      'file-too-large': 'This file is too large (over 32 MB). Use “Take a picture” or choose another.',
      'part-too-large': 'This picture is too large to be saved. Take it again.',
      'no-key': 'This device cannot keep pictures yet. Open the app once with a network, then take it again.',
    },
    waitingTitle: 'Pictures and papers waiting to be sent',
    refusedTitle: 'Pictures and papers sent back',
    refusedHint: 'The server has kept what came as it is, for the person in charge to look at.',
    caseFile: (code: string) => `Case file ${code}`,
    again: 'Send again as it is',
    drop: 'Drop, with a reason',
    dropTitle: 'Drop this?',
    dropWhat: 'It leaves this device. The reason and your name are kept.',
    dropReason: 'Why it is dropped',
    dropReasonMissing: 'No reason yet. Say why, for example “taken again”.',
  },
)
