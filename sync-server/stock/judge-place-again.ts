import type { LocationId } from '#shared/location/location'
import type { LotId } from '#shared/lot/lot'
import type { WriterDb } from '../database/writer-db.ts'
import { judgeBelowZero } from './judge-stock.ts'

/** "Below zero" at a place, after what excuses it came or went without any goods moving. */
export function judgePlaceAgain(db: WriterDb, locationId: LocationId, at: string): void {
  const below = db
    .prepare(
      `SELECT "lotId", "itemId", "quantity", "body" ->> 'id' AS "movementId", "body" ->> 'occurredAt' AS "takenAt"
       FROM "stock" JOIN "fact" ON "seq" = "lastTakenSeq" WHERE "locationId" = ? AND "quantity" < 0`,
    )
    .all(locationId) as BelowZero[]
  for (const { lotId, itemId, quantity, movementId, takenAt } of below) {
    judgeBelowZero(
      db,
      { locationId, lotId, itemId },
      { quantity, lastTaken: { movementId, at: takenAt } },
      at,
    )
  }
}

interface BelowZero {
  readonly lotId: LotId
  readonly itemId: string
  readonly quantity: number
  readonly movementId: string
  readonly takenAt: string
}
