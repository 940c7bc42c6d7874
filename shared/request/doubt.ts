import type { Sentence } from '../i18n/text.ts'

export const DOUBT_KINDS = [
  'no-name',
  'no-contact',
  'number-wrong',
  'no-place',
  'no-needs',
  'same-id',
  'same-phone',
  'same-place',
  'similar-person',
  'more-persons',
  'needs-large',
  'own-verifier',
] as const
export type DoubtKind = (typeof DOUBT_KINDS)[number]

/** What a look at a case file raises, for people to decide; `codes` are those of other case files. */
export function doubtSentence(kind: DoubtKind, codes: readonly string[]): Sentence {
  const list = codes.join(', ')
  switch (kind) {
    case 'no-name':
      return { vi: 'Chưa có họ tên ai trong hộ.', en: 'Nobody of the household has a name yet.' }
    case 'no-contact':
      return {
        vi: 'Không có số điện thoại, cũng không có số giấy tờ: khó gọi và khó nhận ra trùng.',
        en: 'Neither a phone number nor an ID number: hard to call, and hard to find twice.',
      }
    case 'number-wrong':
      return {
        vi: 'Có số điện thoại hoặc số giấy tờ thừa hay thiếu chữ số, hoặc hai số ghi chung một ô: chưa so trùng được và chưa biết đã nhận hàng chưa. Hãy hỏi lại và sửa.',
        en: 'A phone or ID number has too many or too few digits, or two were written as one: it cannot be compared, nor is it known whether goods were given. Ask again and correct it.',
      }
    case 'no-place':
      return {
        vi: 'Chưa ghi địa chỉ hay vị trí: người đi khảo sát chưa tìm được nhà.',
        en: 'No address and no position: whoever visits cannot find the house.',
      }
    case 'no-needs':
      return { vi: 'Chưa ghi cần giúp gì.', en: 'It does not say what is needed.' }
    case 'same-id':
      return { vi: `Cùng số giấy tờ với ${list}.`, en: `The same ID number as ${list}.` }
    case 'same-phone':
      return { vi: `Cùng số điện thoại với ${list}.`, en: `The same phone number as ${list}.` }
    case 'same-place':
      return {
        vi: `Cùng địa chỉ hoặc cùng vị trí với ${list}.`,
        en: `The same address or position as ${list}.`,
      }
    case 'similar-person':
      return {
        vi: `Tên gần giống, cùng xã, cùng năm sinh với ${list}.`,
        en: `A similar name, the same commune and birth year as ${list}.`,
      }
    case 'more-persons':
      return {
        vi: 'Ghi tên nhiều người hơn số người trong hộ.',
        en: 'More persons are named than the household has.',
      }
    case 'needs-large':
      return {
        vi: 'Nhu cầu nhiều hơn mức một hộ như vậy dùng trong một tháng.',
        en: 'More is asked for than such a household uses in a month.',
      }
    case 'own-verifier':
      return {
        vi: 'Người đặt tích xanh cũng là người khảo sát: hãy nhờ người khác xác minh lại.',
        en: 'Whoever set the green tick also surveyed: let somebody else verify it again.',
      }
  }
}
