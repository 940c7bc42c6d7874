import type { CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { StaffId } from '#shared/staff/staff'
import { addDays, type LocalDate } from '#shared/time/time'
import { KEPT_DAYS_AFTER } from '#shared/trip/packages-to-wipe'
import { tripPackageId, visitPackageId, type PackageKind } from '#shared/trip/trip-package'
import type { TripId } from '#shared/trip/trip'
import { inList } from '../database/in-list.ts'
import type { Reader } from '../database/open-reader.ts'
import { readBodies } from '../document/read-document.ts'
import { readGoodsInTransit } from './read-goods.ts'

/** One household that a person may know for a while, and why. */
export interface WantedPackage {
  readonly id: string
  readonly kind: PackageKind
  readonly caseFileId: CaseFileId
  readonly tripId?: TripId
  readonly consignmentId?: ConsignmentId
  readonly dayOn: LocalDate
}

/** The doors of a courier's trips that have not ended: goods still with them, and no handover of that trip arrived. */
export function wantedOfTrips(
  reader: Reader,
  { staffId, warehouseId, today }: { staffId: StaffId; warehouseId: string; today: LocalDate },
): WantedPackage[] {
  const active = reader.all(reader.query.selectFrom('tripStop').select('tripId').distinct())
  const trips = [
    ...readBodies(
      reader,
      'trips',
      active.map(({ tripId }) => tripId),
    ).values(),
  ].filter(
    (trip) =>
      trip.courierId === staffId &&
      trip.warehouseId === warehouseId &&
      today <= addDays(trip.dayOn, KEPT_DAYS_AFTER),
  )
  const stops = trips.flatMap(({ id, dayOn, stops }) => stops.map((stop) => ({ ...stop, tripId: id, dayOn })))
  const goods = readGoodsInTransit(
    reader,
    stops.map(({ consignmentId }) => consignmentId),
  )
  const done = readHandovers(
    reader,
    stops.map(({ consignmentId }) => consignmentId),
  )
  return stops
    .filter(
      ({ consignmentId, tripId }) =>
        goods.has(consignmentId) && !done.has(tripPackageId(tripId, consignmentId)),
    )
    .map(({ tripId, consignmentId, caseFileId, dayOn }) => ({
      id: tripPackageId(tripId, consignmentId),
      kind: 'trip',
      caseFileId,
      tripId,
      consignmentId,
      dayOn,
    }))
}

/** As many doors as anybody visits before the next contact; the longest waiting come first. */
const VISITS_MAX = 100

/** Households that this person was sent to and has not surveyed: waiting for a visit, or for a second one by somebody else. */
export function wantedOfVisits(
  reader: Reader,
  { staffId, today }: { staffId: StaffId; today: LocalDate },
): WantedPackage[] {
  return reader
    .all(
      reader.query
        .selectFrom('caseLife')
        .select('caseFileId')
        .where('mergedInto', 'is', null)
        .where('routedTo', '=', staffId)
        .where('step', 'in', ['survey', 'verification'])
        .where((life) => life.or([life('surveyedBy', 'is', null), life('surveyedBy', '<>', staffId)]))
        .orderBy('since')
        .limit(VISITS_MAX),
    )
    .map(({ caseFileId }) => ({
      id: visitPackageId(caseFileId),
      kind: 'visit',
      caseFileId,
      dayOn: today,
    }))
}

/** On another trip the same goods start anew. */
function readHandovers(reader: Reader, consignmentIds: readonly string[]): Set<string> {
  const rows = reader.all(
    reader.query
      .selectFrom('handover')
      .select(['consignmentId', 'tripId'])
      .where('consignmentId', 'in', inList(consignmentIds))
      .where('tripId', 'is not', null),
  )
  return new Set(rows.map(({ consignmentId, tripId }) => tripPackageId(tripId ?? '', consignmentId)))
}
