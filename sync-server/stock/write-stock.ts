import { locationKind } from '#shared/location/location'
import { leavesBefore, parseLotId } from '#shared/lot/lot'
import { insertRows } from '../database/insert-rows.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { isTakenLater, type StockChange } from './ledger-changes.ts'

export type StockAfter = Pick<StockChange, 'quantity' | 'lastTakenAt' | 'lastTakenMovementId'>

/** Adds changes to the rows of stock and answers each row as it is then, in the order given. */
export function writeStock(db: WriterDb, changes: readonly StockChange[]): StockAfter[] {
  const rows: unknown[][] = []
  const after = changes.map((change) => {
    const before = readBefore(db, change)
    const now = before ? addTo(before, change) : change
    rows.push(before ? changedRow(change, now) : stockRow(change))
    db.remembered.set(rememberedKey(change), now)
    return now
  })
  insertRows(
    db,
    `INSERT INTO "stock"`,
    rows,
    `ON CONFLICT ("locationId", "lotId") DO UPDATE SET "quantity" = excluded."quantity",
       "lastTakenAt" = excluded."lastTakenAt", "lastTakenMovementId" = excluded."lastTakenMovementId"`,
  )
  return after
}

/** Rows that keep changing are remembered, so that they are written without being read. */
function readBefore(db: WriterDb, change: StockChange): StockAfter | undefined {
  const remembered = db.remembered.get(rememberedKey(change)) as StockAfter | undefined
  if (remembered) return remembered
  return db
    .prepare(
      `SELECT "quantity", "lastTakenAt", "lastTakenMovementId" FROM "stock" WHERE "locationId" = ? AND "lotId" = ?`,
    )
    .get(change.locationId, change.lotId) as StockAfter | undefined
}

function rememberedKey({ locationId, lotId }: StockChange): string {
  return `stock|${locationId}|${lotId}`
}

function addTo(before: StockAfter, change: StockChange): StockAfter {
  const { lastTakenAt, lastTakenMovementId } = isTakenLater(change, before) ? change : before
  return { quantity: before.quantity + change.quantity, lastTakenAt, lastTakenMovementId }
}

/** A row that is there already: what follows from its key stays as it is. */
function changedRow({ locationId, lotId, itemId }: StockChange, now: StockAfter): unknown[] {
  const { quantity, lastTakenAt, lastTakenMovementId } = now
  return [locationId, lotId, itemId, '', null, null, quantity, lastTakenAt, lastTakenMovementId]
}

/** A stock row in the order of its columns. */
export function stockRow(change: StockChange): unknown[] {
  const { locationId, lotId, itemId, quantity, lastTakenAt, lastTakenMovementId } = change
  const lot = parseLotId(lotId)
  return [
    locationId,
    lotId,
    itemId,
    locationKind(locationId),
    lot?.expiresOn ?? null,
    (lot && leavesBefore(lot)) ?? null,
    quantity,
    lastTakenAt,
    lastTakenMovementId,
  ]
}
