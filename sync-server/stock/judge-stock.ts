import { assert } from '#shared/assert'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from '../finding/close-finding.ts'
import { openFinding } from '../finding/open-finding.ts'
import { isHandedOverTwice } from '../handover/handed-over-twice.ts'
import type { StockChange, Taken } from './ledger-changes.ts'

/** A held place below zero is a finding, unless "handed over twice" says the same and what to do about it. */
export function judgeBelowZero(
  db: WriterDb,
  { locationId, lotId, itemId }: Pick<StockChange, 'locationId' | 'lotId' | 'itemId'>,
  { quantity, lastTaken }: { readonly quantity: number; readonly lastTaken: Omit<Taken, 'seq'> | null },
  at: string,
): void {
  if (isHandedOverTwice(db, locationId)) return closeFinding(db, belowZeroKey(locationId, lotId), at)
  assert(lastTaken, `stock below zero that nothing took: ${locationId} ${lotId}`)
  openFinding(
    db,
    { kind: 'below-zero', locationId, lotId, quantity, movementId: lastTaken.movementId },
    { at, movementAt: lastTaken.at, itemId, warehouseId: warehouseOf(db, locationId) },
  )
}

export function belowZeroKey(locationId: string, lotId: string): string {
  return `below-zero|${locationId}|${lotId}`
}

function warehouseOf(db: WriterDb, locationId: string): string | undefined {
  const row = db
    .prepare(`SELECT min("warehouseId") AS "warehouseId" FROM "warehouseLocation" WHERE "locationId" = ?`)
    .get(locationId) as { warehouseId: string | null } | undefined
  return row?.warehouseId ?? undefined
}
