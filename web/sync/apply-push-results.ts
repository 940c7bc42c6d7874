import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { OutboxRow, RefusedReason } from '../database/ledger-rows.ts'
import { readMeta } from '../database/meta-store.ts'
import { applyToStock } from '../lot/change-stock.ts'

type PushResult =
  | { readonly id: string; readonly seq: number }
  | { readonly id: string; readonly refused: RefusedReason }

/** All that changes when a fact of our own is settled, whichever way: by the push's answer or by the pull. */
export function settlingTables(relaxed: LedgerDatabase['relaxed']) {
  return [
    relaxed.outbox,
    relaxed.movements,
    relaxed.stock,
    relaxed.locations,
    relaxed.firstStock,
    relaxed.quarantine,
    relaxed.meta,
  ]
}

/**
 * Notes what the server did with each fact. A taken one stays pending until the cursor passes its number; a refused one
 * goes to quarantine and its effect is taken back, in the same transaction. What came down meanwhile is left alone.
 */
export async function applyPushResults(db: LedgerDatabase, results: readonly PushResult[]): Promise<void> {
  const { relaxed } = db
  await relaxed.transaction('rw', settlingTables(relaxed), async () => {
    const cursor = (await readMeta(relaxed, 'cursor')) ?? 0
    const rows = await relaxed.outbox.bulkGet(results.map(({ id }) => id))
    const settled: OutboxRow[] = []
    const taken: OutboxRow[] = []
    const refused: OutboxRow[] = []
    for (const [i, result] of results.entries()) {
      const row = rows[i]
      if (!row) continue
      if ('refused' in result) {
        refused.push(row)
        await relaxed.quarantine.put({
          id: row.id,
          deviceSeq: row.deviceSeq,
          fact: row.fact,
          refused: { kind: result.refused.kind, message: result.refused.message },
          refusedAt: db.now(),
        })
        continue
      }
      const { unsentSeq: _, ...withoutUnsent } = row
      const sent = { ...withoutUnsent, seq: result.seq }
      if (result.seq <= cursor) settled.push(sent)
      else taken.push(sent)
    }
    await relaxed.outbox.bulkPut(taken)
    await noteSeq(db, [...taken, ...settled])
    await takeBackPending(db, [...settled, ...refused])
    await relaxed.outbox.bulkDelete([...settled, ...refused].map(({ id }) => id))
    await relaxed.movements.bulkDelete(refused.map(({ id }) => id))
  })
}

export async function quarantineFact(db: LedgerDatabase, id: string, refused: RefusedReason): Promise<void> {
  await applyPushResults(db, [{ id, refused }])
}

/** Takes the effect of own movements back out of `pending`. Only inside a transaction that may change stock. */
export async function takeBackPending(db: LedgerDatabase, rows: readonly OutboxRow[]): Promise<void> {
  const movements = rows.flatMap(({ fact }) => (fact.kind === 'movement' ? [fact.body] : []))
  for (const [warehouseId, own] of Map.groupBy(movements, (movement) => movement.warehouseId)) {
    await applyToStock(
      db.relaxed,
      warehouseId,
      own.map((movement) => ({ movement, side: 'pending', sign: -1 })),
    )
  }
}

async function noteSeq(db: LedgerDatabase, rows: readonly OutboxRow[]): Promise<void> {
  const own = rows.filter(({ fact }) => fact.kind === 'movement')
  const known = await db.relaxed.movements.bulkGet(own.map(({ id }) => id))
  const numbered = known.flatMap((row, i) => (row ? [{ ...row, seq: own[i]!.seq! }] : []))
  await db.relaxed.movements.bulkPut(numbered)
}
