import type { FieldRefusal } from '#shared/desk/desk-wire'
import type { ImportAnswer } from '#shared/desk/desk-import-wire'
import type { Sentence } from '#shared/i18n/text'
import type { PersonRefusal } from '../person/persons.ts'
import { sentenceForRequest, STATUS_BY_REFUSAL, type RequestRefusal } from '#shared/sync/refusal'

/** Why the desk turned a request away: what every route may say, and what only forms and files can get wrong. */
export type DeskRefusal =
  | RequestRefusal
  | { readonly kind: 'invalid'; readonly fields: readonly FieldRefusal[] }
  | {
      readonly kind: 'wrong-columns'
      readonly expected: readonly string[]
      readonly found: readonly string[]
      readonly twice?: readonly string[]
    }
  | { readonly kind: 'too-many-lines'; readonly linesMax: number }
  | { readonly kind: 'bad-lines'; readonly preview: ImportAnswer }
  | { readonly kind: 'request-id-reused' }
  | PersonRefusal

export const STATUS_BY_DESK_REFUSAL = {
  ...STATUS_BY_REFUSAL,
  invalid: 400,
  'wrong-columns': 400,
  'too-many-lines': 413,
  'bad-lines': 409,
  'request-id-reused': 409,
  'person-unreadable': 500,
} as const satisfies Record<DeskRefusal['kind'], number>

export function sentenceForDesk(refusal: DeskRefusal): Sentence {
  switch (refusal.kind) {
    case 'invalid':
      return {
        vi: `Có ô chưa đúng. ${refusal.fields.map(({ message }) => message.vi).join(' ')}`,
        en: `Some fields are not right. ${refusal.fields.map(({ message }) => message.en).join(' ')}`,
      }
    case 'wrong-columns': {
      const expected = refusal.expected.join(', ')
      const found = refusal.found.filter((title) => title !== '').join(', ')
      if (found === '') {
        return {
          vi: `Dòng đầu của tệp không phải dòng tiêu đề. Cần có các cột: ${expected} (cột trong ngoặc vuông có thể bỏ). Hãy thêm dòng tiêu đề hoặc dùng tệp mẫu. Tệp Excel (.xlsx) thì hãy lưu thành CSV trước.`,
          en: `The first line of the file is no header. Expected columns: ${expected} (those in square brackets may be left out). Add a header or use the template. Save an Excel file (.xlsx) as CSV first.`,
        }
      }
      if (refusal.twice) {
        const twice = refusal.twice.map((title) => `“${title}”`).join(', ')
        return {
          vi: `Các cột này nói cùng một điều: ${twice}. Hãy giữ một cột, xóa hoặc đổi tên cột kia.`,
          en: `These columns say the same thing: ${twice}. Keep one and take out or rename the other.`,
        }
      }
      return {
        vi: `Tệp không đúng cột. Cần có: ${expected} (cột trong ngoặc vuông có thể bỏ). Tệp này có: ${found}. Hãy sửa dòng tiêu đề hoặc dùng tệp mẫu.`,
        en: `The file does not have the right columns. Expected: ${expected} (those in square brackets may be left out). Found: ${found}. Correct the header or use the template.`,
      }
    }
    case 'too-many-lines':
      return {
        vi: `Một tệp chỉ được tối đa ${refusal.linesMax} dòng. Hãy chia thành nhiều tệp.`,
        en: `A file may have ${refusal.linesMax} lines at most. Split it into several.`,
      }
    case 'bad-lines':
      return {
        vi: `Tệp có ${refusal.preview.counts.bad} dòng sai, nên chưa nhập dòng nào. Hãy sửa các dòng đó, hoặc chọn bỏ qua chúng.`,
        en: `Bad lines: ${refusal.preview.counts.bad}, so nothing was imported. Correct them, or choose to skip them.`,
      }
    case 'request-id-reused':
      return {
        vi: 'Id này đã dùng cho một yêu cầu khác, nên yêu cầu này chưa được nhận. Hãy gửi lại với một id riêng.',
        en: 'This id was used for another request, so this one was not taken. Send it again with an id of its own.',
      }
    case 'person-unreadable':
      return {
        vi: 'Dữ liệu về người của hồ sơ này không mở được. Chưa có gì bị đổi. Hãy báo người quản trị máy chủ: tệp khóa hoặc cơ sở dữ liệu có thể đã hỏng.',
        en: 'What is known about the persons of this case file cannot be opened. Nothing was changed. Tell whoever runs the server: the key file or the database may be damaged.',
      }
    default:
      return sentenceForRequest(refusal)
  }
}

/** A refusal of one field, for what only the database or a rule beyond the shape can know. */
export function invalidField(field: string, message: Sentence): DeskRefusal {
  return { kind: 'invalid', fields: [{ field, message }] }
}
