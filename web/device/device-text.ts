import { defineText } from '#shared/i18n/text'

/** What every screen of the tablet may say of the device. */
export const deviceText = defineText(
  {
    badge: {
      online: 'Trực tuyến',
      offline: 'Ngoại tuyến',
      unreached: 'Chưa gặp máy chủ',
      network: 'Có mạng',
      fetching: (count: string) => `Đang lấy dữ liệu… ${count}`,
      allSent: 'đã gửi hết',
      unsent: (count: string) => `${count} chưa gửi`,
      refused: (count: string) => `${count} bị trả lại`,
      lastContact: (when: string) => `liên lạc cuối ${when}`,
      neverContacted: 'chưa liên lạc lần nào',
      open: 'Xem tình trạng máy',
      notEnrolled: 'Chưa ghép kho',
    },
    update: {
      ready: 'Có bản mới. Cập nhật khi rảnh tay.',
      replaced: 'Bản mới đã sẵn sàng. Tải lại khi xong việc.',
      accept: 'Cập nhật',
      reload: 'Tải lại',
    },
    bar: {
      revoked:
        'Máy này đã bị thu hồi. Ngừng ghi trên máy này và báo người phụ trách kho; những gì chưa gửi vẫn còn.',
      tooOld: 'Ứng dụng trên máy này đã cũ nên chưa gửi được. Bấm “Cập nhật”; không mất gì cả.',
      wiped:
        'Bộ nhớ của trình duyệt đã bị xóa. Những gì chưa gửi đã được lấy lại từ bản ghi dự phòng. Hãy xem lại mục Chưa gửi.',
      partsBroken:
        'Chỗ lưu ảnh trên máy này chưa mở được. Hãy đóng ứng dụng rồi mở lại; đừng xóa dữ liệu của trình duyệt.',
      partsLost: (count: string) =>
        `Bộ nhớ của trình duyệt đã bị xóa: ${count} ảnh hoặc giấy tờ chưa gửi đã mất. Hãy chụp hoặc ghi lại.`,
      clockOff: (minutes: string) =>
        `Đồng hồ máy lệch ${minutes} phút. Hãy bật “Ngày giờ tự động” trong cài đặt của máy.`,
      busy: 'Máy chủ đang bận. Máy sẽ tự gửi lại; cứ làm việc tiếp.',
      storageWeak: 'Trình duyệt có thể xóa dữ liệu khi máy đầy. Hãy thêm ứng dụng vào màn hình chính.',
      seen: 'Đã rõ',
      updateNow: 'Cập nhật',
      seeUnsent: 'Xem Chưa gửi',
      seeDevice: 'Xem máy',
    },
    title: 'Tình trạng máy',
  },
  {
    badge: {
      online: 'Online',
      offline: 'Offline',
      unreached: 'Server not reached',
      network: 'Network',
      fetching: (count) => `Fetching data… ${count}`,
      allSent: 'all sent',
      unsent: (count: string) => `${count} unsent`,
      refused: (count: string) => `${count} sent back`,
      lastContact: (when: string) => `last contact ${when}`,
      neverContacted: 'no contact yet',
      open: 'Look at the state of this device',
      notEnrolled: 'Not enrolled',
    },
    update: {
      ready: 'There is a new version. Update when your hands are free.',
      replaced: 'The new version is ready. Reload when you are done.',
      accept: 'Update',
      reload: 'Reload',
    },
    bar: {
      revoked:
        'This device has been revoked. Stop recording on it and tell the person in charge; what is unsent is still here.',
      tooOld: 'The app on this device is too old to send. Press “Update”; nothing is lost.',
      wiped:
        'The browser’s storage was wiped. What was unsent has been put back from the spare log. Look through Unsent.',
      partsBroken:
        'The place for pictures on this device does not open. Close the app and open it again; do not clear the browser’s data.',
      partsLost: (count: string) =>
        `The browser’s storage was wiped: ${count} unsent pictures or papers are lost. Take or record them again.`,
      clockOff: (minutes: string) =>
        `The clock is ${minutes} minutes off. Turn on “Automatic date and time” in the settings of this device.`,
      busy: 'The server is busy. This device sends again by itself; carry on.',
      storageWeak: 'The browser may delete data when the device is full. Add the app to the home screen.',
      seen: 'Understood',
      updateNow: 'Update',
      seeUnsent: 'See Unsent',
      seeDevice: 'See the device',
    },
    title: 'State of this device',
  },
)
