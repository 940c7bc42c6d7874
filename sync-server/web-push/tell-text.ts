import { defineText } from '#shared/i18n/text'

export const tellText = defineText(
  {
    title: 'Tin báo',
    offer:
      'Khi yêu cầu sang bước mới, máy này hiện một tin báo, cả khi trang này đã đóng. Đừng bật trên máy dùng chung.',
    on: 'Báo cho tôi trên máy này',
    isOn: 'Máy này sẽ báo khi yêu cầu sang bước mới.',
    off: 'Thôi báo',
    denied:
      'Máy này đang chặn tin báo từ trang này. Hãy cho phép thông báo trong phần cài đặt của trang, rồi bấm lại.',
    failed:
      'Máy này hiện không nhận được tin báo. Hãy thử lại sau; trang này vẫn luôn cho biết yêu cầu đang ở đâu.',
    offline: 'Không liên lạc được với kho. Hãy thử lại khi có mạng.',
    serviceUnknown:
      'Máy này nhận tin báo qua một nơi mà kho không biết, nên kho không gửi tới được. Hãy mở lại trang này để xem.',
    unreadable: 'Máy này gửi lên một địa chỉ nhận tin không dùng được. Hãy mở lại trang rồi thử lại.',
    notHere: 'Kho này chưa gửi tin báo. Hãy mở lại trang này để xem.',
    noCode: 'Không thấy yêu cầu nào có mã này.',
    tooMany: (minutes: number) => `Từ nơi này đã bật nhiều lần. Hãy thử lại sau ${minutes} phút.`,
  },
  {
    title: 'Notices',
    offer:
      'When your request moves on, this device shows a notice, also while this page is closed. Do not turn it on where others use the device too.',
    on: 'Tell me on this device',
    isOn: 'This device will tell you when your request moves on.',
    off: 'Stop telling me',
    denied:
      'This device blocks notices from this page. Allow notifications in the settings of this page, then press again.',
    failed:
      'This device cannot receive notices at present. Try again later; this page always says where your request is.',
    offline: 'The warehouse cannot be reached. Try again when there is a network.',
    serviceUnknown:
      'This device receives notices by way of a service that we do not know, so we cannot send any there. Open this page again to look.',
    unreadable:
      'This device sent an address for notices that cannot be used. Open the page again and try once more.',
    notHere: 'This warehouse does not send notices yet. Open this page again to look.',
    noCode: 'There is no request with this code.',
    tooMany: (minutes) => `It was turned on many times from here. Try again in ${minutes} minutes.`,
  },
)
