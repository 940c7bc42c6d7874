import type { Sentence } from '../i18n/text.ts'

/** Why the server turned a whole request away. Each has one status and one sentence. */
export type RequestRefusal =
  | { readonly kind: 'malformed'; readonly field?: string }
  | { readonly kind: 'no-token' }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'no-csrf' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'method-wrong' }
  | { readonly kind: 'conflict'; readonly field?: string }
  | { readonly kind: 'too-large'; readonly bytesMax: number }
  | { readonly kind: 'too-many-facts'; readonly factsMax: number }
  | { readonly kind: 'too-old'; readonly protocolMin: number }
  | { readonly kind: 'too-many-requests'; readonly retryAfterSeconds: number }
  | { readonly kind: 'code-wrong' }
  | { readonly kind: 'signature-wrong' }
  | { readonly kind: 'sign-in-wrong' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'internal' }

export const STATUS_BY_REFUSAL = {
  malformed: 400,
  'no-token': 401,
  revoked: 403,
  'not-allowed': 403,
  'no-csrf': 403,
  'not-found': 404,
  'method-wrong': 405,
  conflict: 409,
  'too-large': 413,
  'too-many-facts': 413,
  'too-old': 426,
  'too-many-requests': 429,
  'code-wrong': 404,
  'signature-wrong': 400,
  'sign-in-wrong': 401,
  busy: 503,
  internal: 500,
} as const satisfies Record<RequestRefusal['kind'], number>

/** Why one fact was not taken. It is kept raw on the server and in quarantine on the tablet. */
export type FactRefusal =
  | { readonly kind: 'unreadable'; readonly field?: string }
  | { readonly kind: 'id-reused'; readonly field: string }
  | { readonly kind: 'quantity-not-whole'; readonly field: string }
  | { readonly kind: 'wrong-places'; readonly line: number }
  | { readonly kind: 'reverses-missing' }
  | { readonly kind: 'other-device' }
  | { readonly kind: 'other-warehouse'; readonly line?: number }
  | { readonly kind: 'revoked-before'; readonly revokedAt: string }

export function sentenceForRequest(refusal: RequestRefusal): Sentence {
  switch (refusal.kind) {
    case 'malformed':
      return {
        vi: 'Dữ liệu gửi lên không đọc được. Hãy kiểm tra lại rồi gửi lại.',
        en: 'The data sent cannot be read. Check it and send it again.',
      }
    case 'no-token':
      return {
        vi: 'Chưa đăng nhập, hoặc máy chưa thuộc kho nào. Hãy đăng nhập hoặc ghép máy lại.',
        en: 'Not signed in, or this device belongs to no warehouse. Sign in, or enrol the device again.',
      }
    case 'revoked':
      return {
        vi: 'Máy này đã bị thu hồi. Những gì chưa gửi vẫn giữ trên máy; hãy báo người phụ trách kho.',
        en: 'This device has been revoked. What is unsent stays on it; tell the person in charge of the warehouse.',
      }
    case 'not-allowed':
      return {
        vi: 'Bạn không có quyền làm việc này. Hãy nhờ người quản trị.',
        en: 'You may not do this. Ask an administrator.',
      }
    case 'no-csrf':
      return {
        vi: 'Phiên làm việc đã cũ. Hãy tải lại trang rồi làm lại; những gì đã gõ vẫn còn.',
        en: 'This session is stale. Reload the page and try again; what you typed is kept.',
      }
    case 'not-found':
      return {
        vi: 'Không tìm thấy. Hãy kiểm tra địa chỉ hoặc mã.',
        en: 'Not found. Check the address or the code.',
      }
    case 'method-wrong':
      return {
        vi: 'Địa chỉ này không nhận cách gửi ấy. Hãy xem tài liệu ở /api/openapi.json.',
        en: 'This address does not take that method. See /api/openapi.json.',
      }
    case 'conflict':
      return {
        vi: 'Đã có người khác thay đổi, hoặc mã này đã được dùng. Hãy tải lại rồi làm lại.',
        en: 'Somebody else changed this, or the code is taken. Reload and try again.',
      }
    case 'too-large':
      return {
        vi: 'Gửi một lần quá nhiều. Hãy chia nhỏ rồi gửi lại.',
        en: 'Too much in one go. Send it in smaller parts.',
      }
    case 'too-many-facts':
      return {
        vi: `Một lần chỉ gửi được ${refusal.factsMax} ghi nhận. Hãy chia nhỏ rồi gửi lại.`,
        en: `At most ${refusal.factsMax} records can be sent at once. Send them in smaller parts.`,
      }
    case 'too-old':
      return {
        vi: 'Ứng dụng trên máy này đã cũ. Hãy cập nhật rồi gửi lại; không mất gì cả.',
        en: 'The app on this device is too old. Update it and send again; nothing is lost.',
      }
    case 'too-many-requests':
      return {
        vi: `Thử quá nhiều lần. Hãy đợi ${refusal.retryAfterSeconds} giây rồi thử lại.`,
        en: `Too many attempts. Wait ${refusal.retryAfterSeconds} seconds and try again.`,
      }
    case 'signature-wrong':
      return {
        vi: 'Tên, chữ ký hoặc giờ gửi không đúng. Hãy xem docs/web-hook.md.',
        en: 'The name, the signature or the time is not right. See docs/web-hook.md.',
      }
    case 'code-wrong':
      return {
        vi: 'Mã không đúng, đã dùng hoặc đã quá 10 phút. Hãy lấy mã mới ở bàn điều hành.',
        en: 'The code is wrong, used, or older than 10 minutes. Get a new one at the desk.',
      }
    case 'sign-in-wrong':
      return {
        vi: 'Tên đăng nhập hoặc mật khẩu không đúng. Hãy thử lại.',
        en: 'The user name or the password is wrong. Try again.',
      }
    case 'busy':
      return {
        vi: 'Máy chủ đang bận. Hãy thử lại sau ít phút; không mất gì cả.',
        en: 'The server is busy. Try again in a few minutes; nothing is lost.',
      }
    case 'internal':
      return {
        vi: 'Máy chủ gặp lỗi. Hãy thử lại; nếu vẫn lỗi, hãy báo người quản trị.',
        en: 'The server met an error. Try again; if it persists, tell an administrator.',
      }
  }
}

