import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'

/** One thing that is tried by guessing: a user name, an address, an enrolment code's address. */
export interface AttemptKey {
  readonly keyHash: string
  /** Failures before the first lock. */
  readonly free: number
}

const FIRST_LOCK_MS = 60_000
const LONGEST_LOCK_MS = 15 * 60_000
const FORGOTTEN_AFTER_MS = 24 * 3_600_000

/**
 * Counts an attempt before it is judged, so that a thousand at once are not judged all. Each one over the free number
 * doubles the wait, from one minute to fifteen. Answers how long to wait when the door is shut.
 */
export function countAttempt(
  db: WriterDb,
  { keys, at }: { readonly keys: readonly AttemptKey[]; readonly at: Instant },
): { readonly retryAfterSeconds: number | null } {
  const now = msFromInstant(at)
  const forgotten = instantFromMs(now - FORGOTTEN_AFTER_MS)
  db.run(db.query.deleteFrom('signInFailure').where('lastAt', '<', forgotten))

  const rows = keys.map(({ keyHash }) =>
    db.get(db.query.selectFrom('signInFailure').selectAll().where('keyHash', '=', keyHash)),
  )
  const lockedUntil = Math.max(...rows.map((row) => (row?.lockedUntil ? msFromInstant(row.lockedUntil) : 0)))
  if (lockedUntil > now) return { retryAfterSeconds: Math.ceil((lockedUntil - now) / 1000) }

  for (const [index, { keyHash, free }] of keys.entries()) {
    const failures = (rows[index]?.failures ?? 0) + 1
    const lockMs = failures < free ? 0 : Math.min(FIRST_LOCK_MS * 2 ** (failures - free), LONGEST_LOCK_MS)
    const row = { failures, lastAt: at, lockedUntil: lockMs === 0 ? null : instantFromMs(now + lockMs) }
    db.run(
      db.query
        .insertInto('signInFailure')
        .values({ keyHash, ...row })
        .onConflict((conflict) => conflict.column('keyHash').doUpdateSet(row)),
    )
  }
  return { retryAfterSeconds: null }
}

/** The attempt was right: what it was counted for is forgotten. */
export function forgiveAttempts(
  db: WriterDb,
  { keyHashes }: { readonly keyHashes: readonly string[] },
): void {
  db.run(db.query.deleteFrom('signInFailure').where('keyHash', 'in', keyHashes))
}

/** The attempt was right, but the address stays known for the failures of others behind it. */
export function uncountAttempt(db: WriterDb, { keyHash }: { readonly keyHash: string }): void {
  db.run(
    db.query
      .updateTable('signInFailure')
      .set((row) => ({ failures: row('failures', '-', 1), lockedUntil: null }))
      .where('keyHash', '=', keyHash),
  )
}
