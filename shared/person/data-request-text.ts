import { defineText } from '../i18n/text.ts'
import type { DataAsk, DataOutcome, DataStep } from './data-request.ts'
import type { ReadReason } from './read-reason.ts'

interface DataRequestWords {
  readonly [key: string]: Readonly<Record<string, string>>
  readonly asks: Readonly<Record<DataAsk, string>>
  readonly outcome: Readonly<Record<DataOutcome, string>>
  readonly step: Readonly<Record<DataStep, string>>
  readonly why: Readonly<Record<ReadReason, string>>
}

export const dataRequestText = defineText(
  {
    asks: { see: 'xem dữ liệu của mình', correct: 'sửa cho đúng', copy: 'nhận bản sao', erase: 'xóa' },
    outcome: {
      done: 'đã làm xong',
      'nobody-found': 'không có dữ liệu về người này',
      'not-the-person': 'không chứng minh được là chính người ấy',
    },
    step: {
      opened: 'ghi nhận yêu cầu',
      searched: 'tìm người',
      shown: 'xem',
      corrected: 'sửa',
      'handed-out': 'trao bản sao',
      erased: 'xóa',
      closed: 'kết thúc',
    },
    why: {
      'case-file': 'mở hồ sơ',
      'id-numbers': 'hiện số CCCD',
      'personal-data': 'yêu cầu về dữ liệu cá nhân',
      'hand-out': 'trao bản sao cho người được ghi',
      trip: 'chuyến giao',
      visit: 'đi khảo sát',
      picture: 'xem ảnh',
      signature: 'xem chữ ký',
      survey: 'xem phiếu khảo sát',
      recipient: 'xem người nhận',
      merge: 'so hồ sơ trùng',
      message: 'nhắn tin',
    },
  } satisfies DataRequestWords,
  {
    asks: {
      see: 'to see their data',
      correct: 'to have it corrected',
      copy: 'to get a copy',
      erase: 'to be erased',
    },
    outcome: {
      done: 'done',
      'nobody-found': 'nothing is held about this person',
      'not-the-person': 'could not show to be that person',
    },
    step: {
      opened: 'request written down',
      searched: 'person looked for',
      shown: 'shown',
      corrected: 'corrected',
      'handed-out': 'copy handed out',
      erased: 'erased',
      closed: 'closed',
    },
    why: {
      'case-file': 'case file opened',
      'id-numbers': 'ID numbers shown',
      'personal-data': 'request about personal data',
      'hand-out': 'copy for the person',
      trip: 'trip',
      visit: 'survey visit',
      picture: 'picture looked at',
      signature: 'signature looked at',
      survey: 'survey looked at',
      recipient: 'recipient looked at',
      merge: 'duplicates compared',
      message: 'message sent',
    },
  },
)
