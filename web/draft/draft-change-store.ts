import type { Table } from 'dexie'
import type { Result } from '#shared/result'
import type { JournalEntry } from '../database/journal-entry.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { refuseStorageFailure, type StorageRefusal } from '../database/storage-refusal.ts'

/** `draft-closed`: it was finished or thrown away in another window. */
export type DraftRefusal = StorageRefusal | { readonly kind: 'draft-closed' }

/**
 * One strict transaction, numbered so that the journal can tell what a database lost; then the journal. A number
 * without a change does no harm.
 */
export async function changeDrafts<Value, Refusal>(
  db: LedgerDatabase,
  write: (
    change: number,
  ) => Promise<{ readonly value: Result<Value, Refusal>; readonly entries: readonly JournalEntry[] }>,
  alsoOver: readonly Table[] = [],
): Promise<Result<Value, Refusal | StorageRefusal>> {
  let entries: readonly JournalEntry[] = []
  const changed = await refuseStorageFailure(async () => {
    await db.restored
    await db.step('draft: before the transaction')
    return db.transaction(
      'rw',
      [db.drafts, db.draftLines, db.draftKeys, db.draftChanges, ...alsoOver],
      async () => {
        const change = ((await db.draftChanges.get('draftChange'))?.value ?? 0) + 1
        const [written] = await Promise.all([
          write(change),
          db.draftChanges.put({ key: 'draftChange', value: change }),
        ])
        entries = written.entries
        return written.value
      },
    )
  })
  if (!changed.ok || entries.length === 0) return changed
  await db.step('draft: committed')
  await db.journal.append(entries)
  await db.step('draft: in the journal')
  return changed
}
