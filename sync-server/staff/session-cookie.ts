import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { SESSION_IDLE_MS } from './session.ts'

export const SESSION_COOKIE = 'kho4d-session'

/** Scripts cannot read it, other sites cannot send it, and over HTTPS it never travels in the clear. */
export function putSessionCookie(c: Context, id: string): void {
  setCookie(c, SESSION_COOKIE, id, { ...options(c), maxAge: SESSION_IDLE_MS / 1000 })
}

export function dropSessionCookie(c: Context): void {
  deleteCookie(c, SESSION_COOKIE, options(c))
}

function options(c: Context) {
  const isHttps = new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
  return { httpOnly: true, sameSite: 'Strict', secure: isHttps, path: '/api/desk' } as const
}
