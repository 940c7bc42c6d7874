import type { ConsignmentId } from '#shared/consignment/consignment'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import type { Instant, LocalDate } from '#shared/time/time'
import { inOrder, STOPS_MAX, type Trip, type TripId, type TripState } from '#shared/trip/trip'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument } from '../document/put-document.ts'
import { stopsFrom, storedTrip, type StopRefusal } from './trip-stops.ts'

export type TripRefusal =
  | StopRefusal
  | { readonly kind: 'not-found' }
  | { readonly kind: 'version-old' }
  | { readonly kind: 'warehouse-unknown' }
  | { readonly kind: 'courier-wrong' }
  | { readonly kind: 'trip-ended' }
  | { readonly kind: 'trip-empty' }
  | { readonly kind: 'too-many-stops' }
  | { readonly kind: 'other-trip-wrong' }

interface Signed {
  readonly changedBy: StaffId
  readonly at: Instant
}

export interface NewTrip extends Signed {
  readonly trip: Omit<Trip, 'code' | 'state' | 'stops'>
  /** Name and phone of the driver, sealed. */
  readonly driver: Uint8Array | null
}

export function addTrip(db: WriterDb, { trip, driver, changedBy, at }: NewTrip): Result<Trip, TripRefusal> {
  const warehouse = db.get(db.query.selectFrom('warehouse').select('id').where('id', '=', trip.warehouseId))
  if (!warehouse) return err({ kind: 'warehouse-unknown' })
  if (!mayDrive(db, trip)) return err({ kind: 'courier-wrong' })
  const added: Trip = { ...trip, code: takeCode(db, trip.dayOn), state: 'planned', stops: [] }
  putTrip(db, added, { changedBy, at })
  putDriver(db, trip.id, driver, { changedBy, at })
  return ok(added)
}

export interface TripPatch extends Signed {
  readonly id: TripId
  readonly version: number
  readonly change: Partial<Pick<Trip, 'courierId' | 'vehicle' | 'plate' | 'dayOn'>>
  /** All of them in their order. */
  readonly stops?: readonly ConsignmentId[] | undefined
  /** Left out: stays; null: nobody is named any more. */
  readonly driver?: Uint8Array | null | undefined
}

export function changeTrip(
  db: WriterDb,
  { id, version, change, stops, driver, changedBy, at }: TripPatch,
): Result<Trip, TripRefusal> {
  const old = readTrip(db, id, version)
  if (!old.ok) return old
  if (old.value.state === 'ended') return err({ kind: 'trip-ended' })
  const trip = { ...old.value, ...change }
  if (!mayDrive(db, trip)) return err({ kind: 'courier-wrong' })
  if (stops) {
    const ordered = stopsFrom(db, trip, stops)
    if (!ordered.ok) return ordered
    trip.stops = ordered.value
  }
  putTrip(db, trip, { changedBy, at })
  if (driver !== undefined) putDriver(db, id, driver, { changedBy, at })
  return ok(trip)
}

export function setTripState(
  db: WriterDb,
  {
    id,
    version,
    state,
    changedBy,
    at,
  }: Signed & Pick<TripPatch, 'id' | 'version'> & { readonly state: TripState },
): Result<Trip, TripRefusal> {
  const old = readTrip(db, id, version)
  if (!old.ok) return old
  if (state === 'on-the-way' && old.value.stops.length === 0) return err({ kind: 'trip-empty' })
  const trip = { ...old.value, state }
  putTrip(db, trip, { changedBy, at })
  return ok(trip)
}

export interface Move extends Signed {
  readonly fromId: TripId
  readonly toId: TripId
  readonly consignmentIds: readonly ConsignmentId[]
}

/** Takes consignments off one trip and puts them last on another, in one step: they are never on none. */
export function moveToTrip(
  db: WriterDb,
  { fromId, toId, consignmentIds, changedBy, at }: Move,
): Result<Trip, TripRefusal> {
  const from = readTrip(db, fromId)
  const to = readTrip(db, toId)
  if (!from.ok) return from
  if (!to.ok || fromId === toId || to.value.warehouseId !== from.value.warehouseId) {
    return err({ kind: 'other-trip-wrong' })
  }
  if (from.value.state === 'ended' || to.value.state === 'ended') return err({ kind: 'trip-ended' })
  const leaving = from.value.stops.filter(({ consignmentId }) => consignmentIds.includes(consignmentId))
  if (leaving.length === 0) return err({ kind: 'not-found' })
  const arriving = leaving.filter(
    (stop) => !to.value.stops.some((it) => it.consignmentId === stop.consignmentId),
  )
  if (to.value.stops.length + arriving.length > STOPS_MAX) return err({ kind: 'too-many-stops' })
  const left = { ...from.value, stops: inOrder(from.value.stops.filter((stop) => !leaving.includes(stop))) }
  putTrip(db, left, { changedBy, at })
  putTrip(db, { ...to.value, stops: inOrder([...to.value.stops, ...arriving]) }, { changedBy, at })
  return ok(left)
}

function readTrip(db: WriterDb, id: string, version?: number): Result<Trip, TripRefusal> {
  const stored = storedTrip(db, id)
  if (!stored) return err({ kind: 'not-found' })
  return version === undefined || stored.version === version ? ok(stored.trip) : err({ kind: 'version-old' })
}

function putTrip(db: WriterDb, trip: Trip, signed: Signed): void {
  putDocument(db, {
    collection: 'trips',
    id: trip.id,
    body: trip,
    warehouseId: trip.warehouseId,
    ...signed,
  })
}

/** A courier of this warehouse who works here still. */
function mayDrive(
  db: WriterDb,
  { courierId, warehouseId }: Pick<Trip, 'courierId' | 'warehouseId'>,
): boolean {
  const courier = db.get(
    db.query.selectFrom('staffMember').select(['role', 'warehouseId', 'active']).where('id', '=', courierId),
  )
  return courier?.role === 'courier' && courier.active === 1 && courier.warehouseId === warehouseId
}

/** `CG-261121-1`: short enough to say on the phone, and the same number is never given twice. */
function takeCode(db: WriterDb, dayOn: LocalDate): string {
  const day = db.get(db.query.selectFrom('tripDay').select('lastNumber').where('dayOn', '=', dayOn))
  const lastNumber = (day?.lastNumber ?? 0) + 1
  db.run(
    db.query
      .insertInto('tripDay')
      .values({ dayOn, lastNumber })
      .onConflict((conflict) => conflict.column('dayOn').doUpdateSet({ lastNumber })),
  )
  return `CG-${dayOn.slice(2).replaceAll('-', '')}-${lastNumber}`
}

function putDriver(db: WriterDb, tripId: TripId, sealed: Uint8Array | null, { changedBy, at }: Signed): void {
  if (!sealed) {
    db.run(db.query.deleteFrom('tripDriver').where('tripId', '=', tripId))
    return
  }
  const row = { sealed, changedAt: at, changedBy }
  db.run(
    db.query
      .insertInto('tripDriver')
      .values({ tripId, ...row })
      .onConflict((conflict) => conflict.column('tripId').doUpdateSet(row)),
  )
}
