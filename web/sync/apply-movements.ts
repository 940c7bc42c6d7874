import type { PulledMovement } from '#shared/sync/wire'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { MovementRow, OutboxRow } from '../database/ledger-rows.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { applyToStock } from '../lot/change-stock.ts'
import { settlingTables, takeBackPending } from './apply-push-results.ts'

export interface PulledChunk {
  readonly warehouseId: string
  readonly pulled: readonly PulledMovement[]
  /** Everything up to this number is in this chunk or came before. */
  readonly upTo: number
}

/**
 * One transaction: what came down is ordered, what of it was our own is no longer pending, and the cursor stands behind
 * it. What lies at or before the cursor has been counted and is skipped.
 */
export async function applyMovements(
  db: LedgerDatabase,
  { warehouseId, pulled, upTo }: PulledChunk,
): Promise<void> {
  const { relaxed } = db
  await relaxed.transaction('rw', settlingTables(relaxed), async () => {
    const cursor = (await readMeta(relaxed, 'cursor')) ?? 0
    if (upTo <= cursor) return
    const fresh = pulled.filter(({ seq }) => seq > cursor)
    await applyToStock(
      relaxed,
      warehouseId,
      fresh.map(({ movement }) => ({ movement, side: 'ordered', sign: 1 })),
    )
    await relaxed.movements.bulkPut(fresh.map(movementRow))
    const ids = fresh.map(({ movement }) => movement.id)
    const own = (await relaxed.outbox.bulkGet(ids)).filter((row) => row !== undefined)
    await settleOwn(db, own, upTo)
    await relaxed.quarantine.bulkDelete(ids)
    await writeMeta(relaxed, 'cursor', upTo)
  })
}

export function movementRow({ seq, receivedAt, movement }: PulledMovement): MovementRow {
  const { id, occurredAt, kind } = movement
  return { id, seq, receivedAt, occurredAt, kind, movement }
}

/** Own facts that came down, and those taken with a number the cursor now covers, are pending no longer. */
export async function settleOwn(
  db: LedgerDatabase,
  cameDown: readonly OutboxRow[],
  cursor: number,
): Promise<void> {
  const covered = await db.relaxed.outbox.where('seq').belowOrEqual(cursor).toArray()
  const rowById = new Map([...cameDown, ...covered].map((row) => [row.id, row]))
  if (rowById.size === 0) return
  await takeBackPending(db, [...rowById.values()])
  await db.relaxed.outbox.bulkDelete([...rowById.keys()])
}
