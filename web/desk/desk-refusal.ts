import * as v from 'valibot'
import { SentenceSchema, FieldRefusalSchema, type FieldRefusal } from '#shared/desk/desk-wire'
import type { Sentence } from '#shared/i18n/text'

/**
 * Why a request of the desk brought nothing. `invalid` names fields; `refused` carries the server's own kind and what
 * it said beside it; `signed-out` comes only after the person has declined to sign in again.
 */
export type DeskRefusal =
  | { readonly kind: 'offline' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'invalid'; readonly message: Sentence; readonly fields: readonly FieldRefusal[] }
  | {
      readonly kind: 'refused'
      readonly reason: string
      readonly message: Sentence
      readonly detail: Readonly<Record<string, unknown>>
    }

const RefusedBodySchema = v.object({
  error: v.looseObject({
    kind: v.string(),
    message: SentenceSchema,
    fields: v.optional(v.array(FieldRefusalSchema)),
  }),
})

/** An answer that is not a success, as a refusal; anything but our own JSON (a proxy's page) is `unreadable`. */
export function refusalFromBody(body: unknown): DeskRefusal {
  const read = v.safeParse(RefusedBodySchema, body)
  if (!read.success) return { kind: 'unreadable' }
  const { kind, message, fields, ...detail } = read.output.error
  if (kind === 'invalid' && fields) return { kind: 'invalid', message, fields }
  return { kind: 'refused', reason: kind, message, detail }
}

/** What to say, and what to do next. */
export function sentenceForRefusal(refusal: DeskRefusal): Sentence {
  switch (refusal.kind) {
    case 'offline':
      return {
        vi: 'Bàn điều hành cần mạng. Những gì bạn đã gõ vẫn còn; hãy kiểm tra mạng rồi thử lại.',
        en: 'The desk needs the network. What you typed is kept; check the network and try again.',
      }
    case 'unreadable':
      return {
        vi: 'Không đọc được câu trả lời của máy chủ. Hãy tải lại trang; những gì bạn đã gõ vẫn còn.',
        en: 'The answer of the server cannot be read. Reload the page; what you typed is kept.',
      }
    case 'signed-out':
      return {
        vi: 'Bạn đã ra khỏi bàn điều hành. Hãy đăng nhập lại rồi làm tiếp.',
        en: 'You have left the desk. Sign in again to go on.',
      }
    case 'invalid':
    case 'refused':
      return refusal.message
  }
}

/** The sentence that belongs beside one field; `path` also matches what lies below it (`needs` takes `needs.0.unit`). */
export function sentenceForField(refusal: DeskRefusal | undefined, path: string): Sentence | undefined {
  if (refusal?.kind !== 'invalid') return undefined
  return refusal.fields.find(({ field }) => field === path || field.startsWith(`${path}.`))?.message
}
