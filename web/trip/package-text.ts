import { defineText } from '#shared/i18n/text'

/** Words of what a phone was given of a household, for whatever it was given. */
export const packageText = defineText(
  {
    call: (phone: string) => `Gọi ${phone}`,
    address: 'Địa chỉ',
    howToFind: 'Cách tìm',
    noName: 'Chưa rõ tên',
    openMap: 'Mở bản đồ',
    noPlace: 'Hồ sơ chưa ghi vị trí.',
    pinOf: (name: string) => `Mã PIN của ${name}`,
    checking: 'Đang mở…',
    wrongPin: (triesLeft: string) => `Sai mã PIN. Còn ${triesLeft} lần thử.`,
    keyShut: 'Mã PIN vừa được đặt lại. Nối mạng một lúc rồi thử lại.',
    seeNames: 'Xem tên và địa chỉ',
  },
  {
    call: (phone) => `Call ${phone}`,
    address: 'Address',
    howToFind: 'How to find it',
    noName: 'Name not known',
    openMap: 'Open the map',
    noPlace: 'The case file names no place.',
    pinOf: (name) => `PIN of ${name}`,
    checking: 'Opening…',
    wrongPin: (triesLeft) => `Wrong PIN. ${triesLeft} tries left.`,
    keyShut: 'The PIN was set anew. Connect for a moment and try again.',
    seeNames: 'See names and addresses',
  },
)
