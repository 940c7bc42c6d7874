import { assertNever } from '../assert.ts'
import { formatDay } from '../i18n/numbers.ts'
import type { Sentence } from '../i18n/text.ts'
import { sentenceForRepeat } from '../repeat/repeat-text.ts'
import type { DispatchRefusal } from './draft-dispatch.ts'
import type { IntakeRefusal } from './draft-intake.ts'

/** Why an intake or a dispatch cannot be closed yet, and what to do. */
export function sentenceForDraft(refusal: IntakeRefusal | DispatchRefusal): Sentence {
  switch (refusal.kind) {
    case 'no-lines':
      return {
        vi: 'Chưa có hàng nào. Quét hàng trước rồi mới bấm Xong.',
        en: 'No goods yet. Scan some, then finish.',
      }
    case 'too-many-lines':
      return {
        vi: `Một phiếu chỉ được ${refusal.linesMax} dòng. Bấm Xong, rồi mở phiếu mới cho phần còn lại.`,
        en: `One slip holds ${refusal.linesMax} lines. Finish it, then open a new one for the rest.`,
      }
    case 'quantity-not-whole':
      return {
        vi: `Dòng ${refusal.line + 1} chưa đúng số lượng. Bấm vào dòng đó và nhập lại.`,
        en: `The quantity of line ${refusal.line + 1} is not right. Tap it and key it in again.`,
      }
    case 'quantity-too-large':
      return {
        vi: `Số lượng của dòng ${refusal.line + 1} quá lớn. Bấm vào dòng đó và nhập lại.`,
        en: `The quantity of line ${refusal.line + 1} is too large. Tap it and key it in again.`,
      }
    case 'donor-missing':
      return {
        vi: 'Chưa chọn người cho. Chọn nhà hảo tâm, hoặc “Ẩn danh”.',
        en: 'No donor yet. Choose the donor, or “Anonymous”.',
      }
    case 'lot-expired':
      return {
        vi: `Dòng ${refusal.line + 1} đã hết hạn ngày ${formatDay(refusal.expiresOn)}. Bỏ dòng đó, để hàng riêng và báo hủy.`,
        en: `Line ${refusal.line + 1} expired on ${formatDay(refusal.expiresOn)}. Drop the line, put the goods aside and report them for disposal.`,
      }
    case 'case-file-stopped':
      return sentenceForStop(refusal.reason)
    case 'helped-before':
      return sentenceForRepeat(refusal)
    case 'second-person-missing':
      return {
        vi: 'Hồ sơ này cần người thứ hai đồng ý. Mời một người khác trong kho bấm mã PIN của họ.',
        en: 'This case file needs a second person. Ask somebody else of the warehouse for their PIN.',
      }
    case 'second-person-same':
      return {
        vi: 'Người thứ hai phải là người khác. Mời một người khác trong kho bấm mã PIN của họ.',
        en: 'The second person must be somebody else. Ask another member of staff for their PIN.',
      }
    case 'reason-missing':
      return {
        vi: 'Chưa có lý do. Ghi vì sao vẫn xuất.',
        en: 'No reason yet. Write why goods leave all the same.',
      }
    default:
      return assertNever(refusal)
  }
}

/** Why no goods may leave for a case file. */
export function sentenceForStop(reason: 'red' | 'expired' | 'unknown'): Sentence {
  switch (reason) {
    case 'red':
      return {
        vi: 'Hồ sơ tích đỏ: không xuất hàng. Giữ hàng lại và báo người điều phối.',
        en: 'Red tick: no goods leave. Keep the goods and tell the coordinator.',
      }
    case 'expired':
      return {
        vi: 'Tích đã hết hạn: không xuất hàng. Báo người xác minh làm lại hồ sơ này.',
        en: 'The tick has run out: no goods leave. Ask a verifier to verify this case file again.',
      }
    case 'unknown':
      return {
        vi: 'Máy này không biết hồ sơ ấy: không xuất hàng. Kiểm tra lại mã, hoặc nối mạng một lúc rồi tìm lại.',
        en: 'This device does not know that case file: no goods leave. Check the code, or connect for a moment and search again.',
      }
    default:
      return assertNever(reason)
  }
}
