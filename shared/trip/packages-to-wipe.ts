import { addDays, type LocalDate } from '../time/time.ts'
import type { Trip } from './trip.ts'
import type { TripPackage } from './trip-package.ts'

/** The day of the trip and the one after: a drive may end past midnight. */
export const KEPT_DAYS_AFTER = 1

export interface WipeGround {
  readonly today: LocalDate
  /** The device has been shut out. */
  readonly revoked: boolean
  /** Trips as this side knows them now. */
  readonly tripById: ReadonlyMap<string, Trip>
  /** Consignments whose handover the server has. */
  readonly acknowledged: ReadonlySet<string>
}

/** Ids of the packages that must no longer lie on a phone; decided without a network. */
export function packagesToWipe(
  packages: readonly Omit<TripPackage, 'sealed'>[],
  ground: WipeGround,
): string[] {
  return packages.filter((one) => mustGo(one, ground)).map(({ id }) => id)
}

function mustGo(
  { kind, tripId, consignmentId, staffId, dayOn }: Omit<TripPackage, 'sealed'>,
  { today, revoked, tripById, acknowledged }: WipeGround,
): boolean {
  if (revoked || today > addDays(dayOn, KEPT_DAYS_AFTER)) return true
  if (kind === 'visit') return false
  if (consignmentId !== undefined && acknowledged.has(consignmentId)) return true
  const trip = tripId === undefined ? undefined : tripById.get(tripId)
  // A trip that is not here yet is on its way down: the packages may have come first.
  if (!trip) return false
  return (
    trip.state === 'ended' ||
    trip.courierId !== staffId ||
    !trip.stops.some((stop) => stop.consignmentId === consignmentId)
  )
}
