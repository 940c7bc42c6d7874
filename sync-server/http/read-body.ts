import type { Context } from 'hono'
import { err, ok, type Result } from '#shared/result'
import type { RequestRefusal } from '#shared/sync/refusal'

/** Reads a JSON body up to a limit; a longer one is turned away before it is read where its length is told. */
export async function readJsonBody(c: Context, bytesMax: number): Promise<Result<unknown, RequestRefusal>> {
  const length = Number(c.req.header('content-length') ?? Number.NaN)
  if (length > bytesMax) return err({ kind: 'too-large', bytesMax })
  try {
    const text = Number.isNaN(length) ? await readLimited(c.req.raw.body, bytesMax) : await c.req.text()
    return text === undefined ? err({ kind: 'too-large', bytesMax }) : ok(JSON.parse(text))
  } catch {
    // No JSON, or a network that went away in the middle: nobody needs to be woken up for either.
    return err({ kind: 'malformed' })
  }
}

async function readLimited(
  body: ReadableStream<Uint8Array> | null,
  bytesMax: number,
): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let bytes = 0
  // The rest of a longer one is left to be dropped; leaving such a loop would otherwise cancel it.
  for await (const part of body?.values({ preventCancel: true }) ?? []) {
    bytes += part.byteLength
    if (bytes > bytesMax) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
