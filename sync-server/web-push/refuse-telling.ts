import type { Context } from 'hono'
import type { Sentence } from '#shared/i18n/text'
import { tellText } from './tell-text.ts'

/** Why a browser is not told. */
export type TellRefusal =
  | { readonly kind: 'no-code' }
  | { readonly kind: 'not-here' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'service-unknown' }
  | { readonly kind: 'too-many'; readonly waitMinutes: number }

const STATUS_BY_REFUSAL = {
  'no-code': 404,
  'not-here': 404,
  unreadable: 400,
  'service-unknown': 400,
  'too-many': 429,
} as const satisfies Record<TellRefusal['kind'], number>

export function refuseTelling(c: Context, refusal: TellRefusal): Response {
  if (refusal.kind === 'too-many') c.header('retry-after', String(refusal.waitMinutes * 60))
  c.header('cache-control', 'no-store')
  return c.json(
    { error: { kind: refusal.kind, message: sentenceFor(refusal) } },
    STATUS_BY_REFUSAL[refusal.kind],
  )
}

function sentenceFor(refusal: TellRefusal): Sentence {
  const { vi, en } = tellText
  switch (refusal.kind) {
    case 'no-code':
      return { vi: vi.noCode, en: en.noCode }
    case 'not-here':
      return { vi: vi.notHere, en: en.notHere }
    case 'unreadable':
      return { vi: vi.unreadable, en: en.unreadable }
    case 'service-unknown':
      return { vi: vi.serviceUnknown, en: en.serviceUnknown }
    case 'too-many':
      return { vi: vi.tooMany(refusal.waitMinutes), en: en.tooMany(refusal.waitMinutes) }
  }
}
