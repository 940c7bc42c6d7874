import type { Context } from 'hono'

/** The beginning of every link for people: as somebody set it, else as the browser asked, by way of a proxy too. */
export function publicOrigin(c: Context, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl
  const { protocol, host } = new URL(c.req.url)
  const forwarded = c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim()
  return `${forwarded === 'https' ? 'https:' : protocol}//${host}`
}
