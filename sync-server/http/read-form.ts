import type { Context } from 'hono'
import { readTextBody } from './read-body.ts'

const BYTES_MAX = 65_536

/** What a form of a page sent; undefined for more than any of ours can hold. */
export async function readForm(c: Context): Promise<URLSearchParams | undefined> {
  const text = await readTextBody(c, BYTES_MAX)
  return text.ok ? new URLSearchParams(text.value) : undefined
}
