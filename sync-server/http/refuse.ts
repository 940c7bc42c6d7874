import type { Context } from 'hono'
import { sentenceForRequest, STATUS_BY_REFUSAL, type RequestRefusal } from '#shared/sync/refusal'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import type { ErrorAnswer } from '#shared/sync/wire'

/** Every refusal in one shape: its kind, its fields and a sentence in both languages. */
export function refuse(c: Context, refusal: RequestRefusal): Response {
  if (refusal.kind === 'too-many-requests') c.header('retry-after', String(refusal.retryAfterSeconds))
  if (refusal.kind === 'busy') c.header('retry-after', '5')
  c.header('cache-control', 'no-store')
  const answer = {
    protocol: PROTOCOL_VERSION,
    error: { ...refusal, message: sentenceForRequest(refusal) },
  } satisfies ErrorAnswer
  return c.json(answer, STATUS_BY_REFUSAL[refusal.kind])
}
