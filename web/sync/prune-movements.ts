import { WINDOW_DAYS } from '#shared/sync/limits'
import { DAY_MS, instantFromMs, msFromInstant } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { untilIdle } from './until-idle.ts'

const CHUNK = 200

/** Lets go of movements older than the window, a few at a time while nobody waits. Stock does not need them; an unsent one stays. */
export async function pruneMovements(
  db: LedgerDatabase,
  whenIdle: () => Promise<void> = untilIdle,
): Promise<number> {
  const before = instantFromMs(msFromInstant(db.now()) - WINDOW_DAYS * DAY_MS)
  const { relaxed } = db
  let pruned = 0
  for (;;) {
    await whenIdle()
    const count = await relaxed.transaction('rw', [relaxed.movements, relaxed.outbox], async () => {
      const old = await relaxed.movements
        .where('occurredAt')
        .below(before)
        .filter(({ seq }) => seq !== undefined)
        .limit(CHUNK)
        .primaryKeys()
      const waiting = await relaxed.outbox.bulkGet(old)
      const gone = old.filter((_, i) => waiting[i] === undefined)
      await relaxed.movements.bulkDelete(gone)
      return gone.length
    })
    pruned += count
    if (count < CHUNK) return pruned
  }
}
