import type { CaseFile } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { Item } from '#shared/item/item'
import { transitLocation } from '#shared/location/location'
import type { StaffMember } from '#shared/staff/staff'
import { sumGoods, type LotQuantity, type SummedGoods } from '#shared/trip/sum-goods'
import type { Trip, TripStop } from '#shared/trip/trip'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import type { HandoverDraft } from '../draft/draft.ts'
import { readItems } from '../item/item-store.ts'

export interface StopInHand {
  readonly stop: TripStop
  /** Undefined where the case file has not come down or is gone. */
  readonly caseFile: CaseFile | undefined
  /** What is on board for it; nothing once it was handed over or went back. */
  readonly goods: readonly SummedGoods[]
  /** Its label was scanned when it was loaded. */
  readonly loaded: boolean
  /** Its handover was opened here and not recorded yet. */
  readonly begun: boolean
}

export interface TripInHand {
  readonly trip: Trip
  readonly stops: readonly StopInHand[]
  readonly itemById: ReadonlyMap<string, Item>
}

/** A courier's own trips, for others all of the warehouse; those that have not ended, soonest first. */
export async function listTrips(db: LedgerDatabase, staff: StaffMember): Promise<Trip[]> {
  const trips = await activeTrips(db)
  return trips.filter(({ courierId }) => staff.role !== 'courier' || courierId === staff.id)
}

export async function activeTrips(db: LedgerDatabase): Promise<Trip[]> {
  const rows = await db.trips.toArray()
  return rows
    .filter(({ deleted, body }) => !deleted && body.state !== 'ended')
    .map(({ body }) => body)
    .sort((a, b) => (a.dayOn === b.dayOn ? a.code.localeCompare(b.code) : a.dayOn < b.dayOn ? -1 : 1))
}

export async function readTrip(db: LedgerDatabase, id: string): Promise<TripInHand | undefined> {
  const row = await db.trips.get(id)
  if (!row || row.deleted) return undefined
  const { stops } = row.body
  const [caseFiles, goods, loaded, begun] = await Promise.all([
    db.caseFiles.bulkGet(stops.map(({ caseFileId }) => caseFileId)),
    Promise.all(stops.map(({ consignmentId }) => goodsOnBoard(db, consignmentId))),
    readLoaded(db, id),
    listBegun(db),
  ])
  const itemById = await readItems(
    db,
    goods.flat().map(({ itemId }) => itemId),
  )
  return {
    trip: row.body,
    itemById,
    stops: stops.map((stop, i) => ({
      stop,
      caseFile: caseFiles[i]?.body,
      goods: sumGoods(goods[i]!),
      loaded: loaded.has(stop.consignmentId),
      begun: begun.some(({ consignmentId }) => consignmentId === stop.consignmentId),
    })),
  }
}

/** What is in transit of one consignment, own unsent movements included. */
export async function goodsOnBoard(db: LedgerDatabase, consignmentId: string): Promise<LotQuantity[]> {
  const place = transitLocation(consignmentId)
  const rows = await db.stock.where('[locationId+lotId]').between([place, ''], [place, '\uffff']).toArray()
  return rows
    .map(({ itemId, lotId, ordered, pending }) => ({ itemId, lotId, quantity: ordered + pending }))
    .filter(({ quantity }) => quantity !== 0)
}

/**
 * The trip that has not ended and names this consignment, if this device knows one: of several the courier's own, since
 * the goods of a lost phone are put on another trip while the first is still open.
 */
export async function findTripOf(
  db: LedgerDatabase,
  consignmentId: string,
  courierId?: StaffMember['id'],
): Promise<Trip | undefined> {
  const trips = (await activeTrips(db)).filter(({ stops }) =>
    stops.some((stop) => stop.consignmentId === consignmentId),
  )
  return trips.find((trip) => trip.courierId === courierId) ?? trips[0]
}

/** Handovers that were opened here and not recorded, with the code of their case file: of any trip, or of none. */
export async function listBegun(
  db: LedgerDatabase,
): Promise<readonly { readonly consignmentId: ConsignmentId; readonly code: string }[]> {
  const open = (await db.drafts.where('kind').equals('handover').toArray()) as HandoverDraft[]
  const caseFiles = await db.caseFiles.bulkGet(open.map(({ caseFileId }) => caseFileId))
  return open.map(({ consignmentId, caseFileId }, i) => ({
    consignmentId,
    code: caseFiles[i]?.body?.code ?? caseFileId,
  }))
}

async function readLoaded(db: LedgerDatabase, tripId: string): Promise<ReadonlySet<string>> {
  return new Set((await readMeta(db, 'loaded'))?.[tripId])
}

/** False when it had been noted before. Trips that are gone are forgotten on the way. */
export async function noteLoaded(
  db: LedgerDatabase,
  tripId: string,
  consignmentId: ConsignmentId,
): Promise<boolean> {
  return db.transaction('rw', [db.meta, db.trips], async () => {
    const [loaded = {}, active] = await Promise.all([readMeta(db, 'loaded'), activeTrips(db)])
    const kept = Object.fromEntries(active.map(({ id }) => [id, loaded[id] ?? []]))
    const mine = kept[tripId] ?? []
    if (mine.includes(consignmentId)) return false
    await writeMeta(db, 'loaded', { ...kept, [tripId]: [...mine, consignmentId] })
    return true
  })
}
