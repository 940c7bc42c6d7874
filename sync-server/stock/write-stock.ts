import { locationKind } from '#shared/location/location'
import { parseLotId } from '#shared/lot/lot'
import { insertRows } from '../database/insert-rows.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { laterTaken, type LedgerChanges, type StockChange, type Taken } from './ledger-changes.ts'

export interface StockAfter extends Pick<StockChange, 'quantity' | 'lastTaken'> {
  readonly placeId: number
}

/**
 * Adds changes to stock and answers what is there afterwards, in the same order. Rows that keep changing are
 * remembered, so that they are written without being read.
 */
export function writeStock(db: WriterDb, stock: LedgerChanges['stock']): StockAfter[] {
  const remembered = db.remembered<StockAfter>('stock')
  const places: unknown[][] = []
  let lastPlaceId: number | undefined
  const rows = Array.from(stock, ([key, change]) => {
    const before = remembered.get(key) ?? readStock(db, change)
    if (!before) {
      lastPlaceId = (lastPlaceId ?? readLastPlaceId(db)) + 1
      places.push([lastPlaceId, ...placeRow(change)])
    }
    const after: StockAfter = {
      placeId: before?.placeId ?? lastPlaceId!,
      quantity: (before?.quantity ?? 0) + change.quantity,
      lastTaken: laterTaken(change.lastTaken, before?.lastTaken ?? null),
    }
    // Goods are on their way once, to and from shelves and donors they move all day.
    if (locationKind(change.locationId) !== 'transit') remembered.set(key, after)
    return after
  })
  insertRows(db, `INSERT INTO "stockPlace"`, places)
  const quantities = rows.map(({ placeId, quantity, lastTaken }) => [
    placeId,
    quantity,
    lastTaken?.seq ?? null,
  ])
  insertRows(db, `REPLACE INTO "stockQuantity"`, quantities)
  return rows
}

/** A row of the view, in the order of its columns. */
export function stockRow(change: StockChange): unknown[] {
  return [...placeRow(change), change.quantity, change.lastTaken?.seq ?? null]
}

function placeRow({ locationId, lotId, itemId }: StockChange): unknown[] {
  return [locationId, lotId, itemId, locationKind(locationId), parseLotId(lotId)?.expiresOn ?? null]
}

function readStock(db: WriterDb, { locationId, lotId }: StockChange): StockAfter | undefined {
  const { placeIdOf, quantityAt, takenBy } = db.once(prepareReads)
  const place = placeIdOf.get(locationId, lotId) as { placeId: number } | undefined
  if (!place) return undefined
  const { quantity, lastTakenSeq } = quantityAt.get(place.placeId) as StockQuantity
  const lastTaken = lastTakenSeq === null ? null : (takenBy.get(lastTakenSeq) as Taken)
  return { placeId: place.placeId, quantity, lastTaken }
}

interface StockQuantity {
  readonly quantity: number
  readonly lastTakenSeq: number | null
}

/** One table each: as a join, looking for a place that is new, as most are, took six times as long. */
function prepareReads(db: WriterDb) {
  return {
    placeIdOf: db.prepare(`SELECT "placeId" FROM "stockPlace" WHERE "locationId" = ? AND "lotId" = ?`),
    quantityAt: db.prepare(`SELECT "quantity", "lastTakenSeq" FROM "stockQuantity" WHERE "placeId" = ?`),
    takenBy: db.prepare(
      `SELECT "seq", "body" ->> 'id' AS "movementId", "body" ->> 'occurredAt' AS "at" FROM "fact" WHERE "seq" = ?`,
    ),
  }
}

function readLastPlaceId(db: WriterDb): number {
  const row = db.prepare(`SELECT max("placeId") AS "placeId" FROM "stockPlace"`).get()
  return (row as { placeId: number | null }).placeId ?? 0
}
