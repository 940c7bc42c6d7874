import { assertNever } from '../assert.ts'
import type { Sentence } from '../i18n/text.ts'
import type { LearnRefusal } from './learn-item.ts'

export function sentenceForLearn(refusal: LearnRefusal): Sentence {
  switch (refusal.kind) {
    case 'name-missing':
      return {
        vi: 'Chưa có tên hàng. Gõ tên in trên bao bì.',
        en: 'No name yet. Type the name printed on the pack.',
      }
    case 'name-too-long':
      return {
        vi: `Tên dài quá ${refusal.lengthMax} chữ. Gõ gọn lại.`,
        en: `The name is longer than ${refusal.lengthMax} letters. Shorten it.`,
      }
    case 'category-missing':
      return { vi: 'Chưa chọn nhóm hàng. Chọn một nhóm.', en: 'No category yet. Choose one.' }
    case 'unit-missing':
      return {
        vi: 'Chưa có đơn vị. Chọn hoặc gõ: gói, chai, kg…',
        en: 'No unit yet. Choose or type: pack, bottle, kg…',
      }
    case 'unit-too-long':
      return {
        vi: `Đơn vị dài quá ${refusal.lengthMax} chữ. Gõ gọn lại.`,
        en: `The unit is longer than ${refusal.lengthMax} letters. Shorten it.`,
      }
    case 'pack-unreadable':
      return {
        vi: 'Số lượng trong một thùng chưa đúng. Xem lại thùng rồi bấm lại, ví dụ 24.',
        en: 'The number in one box is not right. Look at the box and key it in again, for example 24.',
      }
    default:
      return assertNever(refusal)
  }
}
