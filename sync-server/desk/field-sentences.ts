import type { Sentence } from '#shared/i18n/text'

/** What to say about a field that does not have the right shape, by the field's name. */
export const SENTENCE_BY_FIELD: Readonly<Record<string, Sentence>> = {
  name: { vi: 'Hãy nhập tên, không để trống.', en: 'Enter a name; it cannot be empty.' },
  nameEn: { vi: 'Tên tiếng Anh dài tối đa 200 chữ.', en: 'The English name may have 200 letters.' },
  userName: {
    vi: 'Tên đăng nhập cần 2 đến 40 chữ không dấu, số hoặc dấu . _ -',
    en: 'The user name needs 2 to 40 plain letters, digits or . _ -',
  },
  password: { vi: 'Mật khẩu cần ít nhất 10 ký tự.', en: 'The password needs at least 10 characters.' },
  pin: { vi: 'Mã PIN phải đúng 6 chữ số.', en: 'The PIN must have exactly 6 digits.' },
  role: {
    vi: 'Hãy chọn vai trò: thủ kho, đội giao, xác minh, điều phối, giám sát hoặc quản trị.',
    en: 'Choose a role: keeper, courier, verifier, coordinator, auditor or admin.',
  },
  warehouseId: { vi: 'Hãy chọn kho.', en: 'Choose a warehouse.' },
  code: {
    vi: 'Mã chỉ gồm chữ, số và các dấu . / - và không để trống.',
    en: 'A code has only letters, digits and . / - and cannot be empty.',
  },
  gtin: {
    vi: 'Mã vạch phải có 8, 12, 13 hoặc 14 chữ số và đúng số kiểm tra. Hãy quét lại hoặc gõ lại.',
    en: 'A barcode has 8, 12, 13 or 14 digits and a right check digit. Scan or type it again.',
  },
  category: { vi: 'Hãy chọn một nhóm trong danh sách.', en: 'Choose one of the listed categories.' },
  subCategory: {
    vi: 'Nhóm con này không thuộc nhóm đã chọn. Hãy chọn lại.',
    en: 'This sub-category is not part of the chosen category. Choose again.',
  },
  baseUnit: { vi: 'Hãy chọn: cái, gam hoặc mililít.', en: 'Choose: piece, gram or millilitre.' },
  unit: { vi: 'Hãy nhập đơn vị, ví dụ “gói”, “kg”.', en: 'Enter the unit, for example “pack” or “kg”.' },
  packs: {
    vi: 'Mỗi quy cách cần đơn vị và số lượng nguyên, ví dụ thùng 24.',
    en: 'Each pack needs a unit and a whole quantity, for example carton 24.',
  },
  dates: {
    vi: 'Hãy chọn: có hạn sử dụng, dùng tốt nhất trước, hoặc không có hạn.',
    en: 'Choose: expiry date, best before, or none.',
  },
  provinceCode: { vi: 'Hãy chọn tỉnh, thành.', en: 'Choose a province.' },
  communeCode: {
    vi: 'Hãy chọn xã, phường của đúng tỉnh, thành đã chọn.',
    en: 'Choose a commune of the chosen province.',
  },
  consent: {
    vi: 'Hãy gửi đúng bản lời đồng ý mà người yêu cầu đã nghe hoặc đọc, ví dụ 2026-11.',
    en: 'Send the version of the text that was agreed to, such as 2026-11.',
  },
  householdSize: {
    vi: 'Số người phải là số nguyên từ 1 trở lên.',
    en: 'The number of people must be a whole number from 1.',
  },
  needs: {
    vi: 'Mỗi nhu cầu cần một nhóm hàng hoặc mặt hàng, số lượng nguyên từ 1 trở lên và đơn vị.',
    en: 'Each need has a category or an item, a whole quantity from 1, and a unit.',
  },
  person: {
    vi: 'Tên tối đa 200 chữ, điện thoại 40, địa chỉ 300.',
    en: 'A name may have 200 letters, a phone number 40, an address 300.',
  },
  household: {
    vi: 'Có ô về người chưa đúng: tên tối đa 200 chữ, năm sinh 4 chữ số, địa chỉ 300 chữ, cách tìm nhà 500 chữ, tối đa 30 người.',
    en: 'Something about the persons is not right: a name may have 200 letters, a year of birth 4 digits, an address 300 letters, how to find the house 500; 30 persons at most.',
  },
  changedAt: { vi: 'Hãy tải lại trang rồi sửa lại.', en: 'Reload the page and change it again.' },
  asks: {
    vi: 'Hãy chọn điều người này yêu cầu: xem, sửa, nhận bản sao hoặc xóa.',
    en: 'Choose what the person asks: to see, correct, get a copy or erase.',
  },
  requester: {
    vi: 'Hãy ghi ai yêu cầu và liên lạc lại bằng cách nào, tối đa 500 chữ.',
    en: 'Write who asks and how to reach them, in 500 letters at most.',
  },
  receivedOn: {
    vi: 'Ngày phải có thật, viết như 2026-12-31.',
    en: 'The day must exist and be written like 2026-12-31.',
  },
  outcome: { vi: 'Hãy chọn kết quả.', en: 'Choose how it ended.' },
  tick: { vi: 'Hãy chọn tích xanh, vàng hoặc đỏ.', en: 'Choose a green, yellow or red tick.' },
  until: {
    vi: 'Ngày phải có thật, viết như 2026-12-31.',
    en: 'The day must exist and be written like 2026-12-31.',
  },
  courierId: { vi: 'Hãy chọn người giao.', en: 'Choose a courier.' },
  vehicle: { vi: 'Tên xe dài tối đa 60 chữ.', en: 'The vehicle may have 60 letters.' },
  plate: { vi: 'Biển số dài tối đa 20 chữ.', en: 'The plate may have 20 letters.' },
  dayOn: { vi: 'Hãy chọn ngày đi, có thật.', en: 'Choose the day of the trip; it must exist.' },
  driver: {
    vi: 'Hãy ghi tên lái xe, tối đa 100 chữ; điện thoại tối đa 40.',
    en: 'Enter the name of the driver, 100 letters at most; a phone number has 40 at most.',
  },
  stops: {
    vi: 'Hãy tải lại chuyến rồi xếp lại các điểm giao.',
    en: 'Reload the trip and order its stops again.',
  },
  toId: { vi: 'Hãy chọn chuyến muốn đưa sang.', en: 'Choose the trip to move to.' },
  consignmentIds: { vi: 'Hãy chọn ít nhất một kiện.', en: 'Choose at least one consignment.' },
  note: {
    vi: 'Hãy viết đã xử lý thế nào, tối đa 500 chữ.',
    en: 'Write what was done, in 500 letters at most.',
  },
  key: { vi: 'Hãy chọn điểm cần kiểm tra.', en: 'Choose a finding.' },
  version: { vi: 'Hãy tải lại trang rồi sửa lại.', en: 'Reload the page and change it again.' },
  page: { vi: 'Số trang phải từ 1 trở lên.', en: 'Pages count from 1.' },
  limit: { vi: 'Mỗi trang có từ 1 đến 200 dòng.', en: 'A page has 1 to 200 rows.' },
  active: { vi: 'Hãy chọn còn làm hay đã nghỉ.', en: 'Choose whether this person still works here.' },
  text: { vi: 'Hãy chọn một tệp CSV.', en: 'Choose a CSV file.' },
  commit: { vi: 'Hãy nói rõ là xem thử hay nhập thật.', en: 'Say whether this is a preview or an import.' },
}

export const UNKNOWN_FIELD: Sentence = {
  vi: 'Ô này không đúng hoặc không có trong mẫu. Hãy tải lại trang rồi thử lại.',
  en: 'This field is not right or is not part of the form. Reload the page and try again.',
}
