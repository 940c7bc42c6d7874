import { assertNever } from '../assert.ts'
import type { Sentence } from '../i18n/text.ts'
import type { IdCardRefusal } from './id-card.ts'
import type { IdNumberFault } from './id-number.ts'

/** What does not fit about a number of an identity card, and what to do. Never the number itself. */
export function sentenceForIdNumber(fault: IdNumberFault): Sentence {
  switch (fault.kind) {
    case 'no-id-number':
      return {
        vi: 'Số giấy tờ phải có 12 chữ số (căn cước) hoặc 9 chữ số (chứng minh cũ). Hãy xem lại trên giấy.',
        en: 'The number has 12 digits (identity card) or 9 (the old one). Look at the paper again.',
      }
    case 'province-unknown':
      return {
        vi: `Ba số đầu “${fault.code}” không phải mã tỉnh nào. Hãy xem lại số trên giấy.`,
        en: `The first three digits “${fault.code}” are no province. Look at the number again.`,
      }
    case 'century-differs':
      return {
        vi: `Số này của người sinh năm ${fault.inNumber}, còn năm sinh đã ghi là ${fault.birthYear}. Hãy xem lại thế kỷ: chữ số thứ tư của số hoặc năm sinh.`,
        en: `This number is of somebody born in ${fault.inNumber}, but the year of birth says ${fault.birthYear}. Check the century: the fourth digit, or the year.`,
      }
    case 'birth-year-differs':
      return {
        vi: `Số này của người sinh năm ${fault.inNumber}, còn năm sinh đã ghi là ${fault.birthYear}. Hãy sửa số hoặc sửa năm sinh.`,
        en: `This number is of somebody born in ${fault.inNumber}, but the year of birth says ${fault.birthYear}. Correct the number or the year.`,
      }
    case 'sex-differs':
      return fault.sex === 'male'
        ? {
            vi: 'Số này của nam, còn đã ghi là nữ. Hãy sửa số hoặc sửa giới tính.',
            en: 'This number is of a man, but the form says a woman. Correct the number or the sex.',
          }
        : {
            vi: 'Số này của nữ, còn đã ghi là nam. Hãy sửa số hoặc sửa giới tính.',
            en: 'This number is of a woman, but the form says a man. Correct the number or the sex.',
          }
    default:
      return assertNever(fault)
  }
}

export function sentenceForIdCard(refusal: IdCardRefusal): Sentence {
  switch (refusal.kind) {
    case 'no-card':
      return {
        vi: 'Mã này không phải mã trên căn cước. Hãy quét mã QR ở góc thẻ, hoặc gõ số.',
        en: 'This is not the code of an identity card. Scan the QR in the corner of the card, or type the number.',
      }
    case 'card-cut':
      return {
        vi: 'Mã trên thẻ đọc được một phần. Hãy lau thẻ, quét lại gần hơn, hoặc gõ số.',
        en: 'The code was read only in part. Wipe the card, scan it from closer, or type the number.',
      }
    default:
      return assertNever(refusal)
  }
}
