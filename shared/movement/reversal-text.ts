import { assertNever } from '../assert.ts'
import type { Sentence } from '../i18n/text.ts'
import type { ReversalRefusal } from './draft-reversal.ts'

export function sentenceForReversal(refusal: ReversalRefusal): Sentence {
  switch (refusal.kind) {
    case 'reason-missing':
      return {
        vi: 'Chưa ghi lý do. Hãy gõ vì sao phải đảo, ví dụ “ghi nhầm số lượng”.',
        en: 'No reason yet. Say why it is undone, for example “wrong quantity”.',
      }
    case 'reverses-a-reversal':
      return {
        vi: 'Không đảo một bút toán đảo. Nếu đảo nhầm, hãy ghi lại phiếu như lúc đầu.',
        en: 'A reversal is not undone. If it was a mistake, record the goods again as before.',
      }
    case 'already-reversed':
      return {
        vi: 'Phiếu này đã được đảo rồi. Hãy xem lại trong Lịch sử.',
        en: 'This has been undone already. Look it up under History.',
      }
    case 'other-warehouse':
      return {
        vi: 'Phiếu này của kho khác. Hãy nhờ kho ấy đảo.',
        en: 'This belongs to another warehouse. Ask them to undo it.',
      }
    default:
      return assertNever(refusal)
  }
}
