import type { Context } from 'hono'
import { readTextBody } from './read-body.ts'

const BYTES_MAX = 65_536

/** What a form of a page sent; undefined for more than that. */
export async function readForm(c: Context, bytesMax = BYTES_MAX): Promise<URLSearchParams | undefined> {
  const text = await readTextBody(c, bytesMax)
  return text.ok ? new URLSearchParams(text.value) : undefined
}
