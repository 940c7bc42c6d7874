import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'

/** Somebody has read that the store was lost once: the warning need not stand there for ever. */
export async function acknowledgeWipe(db: LedgerDatabase): Promise<void> {
  await db.restored
  await db.transaction('rw', db.meta, async () => {
    const storage = await readMeta(db, 'storage')
    if (storage) await writeMeta(db, 'storage', { ...storage, wiped: false })
  })
}
