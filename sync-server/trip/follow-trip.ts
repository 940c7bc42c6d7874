import type { Finding } from '#shared/finding/finding'
import type { Instant } from '#shared/time/time'
import type { Trip } from '#shared/trip/trip'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from '../finding/close-finding.ts'
import { openFinding } from '../finding/open-finding.ts'
import { noteTrip } from './note-trip.ts'

interface TripFollowed {
  /** Undefined for a new one. */
  readonly before: Trip | undefined
  readonly changedBy: string
  readonly at: string
}

/** Notes which consignments are on a trip that has not ended, and finds those that are on two. */
export function followTrip(db: WriterDb, trip: Trip, { before: old, changedBy, at }: TripFollowed): void {
  const before = db.prepare(`SELECT "consignmentId" FROM "tripStop" WHERE "tripId" = ?`).all(trip.id) as {
    consignmentId: string
  }[]
  const stops = trip.state === 'ended' ? [] : trip.stops
  db.prepare(`DELETE FROM "tripStop" WHERE "tripId" = ?`).run(trip.id)
  const insert = db.prepare(`INSERT OR IGNORE INTO "tripStop" VALUES (?, ?)`)
  for (const { consignmentId } of stops) insert.run(consignmentId, trip.id)
  const touched = new Set([...before, ...stops].map(({ consignmentId }) => consignmentId))
  for (const consignmentId of touched) judgeTrips(db, consignmentId, trip.warehouseId, at)
  noteTrip(db, { trip, before: old, by: changedBy, at: at as Instant })
}

function judgeTrips(db: WriterDb, consignmentId: string, warehouseId: string, at: string): void {
  const finding = onTwoTrips(consignmentId, tripsOf(db, consignmentId))
  if (finding) openFinding(db, finding, { at, warehouseId })
  else closeFinding(db, `on-two-trips|${consignmentId}`, at)
}

/** Trips that have not ended and name this consignment. */
export function tripsOf(db: WriterDb, consignmentId: string): string[] {
  const rows = db
    .prepare(`SELECT "tripId" FROM "tripStop" WHERE "consignmentId" = ? ORDER BY "tripId"`)
    .all(consignmentId) as { tripId: string }[]
  return rows.map(({ tripId }) => tripId)
}

/** All such findings, from the stops alone: what a rebuild compares with. */
export function findOnTwoTrips(db: WriterDb): Finding[] {
  const rows = db
    .prepare(`SELECT "consignmentId" FROM "tripStop" GROUP BY "consignmentId" HAVING count(*) > 1`)
    .all() as { consignmentId: string }[]
  return rows.flatMap(({ consignmentId }) => onTwoTrips(consignmentId, tripsOf(db, consignmentId)) ?? [])
}

function onTwoTrips(consignmentId: string, tripIds: readonly string[]): Finding | undefined {
  return tripIds.length > 1 ? { kind: 'on-two-trips', consignmentId, tripIds } : undefined
}
