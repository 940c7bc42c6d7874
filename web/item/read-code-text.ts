import type { LabelFamily } from '#shared/gs1/own-label'
import type { Sentence } from '#shared/i18n/text'

export const sentenceForSscc: Sentence = {
  vi: 'Mã này chỉ là số kiện, không nói bên trong có gì. Mở kiện và quét mã trên từng loại hàng.',
  en: 'This is only the number of a parcel and does not say what is inside. Open it and scan each kind of goods.',
}

/** A label of ours that is no goods. */
export function sentenceForLabel(family: LabelFamily): Sentence {
  switch (family) {
    case 'receipt':
      return {
        vi: 'Đây là mã phiếu nhập, không phải hàng. Quét mã trên bao bì.',
        en: 'This is the code of a receipt, not goods. Scan the code on the pack.',
      }
    case 'consignment':
      return {
        vi: 'Đây là nhãn kiện giao, không phải hàng. Quét mã trên bao bì.',
        en: 'This is the code of a consignment, not goods. Scan the code on the pack.',
      }
    case 'enrolment':
      return {
        vi: 'Đây là mã ghép máy, không phải hàng. Quét mã trên bao bì.',
        en: 'This is a code to enrol a device, not goods. Scan the code on the pack.',
      }
    case 'item':
    case 'box':
    case 'shelf':
      return {
        vi: 'Kho này không có nhãn ấy. So lại với nhãn, hoặc quét mã trên bao bì.',
        en: 'This warehouse has no such label. Compare it, or scan the code on the pack.',
      }
  }
}
