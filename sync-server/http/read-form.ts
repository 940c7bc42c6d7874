import type { Context } from 'hono'

const BYTES_MAX = 65_536

/** What a form of a page sent; undefined for more than any of ours can hold. */
export async function readForm(c: Context): Promise<URLSearchParams | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > BYTES_MAX) return undefined
  const text = await c.req.text()
  return text.length > BYTES_MAX ? undefined : new URLSearchParams(text)
}
