import { defineText } from '../i18n/text.ts'
import type { LifeStep, RefusalReason, RequestSource } from './life.ts'

interface LifeWords {
  readonly [key: string]: Readonly<Record<string, string>>
  readonly step: Readonly<Record<LifeStep, string>>
  readonly source: Readonly<Record<RequestSource, string>>
  readonly reason: Readonly<Record<RefusalReason, string>>
}

export const lifeText = defineText(
  {
    step: {
      survey: 'Chờ khảo sát',
      verification: 'Đang xác minh',
      published: 'Đã xác minh, chờ giúp',
      planned: 'Đã chuẩn bị đồ',
      help: 'Đang giúp',
      confirmed: 'Đã xác nhận',
      refused: 'Không giúp được',
    },
    source: {
      public: 'trang Cần giúp',
      desk: 'bàn điều hành',
      phone: 'điện thoại',
      csv: 'danh sách',
      hook: 'kênh khác',
      field: 'khảo sát',
    },
    reason: {
      'not-found': 'Không tìm được nhà hoặc không liên lạc được',
      'already-helped': 'Vừa được giúp rồi',
      'not-in-need': 'Hoàn cảnh không như yêu cầu',
      'other-organisation': 'Nơi khác đã nhận giúp',
      'not-possible': 'Hiện không có cách giúp',
      withdrawn: 'Người yêu cầu rút lại',
    },
    event: {
      received: 'Nhận yêu cầu',
      changed: 'Sửa hồ sơ',
      assigned: 'Giao khảo sát cho',
      surveyed: 'Đã khảo sát',
      'pre-checked': 'Kiểm tra sơ bộ',
      'ticked-green': 'Tích xanh',
      'ticked-yellow': 'Tích vàng',
      'ticked-red': 'Tích đỏ',
      'withdrawn-green': 'Rút tích',
      'withdrawn-yellow': 'Rút tích xanh, còn tích vàng',
      'withdrawn-red': 'Rút tích',
      published: 'Đăng lên',
      planned: 'Xếp chuyến giao',
      dispatched: 'Xuất kho',
      departed: 'Xe lên đường',
      'handed-over': 'Trao tận nơi',
      confirmed: 'Đủ xác nhận',
      returned: 'Đồ quay về kho',
      refused: 'Từ chối',
      merged: 'Gộp',
      unmerged: 'Tách ra',
      erased: 'Xóa thông tin người',
    },
  } satisfies LifeWords,
  {
    step: {
      survey: 'Waits for a survey',
      verification: 'Being verified',
      published: 'Verified, waits for help',
      planned: 'Goods prepared',
      help: 'Being helped',
      confirmed: 'Confirmed',
      refused: 'Not helped',
    },
    source: {
      public: 'the public form',
      desk: 'the desk',
      phone: 'the phone',
      csv: 'a list',
      hook: 'another channel',
      field: 'a survey',
    },
    reason: {
      'not-found': 'House not found or nobody reached',
      'already-helped': 'Has just been helped',
      'not-in-need': 'Another situation than the request says',
      'other-organisation': 'Somebody else has taken it on',
      'not-possible': 'No way to help at present',
      withdrawn: 'Withdrawn by whoever asked',
    },
    event: {
      received: 'Request received',
      changed: 'Case file changed',
      assigned: 'Survey assigned to',
      surveyed: 'Surveyed',
      'pre-checked': 'Pre-check',
      'ticked-green': 'Green tick',
      'ticked-yellow': 'Yellow tick',
      'ticked-red': 'Red tick',
      'withdrawn-green': 'Tick taken back',
      'withdrawn-yellow': 'Green tick taken back, yellow left',
      'withdrawn-red': 'Tick taken back',
      published: 'Published',
      planned: 'Put on a trip',
      dispatched: 'Dispatched',
      departed: 'On the way',
      'handed-over': 'Handed over',
      confirmed: 'All confirmations in',
      returned: 'Goods came back',
      refused: 'Refused',
      merged: 'Joined',
      unmerged: 'Taken apart',
      erased: 'Persons erased',
    },
  },
)
