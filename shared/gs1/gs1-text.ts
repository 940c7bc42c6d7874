import { assertNever } from '../assert.ts'
import type { Sentence } from '../i18n/text.ts'
import type { BarcodeRefusal } from './parse-barcode.ts'

/** What to do next when a code cannot be used, for the person who holds the goods. */
export function sentenceForBarcodeRefusal(refusal: BarcodeRefusal): Sentence {
  switch (refusal.kind) {
    case 'empty':
      return {
        vi: 'Chưa đọc được gì. Đưa mã vạch vào khung rồi quét lại.',
        en: 'Nothing was read. Put the barcode in the frame and scan again.',
      }
    case 'too-long':
      return {
        vi: `Mã dài ${refusal.length} ký tự, không phải mã hàng. Tìm mã vạch in trên bao bì, hoặc chọn hàng theo tên.`,
        en: `This code has ${refusal.length} characters and is no goods code. Find the barcode printed on the pack, or choose the goods by name.`,
      }
    case 'characters-unreadable':
      return {
        vi: 'Mã có ký tự không đọc được. Quét lại; vẫn vậy thì chọn hàng theo tên.',
        en: 'The code has unreadable characters. Scan again; if it stays so, choose the goods by name.',
      }
    case 'gtin-check-digit':
      return {
        vi: `Số ${refusal.digits} đọc sai một chữ số. Quét lại, hoặc gõ lại dãy số dưới vạch.`,
        en: `The number ${refusal.digits} has a wrong digit. Scan again, or type the digits under the bars.`,
      }
    case 'label-unreadable':
      return {
        vi: `“${refusal.text}” không phải số của nhãn kho. So lại với nhãn rồi gõ lại.`,
        en: `“${refusal.text}” is no number of our labels. Compare with the label and type it again.`,
      }
    case 'label-check-digits':
      return {
        vi: `Số nhãn ${refusal.text} sai một chữ số. Quét lại, hoặc so với nhãn rồi gõ lại.`,
        en: `The label number ${refusal.text} has a wrong digit. Scan again, or compare with the label and retype.`,
      }
    case 'check-digit':
      return {
        vi: `Số ${refusal.value} trong mã có chữ số sai. Quét lại; vẫn vậy thì nhãn in sai: gõ số in trên bao bì.`,
        en: `The number ${refusal.value} in the code has a wrong digit. Scan again; if it stays so the label is misprinted: type the number on the pack.`,
      }
    case 'date-impossible':
      return {
        vi: `Ngày trong mã (${refusal.value}) không có thật. Đọc ngày in trên bao bì rồi nhập tay.`,
        en: `The date in the code (${refusal.value}) does not exist. Read the date on the pack and enter it by hand.`,
      }
    case 'ai-unknown':
    case 'value-length':
    case 'value-characters':
    case 'value-invalid':
      return {
        vi: 'Nhãn GS1 này in không đúng chuẩn. Quét mã vạch khác trên bao bì, hoặc nhập số lô và hạn bằng tay.',
        en: 'This GS1 label is not printed to the standard. Scan another barcode on the pack, or enter lot and date by hand.',
      }
    case 'pair-forbidden':
    case 'repeated-differs':
      return {
        vi: 'Nhãn này tự mâu thuẫn: một mã nói hai điều khác nhau. Quét mã trên từng gói, hoặc nhập bằng tay.',
        en: 'This label contradicts itself. Scan the code on a single pack, or enter it by hand.',
      }
    default:
      return assertNever(refusal)
  }
}
