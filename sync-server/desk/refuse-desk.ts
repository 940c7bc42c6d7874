import type { Context } from 'hono'
import { sentenceForDesk, STATUS_BY_DESK_REFUSAL, type DeskRefusal } from './desk-refusal.ts'

/** The refusal as JSON with its status and a sentence in both languages. */
export function refuseDesk(c: Context, refusal: DeskRefusal): Response {
  if (refusal.kind === 'too-many-requests') c.header('Retry-After', String(refusal.retryAfterSeconds))
  return c.json(
    { error: { ...refusal, message: sentenceForDesk(refusal) } },
    STATUS_BY_DESK_REFUSAL[refusal.kind],
  )
}
