import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'

/** Asks the browser once more to keep the data of this app, and remembers its answer. */
export async function askToKeep(db: LedgerDatabase): Promise<boolean> {
  const storage = navigator.storage as StorageManager | undefined
  const kept = (await storage?.persist?.().catch(() => false)) ?? false
  const before = await readMeta(db, 'storage')
  await writeMeta(db, 'storage', {
    journal: before?.journal ?? false,
    wiped: before?.wiped ?? false,
    kept: kept ? 'persisted' : storage ? 'best-effort' : 'unknown',
  })
  return kept
}
