import { err, ok, type Result } from '#shared/result'
import type { Role, StaffMember } from '#shared/staff/staff'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { checkPin } from './check-pin.ts'
import { forgetStaffKey, holdStaffKey } from './staff-key.ts'

export type SignInRefusal =
  | { readonly kind: 'wrong-pin'; readonly triesLeft: number }
  | { readonly kind: 'locked-out'; readonly until: Instant }
  /** Not (or no longer) on the list of this warehouse, or without a PIN: the desk can set one. */
  | { readonly kind: 'unknown-staff' }

/** Who drives or visits: everybody who can be sent somewhere, with names to be opened on their way. */
export const GOING_OUT: readonly Role[] = ['courier', 'verifier', 'coordinator', 'admin']
const TRIES = 5
const LOCK_OUT_MS = 30_000
const LOCK_OUT_MAX_MS = 3_600_000
export const IDLE_LOCK_MS = 10 * 60_000

/** Who may sign in on this tablet, by name. */
export async function listStaff(db: LedgerDatabase): Promise<StaffMember[]> {
  const rows = await db.staff.toArray()
  return rows
    .filter(({ deleted, body }) => !deleted && body.active && body.pinHash !== undefined)
    .map(({ body }) => body)
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** Checks a PIN without a network. After five wrong ones in a row the person waits: 30 seconds, then twice as long each time. */
export async function verifyPin(
  db: LedgerDatabase,
  staffId: string,
  pin: string,
): Promise<Result<StaffMember, SignInRefusal>> {
  const row = await db.staff.get(staffId)
  if (!row || row.deleted || !row.body.active || row.body.pinHash === undefined) {
    return err({ kind: 'unknown-staff' })
  }
  const before = (await readMeta(db, 'pinFailures'))?.[staffId]
  if (before?.lockedUntil && mustWait(before.count, before.lockedUntil, db.now())) {
    return err({ kind: 'locked-out', until: before.lockedUntil })
  }
  const right = await checkPin(pin, row.body.pinHash)
  return db.transaction('rw', db.meta, async () => {
    const failures = (await readMeta(db, 'pinFailures')) ?? {}
    const { [staffId]: mine, ...others } = failures
    if (right) {
      if (mine) await writeMeta(db, 'pinFailures', others)
      return ok(row.body)
    }
    const count = (mine?.count ?? 0) + 1
    const lockedUntil = lockedUntilAfter(count, db.now())
    await writeMeta(db, 'pinFailures', {
      ...others,
      [staffId]: { count, ...(lockedUntil && { lockedUntil }) },
    })
    return lockedUntil
      ? err({ kind: 'locked-out', until: lockedUntil })
      : err({ kind: 'wrong-pin', triesLeft: TRIES - count })
  })
}

/** Signs a person in on this tablet, in all its windows. Open drafts stay as they are. */
export async function signIn(
  db: LedgerDatabase,
  staffId: string,
  pin: string,
): Promise<Result<StaffMember, SignInRefusal>> {
  const verified = await verifyPin(db, staffId, pin)
  if (!verified.ok) return verified
  const at = db.now()
  await writeMeta(db.relaxed, 'session', { staffId: verified.value.id, signedInAt: at, activeAt: at })
  await db.relaxed.meta.delete('withoutPin')
  // Who goes out reads names on this device; nobody waits for it.
  if (GOING_OUT.includes(verified.value.role)) void holdStaffKey(db, verified.value, pin)
  return verified
}

/** The next person has to sign in. Nothing that was begun is touched. */
export async function lock(db: LedgerDatabase): Promise<void> {
  forgetStaffKey(db)
  await db.relaxed.meta.delete('session')
}

/** Who is signed in: undefined when locked, idle for too long, or no longer on the list. */
export async function currentStaff(
  db: LedgerDatabase,
  idleMs: number = IDLE_LOCK_MS,
): Promise<StaffMember | undefined> {
  const session = await readMeta(db, 'session')
  if (!session) return undefined
  if (isIdle(session.activeAt, db.now(), idleMs)) return undefined
  const row = await db.staff.get(session.staffId)
  return row && !row.deleted && row.body.active ? row.body : undefined
}

/** Also where the clock was set back: nobody can say how long ago a touch in the future was. */
export function isIdle(activeAt: Instant, now: Instant, idleMs: number): boolean {
  return Math.abs(msFromInstant(now) - msFromInstant(activeAt)) > idleMs
}

function lockedUntilAfter(failures: number, now: Instant): Instant | undefined {
  if (failures < TRIES) return undefined
  return instantFromMs(msFromInstant(now) + waitMsAfter(failures))
}

/** What is left of a wait is never more than the wait: where it is, the clock was ahead then. */
function mustWait(failures: number, until: Instant, now: Instant): boolean {
  const leftMs = msFromInstant(until) - msFromInstant(now)
  return leftMs > 0 && leftMs <= waitMsAfter(failures)
}

function waitMsAfter(failures: number): number {
  return Math.min(LOCK_OUT_MS * 2 ** (failures - TRIES), LOCK_OUT_MAX_MS)
}
