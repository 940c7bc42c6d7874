import { locationKind } from '#shared/location/location'
import { leavesBefore, parseLotId } from '#shared/lot/lot'
import type { WriterDb } from '../database/writer-db.ts'
import { isTakenLater, type StockChange } from './ledger-changes.ts'

export type StockAfter = Pick<StockChange, 'quantity' | 'lastTakenAt' | 'lastTakenMovementId'>

/** A row as it was last written, with its row number. */
interface RememberedRow extends StockAfter {
  readonly rowid: number
}

/**
 * Adds a change to its row of stock and answers the row as it is then. Rows that keep changing are remembered under
 * `key`, so that they are written without being looked for.
 */
export function writeStock(db: WriterDb, key: string, change: StockChange): StockAfter {
  const { read, insert, update } = db.once(prepareStock)
  const remembered = db.remembered<RememberedRow>('stock')
  const before =
    remembered.get(key) ?? (read.get(change.locationId, change.lotId) as RememberedRow | undefined)
  if (!before) {
    const rowid = Number(insert.run(...stockRow(change)).lastInsertRowid)
    remembered.set(key, { ...change, rowid })
    return change
  }
  const quantity = before.quantity + change.quantity
  const { lastTakenAt, lastTakenMovementId } = isTakenLater(change, before) ? change : before
  update.run(quantity, lastTakenAt, lastTakenMovementId, before.rowid)
  const after = { rowid: before.rowid, quantity, lastTakenAt, lastTakenMovementId }
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
      `SELECT "rowid", "quantity", "lastTakenAt", "lastTakenMovementId" FROM "stock"
       WHERE "locationId" = ? AND "lotId" = ?`,
    ),
    insert: db.prepare(`INSERT INTO "stock" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    update: db.prepare(
      `UPDATE "stock" SET "quantity" = ?, "lastTakenAt" = ?, "lastTakenMovementId" = ? WHERE "rowid" = ?`,
    ),
  }
}
