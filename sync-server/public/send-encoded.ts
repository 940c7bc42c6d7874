import type { Context } from 'hono'
import { chooseEncoding } from './choose-encoding.ts'
import type { EncodedAnswer } from './encode-answer.ts'

/** Fresh within a second; a cache may hand out the one before while it asks for the next. */
const CACHE_CONTROL = 'public, max-age=1, stale-while-revalidate=5'

/** Hands out what was encoded once, or 304 when the client has it already. */
export function sendEncoded(
  c: Context,
  answer: EncodedAnswer,
  headers: Readonly<Record<string, string>>,
): Response {
  const encoding = chooseEncoding(c.req.header('accept-encoding'))
  const etag = `"${answer.etag}-${encoding}"`
  c.header('etag', etag)
  c.header('cache-control', CACHE_CONTROL)
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  if (isKnown(c.req.header('if-none-match'), answer.etag)) return c.body(null, 304)

  c.header('content-type', answer.contentType)
  if (encoding !== 'identity') c.header('content-encoding', encoding)
  const bytes = answer[encoding]
  c.header('content-length', String(bytes.length))
  return c.body(bytes)
}

/** Any encoding of the same text will do: caches and proxies change it on the way. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some((known) => {
    const text = known.trim().replace(/^W\//, '')
    return text === '*' || text.startsWith(`"${etag}-`)
  })
}
