import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'

/**
 * The log ends before what this tablet has seen of it: the server was restored from a backup. From here on its log
 * counts, so the stock is asked for anew, the documents too, and what only the lost part had taken is unsent again.
 */
export async function followShorterLog(
  db: LedgerDatabase,
  { seen, head }: { readonly seen: number; readonly head: number },
): Promise<void> {
  const { relaxed } = db
  await relaxed.transaction('rw', [relaxed.outbox, relaxed.meta], async () => {
    // Another window was faster.
    if ((await readMeta(relaxed, 'cursor')) !== seen) return
    const lost = await relaxed.outbox.where('seq').above(head).toArray()
    const unsent = lost.map((row) => {
      const { seq: _, ...rest } = row
      return { ...rest, unsentSeq: row.deviceSeq }
    })
    await relaxed.outbox.bulkPut(unsent)
    await writeMeta(relaxed, 'cursor', head)
    await writeMeta(relaxed, 'snapshotWanted', true)
    await writeMeta(relaxed, 'documentCursors', {})
  })
}
