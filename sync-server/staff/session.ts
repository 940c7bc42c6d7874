import type { Me } from '#shared/desk/desk-session-wire'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import { createSecret, hashSecret } from '../access/secret.ts'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'

/** A session ends after this long without a request. */
export const SESSION_IDLE_MS = 12 * 3_600_000
/** The end is moved at most this often, so that reading does not write. */
const EXTEND_EVERY_MS = 10 * 60_000

export interface Session {
  readonly idHash: string
  readonly me: Me
  readonly csrf: string
  readonly expiresAt: Instant
  /** Its end has just been moved: the cookie's must follow. */
  readonly isExtended: boolean
}

export interface StartedSession extends Session {
  /** Goes into the cookie and nowhere else. */
  readonly id: string
}

/** Opaque and random: the id means nothing by itself and is stored as a hash. */
export async function startSession(
  writer: Pick<Writer, 'write'>,
  me: Me,
  now: Instant,
): Promise<StartedSession> {
  const id = createSecret()
  const csrf = createSecret()
  const idHash = hashSecret(id)
  const expiresAt = expiryFrom(now)
  await writer.write('startSession', { idHash, staffId: me.id, csrf, createdAt: now, expiresAt })
  return { id, idHash, me, csrf, expiresAt, isExtended: false }
}

/** The session of a cookie, with what the person may do now: a role taken away counts at once. */
export async function readSession(
  { reader, writer }: { readonly reader: Reader; readonly writer: Pick<Writer, 'write'> },
  id: string,
  now: Instant,
): Promise<Session | undefined> {
  const idHash = hashSecret(id)
  const row = reader.get(
    reader.query
      .selectFrom('session')
      .innerJoin('staffMember', 'staffMember.id', 'session.staffId')
      .select(['session.csrf', 'session.expiresAt', 'staffMember.id', 'name', 'role', 'warehouseId'])
      .where('session.idHash', '=', idHash)
      .where('staffMember.active', '=', 1),
  )
  if (!row || row.expiresAt <= now) return undefined
  const newExpiry = expiryFrom(now)
  const isDue = msFromInstant(newExpiry) - msFromInstant(row.expiresAt) > EXTEND_EVERY_MS
  if (isDue) await writer.write('extendSession', { idHash, expiresAt: newExpiry })
  const expiresAt = isDue ? newExpiry : row.expiresAt
  return { idHash, me: meOf(row), csrf: row.csrf, expiresAt, isExtended: isDue }
}

export function meOf({ id, name, role, warehouseId }: Me): Me {
  return { id, name, role, warehouseId }
}

function expiryFrom(now: Instant): Instant {
  return instantFromMs(msFromInstant(now) + SESSION_IDLE_MS)
}
