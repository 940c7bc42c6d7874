import { locationKind } from '#shared/location/location'
import { expiresOnOf } from '#shared/lot/lot'
import { insertRows } from '../database/insert-rows.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { laterTaken, type LedgerChanges, type StockChange, type Taken } from './ledger-changes.ts'

export interface StockAfter {
  readonly placeId: number
  quantity: number
  lastTaken: Taken | null
}

/**
 * Adds changes to stock and answers what is there afterwards, in the same order. Rows that keep changing are
 * remembered, so that they are written without being read.
 */
export function writeStock(db: WriterDb, stock: LedgerChanges['stock']): StockAfter[] {
  const remembered = db.remembered<StockAfter>('stock')
  const places: unknown[][] = []
  const quantities: unknown[][] = []
  const rows: StockAfter[] = []
  const stored = readStock(
    db,
    Array.from(stock.keys()).filter((key) => !remembered.has(key)),
  )
  const newPlaceId = createPlaceIds(db)
  for (const [key, change] of stock) {
    const known = remembered.get(key)
    let row = known ?? stored.get(key)
    const isOnTheWay = locationKind(change.locationId) === 'transit'
    if (!row) {
      row = { placeId: newPlaceId(isOnTheWay), quantity: 0, lastTaken: null }
      places.push([row.placeId, ...placeRow(change)])
    }
    // In place: when the work is taken back, all that is remembered is forgotten.
    row.quantity += change.quantity
    row.lastTaken = laterTaken(change.lastTaken, row.lastTaken)
    if (!known && !isOnTheWay) remembered.set(key, row)
    quantities.push([row.placeId, row.quantity, row.lastTaken?.seq ?? null])
    rows.push(row)
  }
  insertRows(db, `INSERT INTO "stockPlace"`, places)
  insertRows(db, `REPLACE INTO "stockQuantity"`, quantities)
  return rows
}

/** A row of the view, in the order of its columns. */
export function stockRow(change: StockChange): unknown[] {
  return [...placeRow(change), change.quantity, change.lastTaken?.seq ?? null]
}

function placeRow({ locationId, lotId, itemId }: StockChange): unknown[] {
  return [locationId, lotId, itemId, locationKind(locationId), expiresOnOf(lotId) ?? null]
}

/** The rows of these keys that there are, all in one question. A key is place and lot, and no place has a bar in it. */
function readStock(db: WriterDb, keys: readonly string[]): Map<string, StockAfter> {
  if (keys.length === 0) return new Map()
  const rows = db
    .prepare(
      `SELECT "value" AS "key", "placeId", "quantity", "seq", "body" ->> 'id' AS "movementId", "body" ->> 'occurredAt' AS "at"
       FROM json_each(?) CROSS JOIN "stockPlace" ON "locationId" = substr("value", 1, instr("value", '|') - 1)
         AND "lotId" = substr("value", instr("value", '|') + 1)
       JOIN "stockQuantity" USING ("placeId") LEFT JOIN "fact" ON "seq" = "lastTakenSeq"`,
    )
    .all(JSON.stringify(keys)) as (Pick<StockAfter, 'placeId' | 'quantity'> & { readonly key: string } & (
      | Taken
      | { readonly seq: null }
    ))[]
  return new Map(
    rows.map(({ key, placeId, quantity, ...taken }) => [
      key,
      { placeId, quantity, lastTaken: taken.seq === null ? null : taken },
    ]),
  )
}

/** Goods are on their way once, while to and from shelves and donors they move all day: these lie apart, close together. */
const ON_THE_WAY_FROM = 2 ** 40

function createPlaceIds(db: WriterDb): (isOnTheWay: boolean) => number {
  const read = db.prepare(`SELECT max("placeId") AS "placeId" FROM "stockPlace" WHERE "placeId" < ?`)
  const lastBelow = (end: number) => (read.get(end) as { placeId: number | null }).placeId ?? 0
  let lastHere: number | undefined
  let lastOnTheWay: number | undefined
  return (isOnTheWay) => {
    if (!isOnTheWay) return (lastHere = (lastHere ?? lastBelow(ON_THE_WAY_FROM)) + 1)
    lastOnTheWay ??= Math.max(lastBelow(Number.MAX_SAFE_INTEGER), ON_THE_WAY_FROM)
    return ++lastOnTheWay
  }
}
