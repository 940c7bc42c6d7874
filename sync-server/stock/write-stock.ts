import { locationKind } from '#shared/location/location'
import { leavesBefore, parseLotId } from '#shared/lot/lot'
import type { WriterDb } from '../database/writer-db.ts'
import { isTakenLater, type StockChange } from './ledger-changes.ts'

export type StockAfter = Pick<StockChange, 'quantity' | 'lastTakenAt' | 'lastTakenMovementId'>

/**
 * Adds a change to its row of stock and answers the row as it is then. Rows that keep changing are remembered under
 * `key`, so that they are written without being read.
 */
export function writeStock(db: WriterDb, key: string, change: StockChange): StockAfter {
  const { read, insert, update } = db.once(prepareStock)
  const remembered = db.remembered<StockAfter>('stock')
  const before = remembered.get(key) ?? (read.get(change.locationId, change.lotId) as StockAfter | undefined)
  if (!before) {
    insert.run(...stockRow(change))
    remembered.set(key, change)
    return change
  }
  const quantity = before.quantity + change.quantity
  const { lastTakenAt, lastTakenMovementId } = isTakenLater(change, before) ? change : before
  update.run(quantity, lastTakenAt, lastTakenMovementId, change.locationId, change.lotId)
  const after = { quantity, lastTakenAt, lastTakenMovementId }
  remembered.set(key, after)
  return after
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

function prepareStock(db: WriterDb) {
  return {
    read: db.prepare(
      `SELECT "quantity", "lastTakenAt", "lastTakenMovementId" FROM "stock"
       WHERE "locationId" = ? AND "lotId" = ?`,
    ),
    insert: db.prepare(`INSERT INTO "stock" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    update: db.prepare(
      `UPDATE "stock" SET "quantity" = ?, "lastTakenAt" = ?, "lastTakenMovementId" = ?
       WHERE "locationId" = ? AND "lotId" = ?`,
    ),
  }
}
