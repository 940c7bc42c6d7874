import { markInUse, readJournalBase } from '../database/restore-from-journal.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { err, ok, type Result } from '#shared/result'
import { KEEP_LOCK } from '../part/part-store.ts'
import { forgetParts } from '../part/unsent-parts-store.ts'
import { mayForget } from './device-state.ts'

/** Something is still only here: an open slip, or a record or part that is unsent or sent back. */
export interface ForgetRefusal {
  readonly kind: 'not-empty'
}

/** Makes a revoked tablet as new, so that it can be enrolled again; only when nothing would be lost. */
export async function forgetWarehouse(db: LedgerDatabase): Promise<Result<null, ForgetRefusal>> {
  await db.restored
  const forgotten = await navigator.locks.request(KEEP_LOCK, () => forgetAll(db))
  if (!forgotten) return err({ kind: 'not-empty' })
  await db.journal.writeIdentity(undefined)
  markInUse(undefined)
  await db.journal.compact(() => readJournalBase(db))
  return ok(null)
}

/** The parts first: they are only emptied when nothing of them would be lost either. */
async function forgetAll(db: LedgerDatabase): Promise<boolean> {
  if (!(await mayForget(db)) || !(await forgetParts(db))) return false
  return db.transaction('rw', db.tables, async () => {
    if (!(await mayForget(db))) return false
    await Promise.all(db.tables.map((table) => table.clear()))
    return true
  })
}
