import { Hono } from 'hono'
import {
  TripAddSchema,
  TripChangeSchema,
  TripMoveSchema,
  TripQuerySchema,
  TripStateRequestSchema,
  WaitingQuerySchema,
  type TripAnswer,
  type TripPage,
  type Waybill,
} from '#shared/desk/desk-trip-wire'
import { fold, matchesFolded } from '#shared/i18n/fold'
import type { Role } from '#shared/staff/staff'
import type { Trip, TripId } from '#shared/trip/trip'
import type { DeskEnv } from '../access/desk-env.ts'
import { TRIP_EDITORS } from '../access/policy.ts'
import { membersOf } from '../case-file/case-groups.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseBody, parseQuery } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { createDocumentList, pageRows } from '../document/document-list.ts'
import { joinHouseholds } from './join-households.ts'
import { readTrip, readTripAnswer, tripRows } from './read-trip.ts'
import { readWaiting } from './read-waiting.ts'
import { readDriver, sealDriver } from './trip-driver.ts'
import { refuseTrip } from './trip-refusal.ts'

/** Trips: consignments under way, in the order of one courier's drive. */
export function tripRoute({ reader, writer, keys, persons, now, newId }: DeskDeps) {
  const listTrips = createDocumentList(reader, 'trips', {
    search: ({ code, vehicle, plate }) => fold(`${code} ${vehicle} ${plate}`),
    order: ({ dayOn, code }) => `${dayOn} ${code}`,
  })

  function answer(id: string, role: Role): TripAnswer | undefined {
    return reader.atOneMoment(() => {
      const stored = readTrip(reader, id)
      if (!stored) return undefined
      const found = readTripAnswer(reader, stored, now())
      return TRIP_EDITORS.includes(role) ? { ...found, driver: readDriver(reader, keys, id) } : found
    })
  }

  return new Hono<DeskEnv>()
    .get('/trips', (c) => {
      const query = parseQuery(c, TripQuerySchema)
      if (!query.ok) return refuseDesk(c, query.error)
      const { q = '', state, warehouse, device } = query.value
      const words = fold(q)
      const onDevice = device === undefined ? undefined : readTripsOnDevice(device)
      const found = listTrips().filter(
        ({ id, body, search }) =>
          (state === 'all' || (state === 'ended') === (body.state === 'ended')) &&
          (warehouse === undefined || body.warehouseId === warehouse) &&
          (onDevice === undefined || onDevice.has(id)) &&
          (words === '' || matchesFolded(search, words) || search.includes(words)),
      )
      const { rows, ...page } = pageRows(found.toReversed(), query.value)
      return c.json({ ...page, rows: tripRows(reader, rows) } satisfies TripPage)
    })
    .get('/trips/waiting', (c) => {
      const query = parseQuery(c, WaitingQuerySchema)
      if (!query.ok) return refuseDesk(c, query.error)
      return c.json(reader.atOneMoment(() => readWaiting(reader, { ...query.value, at: now() })))
    })
    .get('/trips/:id', (c) => {
      const found = answer(c.req.param('id'), c.var.session.me.role)
      return found ? c.json(found) : refuseDesk(c, { kind: 'not-found' })
    })
    .get('/trips/:id/waybill', async (c) => {
      const stored = readTrip(reader, c.req.param('id'))
      if (!stored) return refuseDesk(c, { kind: 'not-found' })
      const caseFileIds = stored.body.stops.map(({ caseFileId }) => caseFileId)
      const by = { staffId: c.var.session.me.id }
      const membersById = new Map(caseFileIds.map((id) => [id, membersOf(reader, id)]))
      const known = await persons.readAll([...new Set([...membersById.values()].flat())], { by, why: 'trip' })
      const households = caseFileIds.map((caseFileId) => ({
        caseFileId,
        household: joinHouseholds(membersById.get(caseFileId)!.flatMap((id) => known.get(id) ?? [])),
      }))
      return c.json({ households } satisfies Waybill)
    })
    .post('/trips', async (c) => {
      const body = await parseBody(c, TripAddSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { driver, ...fields } = body.value
      const { me } = c.var.session
      const id = newId() as TripId
      const added = await writer.write('addTrip', {
        trip: { ...fields, id },
        driver: driver ? sealDriver(keys, id, driver) : null,
        changedBy: me.id,
        at: now(),
      })
      return added.ok ? c.json(answer(id, me.role), 201) : refuseDesk(c, refuseTrip(added.error))
    })
    .patch('/trips/:id', async (c) => {
      const body = await parseBody(c, TripChangeSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { version, stops, driver, ...change } = body.value
      const { me } = c.var.session
      const id = c.req.param('id') as TripId
      const changed = await writer.write('changeTrip', {
        id,
        version,
        change: change satisfies Partial<Trip>,
        stops,
        driver: driver ? sealDriver(keys, id, driver) : driver,
        changedBy: me.id,
        at: now(),
      })
      return changed.ok ? c.json(answer(id, me.role)) : refuseDesk(c, refuseTrip(changed.error))
    })
    .post('/trips/:id/state', async (c) => {
      const body = await parseBody(c, TripStateRequestSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { me } = c.var.session
      const id = c.req.param('id') as TripId
      const set = await writer.write('setTripState', { id, ...body.value, changedBy: me.id, at: now() })
      return set.ok ? c.json(answer(id, me.role)) : refuseDesk(c, refuseTrip(set.error))
    })
    .post('/trips/:id/move', async (c) => {
      const body = await parseBody(c, TripMoveSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { me } = c.var.session
      const fromId = c.req.param('id') as TripId
      const moved = await writer.write('moveToTrip', { fromId, ...body.value, changedBy: me.id, at: now() })
      return moved.ok ? c.json(answer(fromId, me.role)) : refuseDesk(c, refuseTrip(moved.error))
    })

  /** Trips of which this phone has been given names, whatever became of them. */
  function readTripsOnDevice(deviceId: string): Set<string | null> {
    const rows = reader.all(
      reader.query
        .selectFrom('package')
        .select('tripId')
        .distinct()
        .where('deviceId', '=', deviceId as never),
    )
    return new Set(rows.map(({ tripId }) => tripId))
  }
}
