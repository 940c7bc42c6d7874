import type { Context } from 'hono'
import { err, ok, type Result } from '#shared/result'
import type { RequestRefusal } from '#shared/sync/refusal'

/** Reads a JSON body up to a limit. */
export async function readJsonBody(c: Context, bytesMax: number): Promise<Result<unknown, RequestRefusal>> {
  const text = await readTextBody(c, bytesMax)
  if (!text.ok) return text
  try {
    return ok(JSON.parse(text.value))
  } catch {
    return err({ kind: 'malformed' })
  }
}

/** Reads a body up to a limit; a longer one is turned away before it is read where its length is told. */
export async function readTextBody(c: Context, bytesMax: number): Promise<Result<string, RequestRefusal>> {
  const length = Number(c.req.header('content-length') ?? Number.NaN)
  if (length > bytesMax) return err({ kind: 'too-large', bytesMax })
  try {
    const text = Number.isNaN(length) ? await readLimited(c.req.raw.body, bytesMax) : await c.req.text()
    return text === undefined ? err({ kind: 'too-large', bytesMax }) : ok(text)
  } catch {
    // A network that went away in the middle: nobody needs to be woken up for it.
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
