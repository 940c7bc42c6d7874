import type { Context } from 'hono'

/** A whole number of the query, such as `after` or `limit`; undefined when it is none or out of bounds. */
export function readNumber(
  c: Context,
  name: string,
  { otherwise, min, max }: { readonly otherwise: number; readonly min: number; readonly max: number },
): number | undefined {
  const text = c.req.query(name)
  if (text === undefined) return otherwise
  if (!/^\d{1,15}$/.test(text)) return undefined
  const number = Number(text)
  return number < min || number > max ? undefined : number
}