export function sentenceForFact(refusal: FactRefusal): Sentence {
  switch (refusal.kind) {
    case 'unreadable':
      return {
        vi: 'Ghi nhận này thiếu hoặc sai một chỗ. Hãy sửa rồi gửi lại, hoặc báo người phụ trách.',
        en: 'Something in this record is missing or wrong. Correct it and send it again, or ask the lead.',
      }
    case 'id-reused':
      return {
        vi: 'Mã của ghi nhận này đã dùng cho nội dung khác. Hãy ghi lại thành một ghi nhận mới.',
        en: 'The id of this record already stands for other content. Record it anew.',
      }
    case 'quantity-not-whole':
      return {
        vi: 'Số lượng phải là số nguyên, từ 1 đến 1.000.000.000. Hãy sửa số lượng rồi gửi lại.',
        en: 'The quantity must be a whole number from 1 to 1,000,000,000. Correct it and send it again.',
      }
    case 'wrong-places':
      return {
        vi: 'Nơi đi và nơi đến không hợp với loại phiếu này. Hãy ghi lại bằng đúng loại phiếu.',
        en: 'The places from and to do not fit this kind of record. Record it again with the right kind.',
      }
    case 'reverses-missing':
      return {
        vi: 'Bút toán đảo phải nói nó đảo ghi nhận nào. Hãy mở ghi nhận ấy rồi đảo lại.',
        en: 'A reversal must say what it undoes. Open that record and reverse it there.',
      }
    case 'other-device':
      return {
        vi: 'Ghi nhận này mang tên máy khác. Hãy gửi từ chính máy đã ghi.',
        en: 'This record carries the name of another device. Send it from the device that made it.',
      }
    case 'other-warehouse':
      return {
        vi: 'Kệ này thuộc kho khác. Hãy chọn kệ của kho mình, hoặc ghi chuyển kho.',
        en: 'This shelf belongs to another warehouse. Choose a shelf of your own, or record a transfer.',
      }
    case 'revoked-before':
      return {
        vi: 'Máy đã bị thu hồi trước khi ghi mục này. Hãy báo người phụ trách kho ghi lại trên máy khác.',
        en: 'The device had been revoked before this was recorded. Ask the person in charge to record it on another device.',
      }
  }
}
