import { assertNever } from '../assert.ts'
import type { Sentence } from '../i18n/text.ts'
import type { QuantityRefusal } from './parse-quantity.ts'

export function sentenceForQuantity(refusal: QuantityRefusal): Sentence {
  switch (refusal.kind) {
    case 'quantity-missing':
      return {
        vi: 'Chưa có số lượng. Bấm số rồi chọn “Ghi”.',
        en: 'No quantity yet. Key it in, then choose “Set”.',
      }
    case 'quantity-unreadable':
      return {
        vi: `“${refusal.text}” không phải số. Bấm lại, ví dụ 24 hoặc 37,5.`,
        en: `“${refusal.text}” is no number. Key it in again, for example 24 or 37.5.`,
      }
    case 'quantity-not-positive':
      return {
        vi: 'Số lượng phải lớn hơn 0. Nếu không có hàng, chọn “Bỏ dòng này”.',
        en: 'The quantity must be above 0. If there is none, choose “Drop this line”.',
      }
    case 'quantity-not-whole':
      return {
        vi: `Hàng tính theo ${refusal.unit} phải là số chẵn chiếc, không lẻ. Bấm lại số nguyên.`,
        en: `Goods counted by ${refusal.unit} come whole. Key in a whole number.`,
      }
    case 'quantity-too-fine':
      return {
        vi: `Chỉ ghi được ba số lẻ sau dấu phẩy của ${refusal.unit}. Bấm lại cho gọn.`,
        en: `At most three decimals of a ${refusal.unit} are kept. Key in a shorter number.`,
      }
    case 'quantity-too-large':
      return {
        vi: 'Số này quá lớn, có thể là mã vạch bấm nhầm. Xóa rồi bấm lại số lượng.',
        en: 'This number is too large; it may be a barcode keyed by mistake. Clear it and key in the quantity.',
      }
    default:
      return assertNever(refusal)
  }
}
