import { msFromInstant } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { IDLE_LOCK_MS, isIdle, lock } from './sign-in.ts'

const NOTED_EVERY_MS = 20_000

/** Locks the tablet when nobody has touched it for a while, in any of its windows. Returns how to stop watching. */
export function watchIdle(db: LedgerDatabase, idleMs: number = IDLE_LOCK_MS): () => void {
  let notedAtMs = 0
  const noteActivity = () => {
    const nowMs = msFromInstant(db.now())
    if (Math.abs(nowMs - notedAtMs) < NOTED_EVERY_MS) return
    notedAtMs = nowMs
    void keepSession(db, idleMs)
  }
  const timer = setInterval(() => void keepSession(db, idleMs, false), NOTED_EVERY_MS)
  const kinds = ['pointerdown', 'keydown'] as const
  for (const kind of kinds) addEventListener(kind, noteActivity, { capture: true, passive: true })
  return () => {
    clearInterval(timer)
    for (const kind of kinds) removeEventListener(kind, noteActivity, { capture: true })
  }
}

/** One transaction: a session that is locked meanwhile must not be written back. */
async function keepSession(db: LedgerDatabase, idleMs: number, active = true): Promise<void> {
  await db.relaxed.transaction('rw', db.relaxed.meta, async () => {
    const session = await readMeta(db.relaxed, 'session')
    if (!session) return
    const now = db.now()
    if (isIdle(session.activeAt, now, idleMs)) return lock(db)
    if (active) await writeMeta(db.relaxed, 'session', { ...session, activeAt: now })
  })
}
