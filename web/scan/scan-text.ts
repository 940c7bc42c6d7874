import { assertNever } from '#shared/assert'
import { defineText, type Sentence } from '#shared/i18n/text'
import type { ScanRefusal } from './scan.ts'

export const scanText = defineText(
  {
    camera: 'Máy ảnh quét mã',
    start: 'Bật máy ảnh',
    starting: 'Đang bật máy ảnh…',
    stop: 'Tắt máy ảnh',
    torchOn: 'Bật đèn',
    torchOff: 'Tắt đèn',
    switchCamera: 'Đổi máy ảnh',
    zoom: 'Phóng to',
    idle: 'Bấm súng quét, hoặc bật máy ảnh',
    hint: 'Đưa mã vạch vào khung',
    picture: 'Chụp ảnh mã',
    compat: 'Dùng máy ảnh kiểu cũ',
    compatNote: 'Kiểu cũ chỉ đọc mã bán lẻ và QR. Số lô và hạn phải nhập tay.',
    flash: {
      taken: 'Đã nhận',
      again: 'Thêm một lần nữa',
      'to-weigh': 'Nhập số lượng',
      unknown: 'Mã chưa có',
      stopped: 'Không nhận',
    },
  },
  {
    camera: 'Scanning camera',
    start: 'Turn camera on',
    starting: 'Turning the camera on…',
    stop: 'Turn camera off',
    torchOn: 'Light on',
    torchOff: 'Light off',
    switchCamera: 'Other camera',
    zoom: 'Zoom',
    idle: 'Pull the scanner’s trigger, or turn on the camera',
    hint: 'Put the barcode in the frame',
    picture: 'Photograph the code',
    compat: 'Use the simple camera',
    compatNote: 'The simple one reads retail and QR codes only. Enter lot and date by hand.',
    flash: {
      taken: 'Taken',
      again: 'Once more',
      'to-weigh': 'Enter how much',
      unknown: 'Not known yet',
      stopped: 'Not taken',
    },
  },
)

/** Why nothing was scanned, and what to do next. */
export function sentenceForScanRefusal(refusal: ScanRefusal): Sentence {
  switch (refusal.kind) {
    case 'input-method':
      return {
        vi: `Tắt bộ gõ tiếng Việt (Telex/VNI) rồi quét lại. Máy nhận được: “${refusal.arrived}”.`,
        en: `Turn off the Vietnamese input method (Telex/VNI) and scan again. What arrived: “${refusal.arrived}”.`,
      }
    case 'too-long':
      return {
        vi: `Mã dài ${refusal.length} ký tự, không phải mã hàng. Quét mã vạch in trên bao bì. Bắt đầu bằng: “${refusal.arrived}”.`,
        en: `The code has ${refusal.length} characters and is no goods code. Scan the barcode on the pack. It begins with: “${refusal.arrived}”.`,
      }
    case 'nothing-in-picture':
      return {
        vi: 'Không thấy mã trong ảnh. Chụp gần hơn, đủ sáng, mã nằm thẳng; hoặc gõ số dưới vạch.',
        en: 'No code in the picture. Go closer, with more light, the code straight; or type the digits under the bars.',
      }
    case 'picture-unreadable':
      return {
        vi: 'Không mở được ảnh này. Chụp lại hoặc chọn ảnh khác.',
        en: 'This picture cannot be opened. Take it again or choose another.',
      }
    case 'decoder-missing':
      return {
        vi: 'Máy này chưa đọc được mã bằng máy ảnh. Dùng máy ảnh kiểu cũ, máy quét cầm tay, hoặc gõ số.',
        en: 'This device cannot read codes by camera now. Use the simple camera, a hand scanner, or type the digits.',
      }
    case 'camera-denied':
      return {
        vi: 'Chưa được phép dùng máy ảnh. Bấm ổ khóa cạnh địa chỉ trang, chọn cho phép máy ảnh, rồi bật lại.',
        en: 'The camera is not allowed. Tap the lock beside the address, allow the camera, then turn it on again.',
      }
    case 'camera-none':
      return {
        vi: 'Máy này không có máy ảnh dùng được. Dùng máy quét cầm tay, hoặc gõ số dưới vạch.',
        en: 'This device has no usable camera. Use a hand scanner, or type the digits under the bars.',
      }
    case 'camera-busy':
      return {
        vi: 'Máy ảnh đang bị ứng dụng khác dùng. Đóng ứng dụng đó rồi bật lại.',
        en: 'Another app is using the camera. Close it and turn the camera on again.',
      }
    case 'camera-insecure':
      return {
        vi: 'Trang mở bằng địa chỉ không an toàn nên không dùng được máy ảnh. Mở lại bằng địa chỉ https.',
        en: 'The page was opened at an unsafe address, so the camera is off. Open it again with https.',
      }
    case 'camera-lost':
      return {
        vi: 'Máy ảnh vừa bị ngắt. Bật lại.',
        en: 'The camera was cut off. Turn it on again.',
      }
    case 'camera-failed':
      return {
        vi: 'Máy ảnh không chạy. Tắt rồi bật lại máy; vẫn vậy thì dùng máy quét cầm tay hoặc gõ số.',
        en: 'The camera does not work. Restart the device; if it stays so, use a hand scanner or type the digits.',
      }
    default:
      return assertNever(refusal)
  }
}
