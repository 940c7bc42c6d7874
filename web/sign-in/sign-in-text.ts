import { defineText } from '#shared/i18n/text'

export const signInText = defineText(
  {
    title: 'Đăng nhập',
    who: 'Bạn là ai?',
    search: 'Tìm tên',
    pinOf: (name: string) => `Mã PIN của ${name}`,
    other: 'Chọn người khác',
    checking: 'Đang kiểm tra…',
    noStaff: 'Chưa có danh sách nhân viên',
    noStaffWhat:
      'Máy cần có mạng một lần để lấy danh sách về. Nếu đã có mạng mà vẫn trống, nhờ bàn điều hành thêm người và đặt mã PIN.',
    fetch: 'Lấy danh sách về',
    fetching: 'Đang lấy…',
    nobodyFound: 'Không thấy tên này. Gõ lại, có dấu hay không dấu đều được.',
    wrongPin: (triesLeft: string) => `Sai mã PIN. Còn ${triesLeft} lần thử.`,
    lockedOut: (wait: string) => `Sai nhiều lần nên tạm khóa. Thử lại sau ${wait}.`,
    unknownStaff: 'Người này không còn trong danh sách hoặc chưa có mã PIN. Nhờ bàn điều hành đặt mã PIN.',
    draftsStay: 'Phiếu đang mở vẫn còn nguyên.',
    forgotten: 'Quên mã PIN: đi tiếp chuyến giao',
    forgottenTitle: 'Đi tiếp không có mã PIN',
    forgottenRule:
      'Chuyến giao vẫn đi tiếp bằng mã hồ sơ và nhãn kiện. Máy không hiện tên và địa chỉ người nhận. Mỗi lần trao hàng được ghi là không có mã PIN, và điều phối sẽ hỏi lại. Có mạng thì nhờ bàn điều hành đặt mã PIN mới.',
    forgottenBack: 'Tôi nhớ mã PIN',
    noCouriers: 'Máy này chưa biết ai trong đội giao.',
  },
  {
    title: 'Sign in',
    who: 'Who are you?',
    search: 'Find a name',
    pinOf: (name: string) => `PIN of ${name}`,
    other: 'Choose somebody else',
    checking: 'Checking…',
    noStaff: 'No list of staff yet',
    noStaffWhat:
      'This device needs a network once to fetch the list. If it stays empty, ask the desk to add people and set their PIN.',
    fetch: 'Fetch the list',
    fetching: 'Fetching…',
    nobodyFound: 'No such name. Type it again, with or without accents.',
    wrongPin: (triesLeft: string) => `Wrong PIN. ${triesLeft} tries left.`,
    lockedOut: (wait: string) => `Too many wrong tries. Try again in ${wait}.`,
    unknownStaff: 'This person is no longer on the list or has no PIN. Ask the desk to set one.',
    draftsStay: 'Open drafts stay as they are.',
    forgotten: 'PIN forgotten: go on with the trip',
    forgottenTitle: 'Going on without a PIN',
    forgottenRule:
      'The trip goes on by case file codes and labels. The device shows no names or addresses. Each handover is noted as without a PIN, and the coordinator will ask about it. Where there is a network, ask the desk for a new PIN.',
    forgottenBack: 'I remember my PIN',
    noCouriers: 'This device knows no courier yet.',
  },
)
