import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { CSRF_HEADER } from '#shared/desk/desk-wire'
import type { RequestRefusal } from '#shared/sync/refusal'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import type { AuthenticateDevice } from '../device/device-caller.ts'
import { refuse } from '../http/refuse.ts'
import { isVisit, missing } from '../public/missing-page.ts'
import { readSession, type Session } from '../staff/session.ts'
import { putSessionCookie, SESSION_COOKIE } from '../staff/session-cookie.ts'
import type { PolicyEnv } from './desk-env.ts'
import { callersOf, methodsOf, type CallerKind } from './policy.ts'
import { equalSecrets } from './secret.ts'

export interface PolicyDeps {
  readonly reader: Reader
  readonly writer: Writer
  readonly authenticateDevice: AuthenticateDevice
  readonly now: () => Instant
}

const SAFE_METHODS = ['GET', 'HEAD']

/**
 * The one gate before every route: a route the table does not know is not there, and one it knows is open to the
 * callers it names. Staff changing something must also carry the token of their session.
 */
export function enforcePolicy(deps: PolicyDeps) {
  return createMiddleware<PolicyEnv>(async (c, next) => {
    const { method, path } = c.req
    const allowed = callersOf(method, path)
    if (!allowed) return refuseUnknown(c)
    const { kind, session } = await identify(c, deps)
    if (!allowed.includes(kind)) return refuse(c, refusalFor(kind))
    c.set('caller', kind)
    c.set('session', session)
    if (!SAFE_METHODS.includes(method) && isForged(c, session)) return refuse(c, { kind: 'no-csrf' })
    return next()
  })
}

/** There, but not for this method: told to programs; who followed an address is shown the way on. */
function refuseUnknown(c: Context): Response | Promise<Response> {
  const methods = isVisit(c) ? [] : methodsOf(c.req.path)
  if (methods.length === 0) return missing(c)
  c.header('allow', methods.join(', '))
  return refuse(c, { kind: 'method-wrong' })
}

interface Identity {
  readonly kind: CallerKind
  readonly session?: Session
}

/** A device token counts before a cookie: a tablet's browser may hold both. */
async function identify(
  c: Context<PolicyEnv>,
  { authenticateDevice, now, ...database }: PolicyDeps,
): Promise<Identity> {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) {
    const device = await authenticateDevice(authorization)
    if (!device) return { kind: 'anonymous' }
    return { kind: device.revokedAt === null ? 'device' : 'revoked-device' }
  }
  const id = c.req.path.startsWith('/api/desk/') ? getCookie(c, SESSION_COOKIE) : undefined
  const session = id === undefined ? undefined : await readSession(database, id, now())
  if (id !== undefined && session?.isExtended) putSessionCookie(c, id)
  return session ? { kind: session.me.role, session } : { kind: 'anonymous' }
}

function refusalFor(kind: CallerKind): RequestRefusal {
  if (kind === 'anonymous') return { kind: 'no-token' }
  return kind === 'revoked-device' ? { kind: 'revoked' } : { kind: 'not-allowed' }
}

/** Signing in and setting up have no session yet; another site's page is turned away by what the browser says of it. */
function isForged(c: Context<PolicyEnv>, session: Session | undefined): boolean {
  if (!c.req.path.startsWith('/api/desk/')) return false
  if (c.req.header('sec-fetch-site') === 'cross-site') return true
  const opensSession = c.req.method === 'POST' && /^\/api\/desk\/(session|setup)$/.test(c.req.path)
  if (!session || opensSession) return false
  return !equalSecrets(c.req.header(CSRF_HEADER) ?? '', session.csrf)
}
