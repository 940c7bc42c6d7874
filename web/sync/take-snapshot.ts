import { err, ok, type Result } from '#shared/result'
import { SnapshotHeadSchema, SnapshotRowSchema, type SnapshotRow } from '#shared/sync/wire'
import * as v from 'valibot'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { StockRow } from '../database/ledger-rows.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { stockRow } from '../lot/change-stock.ts'
import { settleOwn } from './apply-movements.ts'
import { noteAnswering } from './online-state.ts'
import { readLines } from './read-lines.ts'
import type { ContactFailure, ServerClient } from './server-client.ts'

/** Takes the stock of the warehouse as of one number of the log in place of a long way through all movements before it. */
export async function takeSnapshot(
  db: LedgerDatabase,
  server: ServerClient,
): Promise<Result<void, ContactFailure>> {
  const answer = await server.get('/api/sync/snapshot')
  if (!answer.ok) return answer
  // A first fetch takes a while: that the server answers is known from here on.
  await noteAnswering(db)
  let first: v.InferOutput<typeof SnapshotHeadSchema> | undefined
  const rows: SnapshotRow[] = []
  try {
    for await (const lines of readLines(answer.value)) {
      for (const line of lines) {
        const value: unknown = JSON.parse(line)
        if (first) rows.push(v.parse(SnapshotRowSchema, value))
        else first = v.parse(SnapshotHeadSchema, value)
      }
    }
  } catch {
    return err({ kind: 'failing' })
  }
  if (!first || rows.length !== first.rows) return err({ kind: 'failing' })
  await db.step('snapshot: read')
  await applySnapshot(db, { head: first.head, rows })
  await db.step('snapshot: applied')
  return ok(undefined)
}

/**
 * One transaction: `ordered` is as the snapshot says, the cursor stands at its head, and own facts with a number up to
 * there are pending no longer; the history is short of what the snapshot passed over. One that the server has but whose
 * answer was lost heals when it is sent again. Rows that say the same are not written.
 */
export async function applySnapshot(
  db: LedgerDatabase,
  { head, rows }: { readonly head: number; readonly rows: readonly SnapshotRow[] },
): Promise<void> {
  const { relaxed } = db
  const tables = [relaxed.outbox, relaxed.stock, relaxed.locations, relaxed.firstStock, relaxed.meta]
  await relaxed.transaction('rw', tables, async () => {
    const cursor = await readMeta(relaxed, 'cursor')
    // A pull of another window was faster.
    if (cursor !== undefined && cursor > head) return
    const oldByKey = new Map((await relaxed.stock.toArray()).map((row) => [keyOf(row), row]))
    const changed: StockRow[] = []
    for (const { locationId, lotId, itemId, quantity } of rows) {
      const old = oldByKey.get(keyOf({ locationId, lotId }))
      oldByKey.delete(keyOf({ locationId, lotId }))
      if (old?.ordered === quantity) continue
      changed.push(stockRow({ locationId, lotId, itemId, ordered: quantity, pending: old?.pending ?? 0 }))
    }
    const unnamed = [...oldByKey.values()]
    const gone = unnamed.filter(({ pending }) => pending === 0)
    const onlyPending = unnamed.filter(({ pending, ordered }) => pending !== 0 && ordered !== 0)
    await relaxed.firstStock.clear()
    await relaxed.stock.bulkPut([...changed, ...onlyPending.map((row) => ({ ...row, ordered: 0 }))])
    await relaxed.stock.bulkDelete(gone.map(({ locationId, lotId }) => [locationId, lotId]))
    await settleOwn(db, [], head)
    await writeMeta(relaxed, 'cursor', head)
    if (cursor === head) return
    const gap = await readMeta(relaxed, 'historyGap')
    await writeMeta(relaxed, 'historyGap', { before: head + 1, after: gap?.after ?? cursor ?? 0 })
  })
}

function keyOf({ locationId, lotId }: Pick<StockRow, 'locationId' | 'lotId'>): string {
  return `${locationId}|${lotId}`
}
