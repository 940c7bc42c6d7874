import { isHeld, locationKind } from '#shared/location/location'
import { leavesBefore, parseLotId } from '#shared/lot/lot'
import { assert } from '#shared/assert'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from '../finding/close-finding.ts'
import { openFinding } from '../finding/open-finding.ts'
import type { LedgerChanges, StockChange } from './ledger-changes.ts'

/** Adds changes to the projections, each key once, and lets "below zero" open and close by what came out. */
export function writeChanges(db: WriterDb, changes: LedgerChanges, at: string): void {
  const { stock, item, day, helped } = db.once(prepareWrites)
  for (const change of changes.stock.values()) {
    const now = stock.get(...stockRow(change)) as StockAfter
    if (isHeld(change.locationId)) judgeStock(db, change, now, at)
  }
  for (const [itemId, { inStock, inTransit, received, dispatched, delivered }] of changes.items) {
    item.run(itemId, inStock, inTransit, received, dispatched, delivered)
  }
  for (const [on, { intakes, dispatches, deliveries }] of changes.days) {
    day.run(on, intakes, dispatches, deliveries)
  }
  for (const [caseFileId, quantity] of changes.helped) helped.run(caseFileId, quantity)
}

interface StockAfter {
  readonly quantity: number
  readonly lastTakenAt: string | null
  readonly lastTakenMovementId: string | null
}

function judgeStock(db: WriterDb, change: StockChange, now: StockAfter, at: string): void {
  const { locationId, lotId, itemId, quantity } = change
  if (now.quantity < 0) {
    assert(now.lastTakenMovementId !== null, `stock below zero that nothing took: ${locationId} ${lotId}`)
    openFinding(
      db,
      {
        kind: 'below-zero',
        locationId,
        lotId,
        quantity: now.quantity,
        movementId: now.lastTakenMovementId,
      },
      {
        at,
        movementAt: now.lastTakenAt ?? undefined,
        itemId,
        warehouseId: warehouseOf(db, locationId),
      },
    )
  } else if (now.quantity - quantity < 0) {
    closeFinding(db, `below-zero|${locationId}|${lotId}`, at)
  }
}

function warehouseOf(db: WriterDb, locationId: string): string | undefined {
  const row = db
    .prepare(`SELECT min("warehouseId") AS "warehouseId" FROM "warehouseLocation" WHERE "locationId" = ?`)
    .get(locationId) as { warehouseId: string | null } | undefined
  return row?.warehouseId ?? undefined
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

function prepareWrites(db: WriterDb) {
  return {
    stock: db.prepare(
      `INSERT INTO "stock" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT ("locationId", "lotId") DO UPDATE SET "quantity" = "quantity" + excluded."quantity",
         ("lastTakenAt", "lastTakenMovementId") = (
           SELECT iif("takenLater", excluded."lastTakenAt", "stock"."lastTakenAt"),
             iif("takenLater", excluded."lastTakenMovementId", "stock"."lastTakenMovementId")
           FROM (SELECT excluded."lastTakenAt" IS NOT NULL AND ("stock"."lastTakenAt" IS NULL
             OR (excluded."lastTakenAt", excluded."lastTakenMovementId")
               > ("stock"."lastTakenAt", "stock"."lastTakenMovementId")) AS "takenLater"))
       RETURNING "quantity", "lastTakenAt", "lastTakenMovementId"`,
    ),
    item: db.prepare(
      `INSERT INTO "itemTotal" VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT ("itemId") DO UPDATE SET
         "inStock" = "inStock" + excluded."inStock", "inTransit" = "inTransit" + excluded."inTransit",
         "received" = "received" + excluded."received", "dispatched" = "dispatched" + excluded."dispatched",
         "delivered" = "delivered" + excluded."delivered"`,
    ),
    day: db.prepare(
      `INSERT INTO "dayTotal" VALUES (?, ?, ?, ?) ON CONFLICT ("on") DO UPDATE SET
         "intakes" = "intakes" + excluded."intakes", "dispatches" = "dispatches" + excluded."dispatches",
         "deliveries" = "deliveries" + excluded."deliveries"`,
    ),
    helped: db.prepare(
      `INSERT INTO "caseFileHelped" VALUES (?, ?)
       ON CONFLICT ("caseFileId") DO UPDATE SET "quantity" = "quantity" + excluded."quantity"`,
    ),
  }
}
