import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import { SENTENCE_BY_FIELD } from '../desk/field-sentences.ts'
import type { CaseFileRefusal } from './case-file-jobs.ts'
import type { TickRefusal } from './tick-rules.ts'

export function refuseCaseFile(refusal: CaseFileRefusal): DeskRefusal {
  switch (refusal.kind) {
    case 'not-found':
      return refusal
    case 'version-old':
      return { kind: 'conflict' }
    case 'code-taken':
      return invalidField('code', {
        vi: 'Mã hồ sơ này đã có. Hãy mở hồ sơ đó, hoặc chọn mã khác.',
        en: 'There is a case file with this code. Open it, or choose another code.',
      })
    case 'sub-category-wrong':
      return invalidField('subCategory', SENTENCE_BY_FIELD['subCategory']!)
    case 'commune-wrong':
      return invalidField('communeCode', SENTENCE_BY_FIELD['communeCode']!)
  }
}

export function refuseTick(refusal: TickRefusal): DeskRefusal {
  switch (refusal.kind) {
    case 'not-surveyed':
      return invalidField('tick', {
        vi: 'Tích vàng chỉ đặt sau khi đã khảo sát. Hãy giao người đi khảo sát, hoặc đặt tích xanh có lý do.',
        en: 'A yellow tick comes after a survey. Assign somebody to visit, or set green with a reason.',
      })
    case 'not-pre-checked':
      return invalidField('tick', {
        vi: 'Chưa kiểm tra sơ bộ từ lần khảo sát mới nhất. Hãy bấm “Kiểm tra sơ bộ”, xem các điểm nghi ngờ rồi đặt tích.',
        en: 'There was no pre-check since the latest survey. Run it, look at the doubts, then set the tick.',
      })
    case 'merged':
      return invalidField('tick', {
        vi: 'Hồ sơ này đã gộp vào hồ sơ khác. Hãy đặt tích ở hồ sơ đó.',
        en: 'This case file was joined with another. Set the tick of that one.',
      })
    case 'picture-unknown':
      return invalidField('parts', {
        vi: 'Hồ sơ này không có ảnh đó. Hãy chọn ảnh của hồ sơ, hoặc viết rõ dựa vào đâu.',
        en: 'This case file has no such picture. Choose one of its own, or say in words what it is based on.',
      })
    case 'surveyor':
      return invalidField('tick', {
        vi: 'Bạn đã khảo sát hồ sơ này, nên người khác phải xác minh tích xanh.',
        en: 'You surveyed this case file, so somebody else must verify the green tick.',
      })
    case 'evidence-missing':
      return invalidField('reason', {
        vi: 'Tích xanh cần bằng chứng: ít nhất một ảnh, hoặc viết rõ dựa vào đâu.',
        en: 'A green tick needs evidence: at least one picture, or what it is based on in words.',
      })
    case 'reason-missing':
      return invalidField('reason', {
        vi: 'Hãy viết lý do: dựa vào đâu, hoặc vì sao rút tích. Không ghi tên người.',
        en: 'Write the reason: what it is based on, or why the tick is taken back. No names.',
      })
    default:
      return refuseCaseFile(refusal)
  }
}
