import type { ConsignmentId } from '#shared/consignment/consignment'
import type { TripAnswer, TripRow } from '#shared/desk/desk-trip-wire'
import type { Instant } from '#shared/time/time'
import type { Trip, TripId } from '#shared/trip/trip'
import { inList } from '../database/in-list.ts'
import type { Reader } from '../database/open-reader.ts'
import { readBodies, readDocument } from '../document/read-document.ts'
import { describeConsignments } from './describe-consignments.ts'
import { nameGoods, readGoodsInTransit } from './read-goods.ts'

export interface StoredTrip {
  readonly body: Trip
  readonly version: number
}

export function readTrip(reader: Reader, id: string): StoredTrip | undefined {
  return readDocument(reader, 'trips', id)
}

/** Rows of a list, in its order. */
export function tripRows(reader: Reader, trips: readonly StoredTrip[]): TripRow[] {
  const goods = readGoodsInTransit(
    reader,
    trips.flatMap(({ body }) => consignmentsOf(body)),
  )
  const couriers = readCouriers(reader, trips)
  const warehouses = reader.all(reader.query.selectFrom('warehouse').select(['id', 'name']))
  const nameByWarehouseId = new Map(warehouses.map(({ id, name }) => [id, name]))
  return trips.map(({ body: trip, version }) => {
    const courier = couriers.get(trip.courierId)
    return {
      trip,
      version,
      warehouseName: nameByWarehouseId.get(trip.warehouseId) ?? trip.warehouseId,
      courierName: courier?.name ?? trip.courierId,
      courierHasKey: courier?.keyBox != null,
      openStops: consignmentsOf(trip).filter((id) => goods.has(id)).length,
    }
  })
}

/** A trip as the desk shows it, but for the driver. */
export function readTripAnswer(reader: Reader, stored: StoredTrip, at: Instant): Omit<TripAnswer, 'driver'> {
  const { body: trip } = stored
  const ids = consignmentsOf(trip)
  const goods = readGoodsInTransit(reader, ids)
  const described = describeConsignments(
    reader,
    trip.stops.map(({ consignmentId, caseFileId }) => ({ id: consignmentId, caseFileId })),
    goods,
    at,
  )
  const others = readOtherTrips(reader, trip)
  const loaded = [...goods.values()].flat()
  const itemById = readBodies(
    reader,
    'items',
    loaded.map(({ itemId }) => itemId),
  )
  return {
    ...tripRows(reader, [stored])[0]!,
    stops: trip.stops.map(({ consignmentId, order }) => ({
      ...described.get(consignmentId)!,
      order,
      inTransit: goods.has(consignmentId),
      otherTrips: others.get(consignmentId) ?? [],
    })),
    loading: nameGoods(loaded, itemById),
  }
}

function consignmentsOf({ stops }: Trip): ConsignmentId[] {
  return stops.map(({ consignmentId }) => consignmentId)
}

function readCouriers(reader: Reader, trips: readonly StoredTrip[]) {
  const rows = reader.all(
    reader.query
      .selectFrom('staffMember')
      .select(['id', 'name', 'keyBox'])
      .where('id', 'in', inList(trips.map(({ body }) => body.courierId))),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Trips that have not ended and name the same consignments. */
function readOtherTrips(
  reader: Reader,
  trip: Trip,
): Map<string, { readonly id: TripId; readonly code: string }[]> {
  const rows = reader.all(
    reader.query
      .selectFrom('tripStop')
      .select(['consignmentId', 'tripId'])
      .where('consignmentId', 'in', inList(consignmentsOf(trip)))
      .where('tripId', '!=', trip.id),
  )
  const tripById = readBodies(
    reader,
    'trips',
    rows.map(({ tripId }) => tripId),
  )
  const others = new Map<string, { id: TripId; code: string }[]>()
  for (const { consignmentId, tripId } of rows) {
    const other = { id: tripId, code: tripById.get(tripId)?.code ?? tripId }
    others.set(consignmentId, [...(others.get(consignmentId) ?? []), other])
  }
  return others
}
