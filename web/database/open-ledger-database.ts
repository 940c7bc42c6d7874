import { openJournal } from './journal.ts'
import { LedgerDatabase, type LedgerDatabaseDeps } from './ledger-database.ts'
import { restoreFromJournal } from './restore-from-journal.ts'

/** Opens the tablet's store, puts back what only the journal still has, and asks the browser to keep it. */
export async function openLedgerDatabase(deps: LedgerDatabaseDeps = {}): Promise<LedgerDatabase> {
  const journal = await openJournal()
  const db = new LedgerDatabase(journal, deps)
  await db.open()
  await restoreFromJournal(db)
  return db
}
