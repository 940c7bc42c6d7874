import { openJournal } from './journal.ts'
import { LedgerDatabase, type LedgerDatabaseDeps } from './ledger-database.ts'
import { restoreFromJournal } from './restore-from-journal.ts'

/** Opens the tablet's store, puts back what only the journal still has, and asks the browser to keep it. */
export async function openLedgerDatabase(deps: LedgerDatabaseDeps = {}): Promise<LedgerDatabase> {
  const db = await openLedgerForReading(deps)
  await db.restored
  return db
}

/**
 * Opens the tablet's store without its journal. It may be read at once; what is recorded waits by itself for `restored`,
 * until what only the journal still has is back.
 */
export async function openLedgerForReading(deps: LedgerDatabaseDeps = {}): Promise<LedgerDatabase> {
  const db = new LedgerDatabase(async () => {
    db.journal = await openJournal()
    await restoreFromJournal(db)
  }, deps)
  await db.open()
  return db
}
