import { addDays, type LocalDate } from '../time/time.ts'
import type { Trip } from './trip.ts'
import type { TripPackage } from './trip-package.ts'

/** The day of the trip and the one after: a drive may end past midnight. */
export const KEPT_DAYS_AFTER = 1

/** A visit may have to wait for the road, and the phone for a network. The server gives the same anew after a week. */
export const VISIT_KEPT_DAYS = 14
export const VISIT_RENEWED_DAYS = 7

export interface WipeGround {
  readonly today: LocalDate
  /** The device has been shut out. */
  readonly revoked: boolean
  /** Trips as this side knows them now. */
  readonly tripById: ReadonlyMap<string, Trip>
  /** Doors whose handover the server has, as their packages are called; of no known trip, their consignments. */
  readonly acknowledged: ReadonlySet<string>
  /** Case files whose survey the server has, with the day of the last one. */
  readonly surveyedOn: ReadonlyMap<string, LocalDate>
}

/** Ids of the packages that must no longer lie on a phone; decided without a network. */
export function packagesToWipe(
  packages: readonly Omit<TripPackage, 'sealed'>[],
  ground: WipeGround,
): string[] {
  return packages.filter((one) => mustGo(one, ground)).map(({ id }) => id)
}

function mustGo(
  { id, kind, tripId, consignmentId, staffId, caseFileId, dayOn }: Omit<TripPackage, 'sealed'>,
  { today, revoked, tripById, acknowledged, surveyedOn }: WipeGround,
): boolean {
  if (revoked || today > addDays(dayOn, kind === 'visit' ? VISIT_KEPT_DAYS : KEPT_DAYS_AFTER)) return true
  if (kind === 'visit') {
    const visitedOn = surveyedOn.get(caseFileId)
    // One from before is another visit.
    return visitedOn !== undefined && visitedOn >= dayOn
  }
  if (acknowledged.has(id) || (consignmentId !== undefined && acknowledged.has(consignmentId))) return true
  const trip = tripId === undefined ? undefined : tripById.get(tripId)
  // A trip that is not here yet is on its way down: the packages may have come first.
  if (!trip) return false
  return (
    trip.state === 'ended' ||
    trip.courierId !== staffId ||
    !trip.stops.some((stop) => stop.consignmentId === consignmentId)
  )
}
