import type { Sentence } from '../i18n/text.ts'

/** Why what came is no picture that may be shown. */
export type PictureRefusal =
  | { readonly kind: 'not-a-picture' }
  /** It ends too early, or a part of it is not what it says to be. */
  | { readonly kind: 'picture-broken' }
  /** There is more in the file than the picture. */
  | { readonly kind: 'picture-with-more' }
  | { readonly kind: 'picture-too-large'; readonly edgeMaxPx: number }

/** Why the server did not take a part. It is kept there as it came, and stays on the device until a person decides. */
export type PartRefusal =
  | PictureRefusal
  | { readonly kind: 'not-opened' }
  | { readonly kind: 'not-read' }
  | { readonly kind: 'kept-after-revoked' }
  /** Found by the device itself: what lies on its disk is no longer what was put there. */
  | { readonly kind: 'damaged' }

export function sentenceForPart(refusal: PartRefusal): Sentence {
  switch (refusal.kind) {
    case 'not-a-picture':
      return {
        vi: 'Tệp này không phải ảnh JPEG, PNG hay WebP. Hãy chụp lại hoặc chọn ảnh khác.',
        en: 'This file is no JPEG, PNG or WebP picture. Take it again or choose another.',
      }
    case 'picture-broken':
      return {
        vi: 'Ảnh này bị thiếu hoặc hỏng. Hãy chụp lại hoặc chọn ảnh khác.',
        en: 'This picture is cut off or damaged. Take it again or choose another.',
      }
    case 'picture-with-more':
      return {
        vi: 'Trong tệp ảnh này còn có thứ khác ngoài ảnh. Hãy chụp lại bằng ứng dụng này.',
        en: 'There is more than a picture in this file. Take it again with this app.',
      }
    case 'picture-too-large':
      return {
        vi: `Ảnh này lớn quá: mỗi cạnh tối đa ${refusal.edgeMaxPx} điểm. Hãy chụp lại bằng ứng dụng này.`,
        en: `This picture is too large: ${refusal.edgeMaxPx} pixels a side at most. Take it again with this app.`,
      }
    case 'not-opened':
      return {
        vi: 'Máy chủ không mở được phần này. Hãy báo người quản trị; nội dung vẫn được giữ nguyên.',
        en: 'The server cannot open this. Tell an administrator; it is kept as it is.',
      }
    case 'not-read':
      return {
        vi: 'Máy chủ mở được nhưng không đọc được phần này. Hãy báo người phụ trách; nội dung vẫn được giữ nguyên.',
        en: 'The server opened this but cannot read it. Tell the person in charge; it is kept as it is.',
      }
    case 'kept-after-revoked':
      return {
        vi: 'Máy đã bị thu hồi trước khi ghi phần này. Hãy báo người phụ trách ghi lại trên máy khác.',
        en: 'The device had been revoked before this was made. Ask the person in charge to make it again on another device.',
      }
    case 'damaged':
      return {
        vi: 'Phần này đã hỏng trên máy nên không gửi được. Hãy chụp hoặc ghi lại.',
        en: 'This was damaged on the device and cannot be sent. Take or record it again.',
      }
  }
}
