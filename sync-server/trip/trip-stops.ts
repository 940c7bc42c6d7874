import type { CaseFileId } from '#shared/case-file/case-file'
import type { Consignment, ConsignmentId } from '#shared/consignment/consignment'
import type { WarehouseId } from '#shared/location/location'
import { err, ok, type Result } from '#shared/result'
import { inOrder, type Trip, type TripStop } from '#shared/trip/trip'
import type { WriterDb } from '../database/writer-db.ts'
import { readStored } from '../document/put-document.ts'
import { tripsOf } from './follow-trip.ts'

export type StopRefusal =
  | { readonly kind: 'stop-repeated' }
  | { readonly kind: 'consignment-unknown'; readonly consignmentId: string }
  | { readonly kind: 'consignment-elsewhere'; readonly consignmentId: string }
  | { readonly kind: 'no-case-file'; readonly consignmentId: string }
  /** Still being prepared there: it can be moved over from there instead. */
  | { readonly kind: 'on-other-trip'; readonly consignmentId: string; readonly tripCode: string }

/** What is on the trip already may stay whatever became of it; what is added must be ours to put there. */
export function stopsFrom(
  db: WriterDb,
  trip: Trip,
  consignmentIds: readonly ConsignmentId[],
): Result<TripStop[], StopRefusal> {
  if (new Set(consignmentIds).size < consignmentIds.length) return err({ kind: 'stop-repeated' })
  const caseFileIdById = new Map(trip.stops.map((stop) => [stop.consignmentId, stop.caseFileId]))
  for (const consignmentId of consignmentIds) {
    if (caseFileIdById.has(consignmentId)) continue
    const caseFileId = caseFileOf(db, trip.warehouseId, consignmentId)
    if (!caseFileId.ok) return caseFileId
    const preparedOn = tripsOf(db, consignmentId)
      .map((id) => storedTrip(db, id)?.trip)
      .find((other) => other?.state === 'planned')
    if (preparedOn) return err({ kind: 'on-other-trip', consignmentId, tripCode: preparedOn.code })
    caseFileIdById.set(consignmentId, caseFileId.value)
  }
  return ok(
    inOrder(
      consignmentIds.map((consignmentId) => ({
        consignmentId,
        caseFileId: caseFileIdById.get(consignmentId)!,
      })),
    ),
  )
}

function caseFileOf(
  db: WriterDb,
  warehouseId: WarehouseId,
  consignmentId: ConsignmentId,
): Result<CaseFileId, StopRefusal> {
  const stored = readStored(db, 'consignments', consignmentId)
  if (!stored) return err({ kind: 'consignment-unknown', consignmentId })
  const consignment = JSON.parse(stored.body) as Consignment
  if (consignment.warehouseId !== warehouseId) return err({ kind: 'consignment-elsewhere', consignmentId })
  return consignment.caseFileId === undefined
    ? err({ kind: 'no-case-file', consignmentId })
    : ok(consignment.caseFileId)
}

export function storedTrip(
  db: WriterDb,
  id: string,
): { readonly trip: Trip; readonly version: number } | undefined {
  const stored = readStored(db, 'trips', id)
  if (!stored || stored.deleted === 1) return undefined
  return { trip: JSON.parse(stored.body) as Trip, version: stored.version }
}
