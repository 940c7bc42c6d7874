import { randomUUID } from 'node:crypto'
import type { CaseEvent } from '#shared/case-file/life'
import { transitLocation } from '#shared/location/location'
import type { Instant } from '#shared/time/time'
import type { Trip, TripStop } from '#shared/trip/trip'
import { addCaseEvents } from '../case-file/case-events.ts'
import type { WriterDb } from '../database/writer-db.ts'

interface ChangedTrip {
  readonly trip: Trip
  readonly before: Trip | undefined
  readonly by: string
  readonly at: Instant
}
type NotedKind = 'planned' | 'departed'

/**
 * Tells the lives of the case files on a trip that their goods are on it, and that it has left; and takes that back of
 * goods that are on it no more and were not handed over. The same trip a second time tells nothing.
 */
export function noteTrip(db: WriterDb, { trip, before, by, at }: ChangedTrip): void {
  const stops = new Map([...(before?.stops ?? []), ...trip.stops].map((stop) => [stop.consignmentId, stop]))
  const onIt = new Set(trip.stops.map(({ consignmentId }) => consignmentId))
  const events = [...stops.values()].flatMap((stop): CaseEvent[] => {
    const { consignmentId, caseFileId } = stop
    // Handed over, or back on a shelf: where the goods were is history.
    if (!isInTransit(db, consignmentId)) return []
    const isOn = onIt.has(consignmentId) && trip.state !== 'ended'
    const noted = readNoted(db, stop, trip.id)
    const head = { caseFileId, at, by }
    const onTrip = { tripId: trip.id, consignmentId }
    const isWanted: Record<NotedKind, boolean> = {
      planned: isOn,
      departed: isOn && trip.state === 'on-the-way',
    }
    const undoes = noted.filter(({ kind }) => !isWanted[kind]).map(({ id }) => id)
    const isMissing = (kind: NotedKind) => isWanted[kind] && !noted.some((it) => it.kind === kind)
    const fresh: CaseEvent[] = []
    if (undoes.length > 0)
      fresh.push({ ...head, id: randomUUID(), kind: 'taken-off', detail: { ...onTrip, undoes } })
    if (isMissing('planned'))
      fresh.push({ ...head, id: randomUUID(), kind: 'planned', detail: { ...onTrip, dayOn: trip.dayOn } })
    if (isMissing('departed')) fresh.push({ ...head, id: randomUUID(), kind: 'departed', detail: onTrip })
    return fresh
  })
  if (events.length > 0) addCaseEvents(db, events)
}

function isInTransit(db: WriterDb, consignmentId: TripStop['consignmentId']): boolean {
  const row = db
    .prepare(`SELECT 1 FROM "stock" WHERE "locationId" = ? AND "quantity" <> 0 LIMIT 1`)
    .get(transitLocation(consignmentId))
  return row !== undefined
}

/** What its life says of these goods on this trip and was not taken back. */
function readNoted(db: WriterDb, { caseFileId, consignmentId }: TripStop, tripId: string) {
  const rows = db
    .prepare(
      `SELECT "id", "kind", "detail" ->> 'undoes' AS "undoes" FROM "caseEvent"
       WHERE "caseFileId" = ? AND "kind" IN ('planned', 'departed', 'taken-off')
         AND "detail" ->> 'tripId' = ? AND "detail" ->> 'consignmentId' = ?`,
    )
    .all(caseFileId, tripId, consignmentId) as { id: string; kind: string; undoes: string | null }[]
  const undone = new Set(
    rows.flatMap(({ undoes }) => (undoes === null ? [] : (JSON.parse(undoes) as string[]))),
  )
  return rows.flatMap(({ id, kind }) =>
    kind !== 'taken-off' && !undone.has(id) ? [{ id, kind: kind as NotedKind }] : [],
  )
}
