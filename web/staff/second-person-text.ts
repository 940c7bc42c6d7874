import { defineText } from '#shared/i18n/text'

export const secondPersonText = defineText(
  {
    agree: 'Người thứ hai đồng ý',
    secondPerson: 'Người thứ hai là ai?',
    secondHow: 'Ghi lý do trước, rồi người ấy bấm tên mình và gõ mã PIN.',
    reasonHint: 'Không ghi tên, số điện thoại hay địa chỉ của người nhận.',
    noOther:
      'Máy này chưa biết ai khác có mã PIN trong kho. Nhờ người điều phối thêm người, rồi nối mạng một lúc.',
    pinOf: (name: string) => `Mã PIN của ${name}`,
    agreedBy: (name: string, reason: string) => `${name} đã đồng ý: ${reason}`,
    pinWrong: (triesLeft: number) => `Mã PIN chưa đúng. Còn ${triesLeft} lần thử.`,
    pinLocked: (time: string) => `Sai quá nhiều lần. Đợi đến ${time} rồi thử lại.`,
    pinUnknown: 'Người này không còn trong danh sách của kho. Chọn người khác.',
  },
  {
    agree: 'A second person agrees',
    secondPerson: 'Who is the second person?',
    secondHow: 'Write the reason first; then that person presses their name and types their PIN.',
    reasonHint: 'No names, phone numbers or addresses of the people who receive.',
    noOther:
      'This device knows nobody else with a PIN. Ask a coordinator to add somebody, then connect for a moment.',
    pinOf: (name) => `PIN of ${name}`,
    agreedBy: (name, reason) => `${name} agreed: ${reason}`,
    pinWrong: (triesLeft) => `Wrong PIN. ${triesLeft === 1 ? '1 try' : `${triesLeft} tries`} left.`,
    pinLocked: (time) => `Wrong too often. Wait until ${time} and try again.`,
    pinUnknown: 'This person is no longer on the list of the warehouse. Choose somebody else.',
  },
)
