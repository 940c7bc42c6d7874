import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TripAnswer, TripPage, WaitingList, Waybill } from '#shared/desk/desk-trip-wire'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { LocationId, WarehouseId } from '#shared/location/location'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { foundOnDisk } from '../../support/found-on-disk.ts'
import { helpRequest } from '../../support/help-request.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'
import { addCourier, addFiledHousehold, dispatchTo } from '../../support/trip-world.ts'

const NAME = 'Phạm Văn Kín'
const DRIVER = { name: 'Lò Văn Lái', phone: '0987 111 222' }

let server: TestServer
let desk: DeskClient
let auditor: DeskClient
let warehouseId: WarehouseId
let device: TestDevice
let facts: ReturnType<typeof createFactMaker>
let shelfId: LocationId
let caseFileIds: CaseFileId[]

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  warehouseId = await server.addWarehouse('HN')
  shelfId = await server.addShelf(warehouseId, 'A-1')
  desk = await signInAs(server, 'coordinator', {}, TEST_AT)
  auditor = await signInAs(server, 'auditor', {}, TEST_AT)
  await addCourier(server, warehouseId, { id: 'hoa', name: 'Lê Thị Hoa', pin: '730518', at: TEST_AT })
  device = await server.addDevice(warehouseId)
  facts = createFactMaker(device)
  await device.push([facts.intake(shelfId, 100)])
  const household = { persons: [{ name: NAME }], address: 'Ngõ Kín 7', howToFind: '' }
  caseFileIds = []
  for (const code of ['H-1', 'H-2', 'H-3'])
    caseFileIds.push(await addFiledHousehold(server, { code, household, at: TEST_AT }))
})
afterAll(() => server.close())

const newTrip = () => ({
  warehouseId,
  courierId: 'hoa',
  vehicle: 'Xe tải',
  plate: '29H-123.45',
  dayOn: '2026-11-21',
})

async function addTrip(body: object = {}): Promise<TripAnswer> {
  const added = await desk.call<TripAnswer>('POST', '/trips', { ...newTrip(), ...body })
  expect(added.status).toBe(201)
  return added.body
}
async function setStops({ trip, version }: TripAnswer, stops: readonly string[]) {
  return desk.call<TripAnswer>('PATCH', `/trips/${trip.id}`, { version, stops })
}
async function setState({ trip, version }: TripAnswer, state: string) {
  return desk.call<TripAnswer>('POST', `/trips/${trip.id}/state`, { version, state })
}
function send(i: number, quantity = 1): Promise<ConsignmentId> {
  return dispatchTo(device, facts, { caseFileId: caseFileIds[i]!, shelfId, quantity })
}
async function waiting(): Promise<string[]> {
  const { body } = await desk.call<WaitingList>('GET', `/trips/waiting?warehouse=${warehouseId}`)
  return body.rows.map(({ consignmentId }) => consignmentId)
}

test('what was dispatched waits for a trip until it is on one; the loading list is the sum of the stops', async () => {
  const consignments = [await send(0, 5), await send(1, 7), await send(2, 2)]
  expect(await waiting()).toEqual(consignments.toReversed())
  const trip = await addTrip()
  expect(trip.trip).toMatchObject({ code: 'CG-261121-1', state: 'planned', stops: [] })
  const { body } = await setStops(trip, consignments)
  expect(body.stops.map((stop) => [stop.order, stop.caseFileCode, stop.inTransit])).toEqual([
    [1, 'H-1', true],
    [2, 'H-2', true],
    [3, 'H-3', true],
  ])
  expect(body.loading.map(({ quantity, lots }) => [quantity, lots.map((lot) => lot.quantity)])).toEqual([
    [14, [14]],
  ])
  expect(await waiting()).toEqual([])
  expect((await addTrip()).trip.code).toBe('CG-261121-2')
})

test('stops change their order, and who has not seen the last change is told so', async () => {
  const trip = await addTrip()
  const ids = [await send(0), await send(1), await send(2)]
  const { body: first } = await setStops(trip, ids)
  const { body: turned } = await setStops(first, ids.toReversed())
  expect(turned.trip.stops.map(({ consignmentId, order }) => [consignmentId, order])).toEqual(
    ids.toReversed().map((id, i) => [id, i + 1]),
  )
  expect((await setStops(first, ids)).status).toBe(409)
})

test('the trip comes down to devices of its warehouse and names nobody', async () => {
  const trip = await addTrip({ driver: DRIVER })
  await setStops(trip, [await send(0)])
  const elsewhere = await server.addDevice(await server.addWarehouse('ĐN'))
  const answer = await (await device.fetch('/api/sync/documents/trips')).text()
  expect(answer).toContain(trip.trip.id)
  expect(answer).not.toMatch(new RegExp(`${NAME}|${DRIVER.name}`))
  expect(await (await elsewhere.fetch('/api/sync/documents/trips')).text()).not.toContain(trip.trip.id)
})

test('the driver is shown to who makes trips, to no auditor, and lies sealed on the disk', async () => {
  const trip = await addTrip({ driver: DRIVER })
  expect(trip.driver).toEqual(DRIVER)
  const seen = await auditor.call<TripAnswer>('GET', `/trips/${trip.trip.id}`)
  expect(seen.status).toBe(200)
  expect(JSON.stringify(seen.body)).not.toContain(DRIVER.name)
  expect(foundOnDisk(server.folder, [trip.trip.code]).length).toBeGreaterThan(0)
  expect(foundOnDisk(server.folder, [DRIVER.name, DRIVER.phone])).toEqual([])
  const { body } = await desk.call<TripAnswer>('PATCH', `/trips/${trip.trip.id}`, {
    version: trip.version,
    driver: null,
  })
  expect(body.driver).toBeNull()
})

test('the waybill names the households, only to who makes trips, and each is noted as read', async () => {
  const trip = await addTrip()
  await setStops(trip, [await send(0), await send(1)])
  expect((await auditor.call('GET', `/trips/${trip.trip.id}/waybill`)).status).toBe(403)
  const reads = () => server.reader.all(server.reader.query.selectFrom('personRead').selectAll())
  const before = reads().length
  const { body } = await desk.call<Waybill>('GET', `/trips/${trip.trip.id}/waybill`)
  expect(body.households.map(({ household }) => household?.persons[0]?.name)).toEqual([NAME, NAME])
  expect(reads().slice(before)).toMatchObject(
    [0, 1].map((i) => ({ staffId: desk.me.id, caseFileId: caseFileIds[i], why: 'trip' })),
  )
})

test('the waybill tells of a door what each of the joined requests knows', async () => {
  const household = { persons: [{ name: NAME }], address: '', howToFind: '' }
  const caseFileId = await addFiledHousehold(server, { code: 'H-4', household, at: TEST_AT })
  caseFileIds.push(caseFileId)
  const { body: other } = await desk.call<{ caseFileId: CaseFileId }>('POST', '/requests', helpRequest())
  const home = { address: 'Bản Khuất 3', howToFind: 'Sau trạm y tế' }
  await server.persons.put(other.caseFileId, { persons: [{ name: 'pham van kin' }], ...home }, 'test')
  const merged = await desk.call('POST', `/requests/${other.caseFileId}/merge`, { intoId: caseFileId })
  expect(merged.status).toBe(200)
  const trip = await addTrip()
  await setStops(trip, [await send(3)])
  const { body } = await desk.call<Waybill>('GET', `/trips/${trip.trip.id}/waybill`)
  expect(body.households).toEqual([{ caseFileId, household: { persons: [{ name: NAME }], ...home } }])
})

test('a planned consignment is moved from its trip, not taken twice; one on the road may be, and is a finding', async () => {
  const consignment = await send(0)
  const { body: first } = await setStops(await addTrip(), [consignment])
  const second = await addTrip()
  const refused = (await setStops(second, [consignment])) as unknown as { status: number; body: Refused }
  expect(refused.status).toBe(400)
  expect(refused.body.error.fields![0]!.message.vi).toContain(first.trip.code)

  await setState(first, 'on-the-way')
  const taken = await setStops(second, [consignment])
  expect(taken.body.stops[0]!.otherTrips.map(({ code }) => code)).toEqual([first.trip.code])
  const findings = async () =>
    (await desk.call<{ rows: { sentence: { vi: string } }[] }>('GET', '/findings?kind=on-two-trips')).body
      .rows
  expect((await findings())[0]!.sentence.vi).toContain(consignment)
})

test('a phone is lost: what was on its trip goes to another one in one step', async () => {
  const ids = [await send(0), await send(1)]
  const { body: planned } = await setStops(await addTrip(), ids)
  const { body: lost } = await setState(planned, 'on-the-way')
  const other = await addTrip()
  const moved = await desk.call<TripAnswer>('POST', `/trips/${lost.trip.id}/move`, {
    toId: other.trip.id,
    consignmentIds: ids,
  })
  expect(moved.body.trip.stops).toEqual([])
  const { body } = await desk.call<TripAnswer>('GET', `/trips/${other.trip.id}`)
  expect(body.trip.stops.map(({ consignmentId }) => consignmentId)).toEqual(ids)
  expect(body.openStops).toBe(2)
  expect(await waiting()).toEqual([])
})

test('ended, its goods wait for a trip again; opened again, they do not', async () => {
  const consignment = await send(2)
  const { body: planned } = await setStops(await addTrip(), [consignment])
  const { body: left } = await setState(planned, 'on-the-way')
  const { body: ended } = await setState(left, 'ended')
  expect(await waiting()).toEqual([consignment])
  expect((await setStops(ended, [])).status).toBe(400)
  await setState(ended, 'on-the-way')
  expect(await waiting()).toEqual([])
})

test('what was handed over is no longer on board and asks for no trip', async () => {
  const consignment = await send(1, 3)
  const { body: trip } = await setStops(await addTrip(), [consignment])
  const line = { fromId: `transit:${consignment}`, toId: `case-file:${caseFileIds[1]}`, quantity: 3 }
  await device.push([
    facts.movement({
      kind: 'delivery',
      lines: [line],
      rest: { caseFileId: caseFileIds[1], consignmentId: consignment },
    }),
  ])
  const { body } = await desk.call<TripAnswer>('GET', `/trips/${trip.trip.id}`)
  expect([body.openStops, body.stops[0]!.inTransit, body.loading]).toEqual([0, false, []])
})

test.each([
  [{ courierId: 'nobody' }, 'courierId'],
  [{ warehouseId: '99' }, 'warehouseId'],
  [{ dayOn: '2026-02-30' }, 'dayOn'],
  [{ plate: 'x'.repeat(21) }, 'plate'],
  [{ driver: { name: '', phone: '' } }, 'driver'],
])('a trip with %o is refused beside the field %s', async (change, field) => {
  const answer = await desk.call<Refused>('POST', '/trips', { ...newTrip(), ...change })
  expect(answer.status).toBe(400)
  expect(answer.body.error.fields?.map((it) => it.field)).toEqual([field])
})

test.each([
  [['5-0000'], /Chưa có kiện/],
  [['same', 'same'], /hai lần/],
])('stops %o are refused with what to do', async (stops, sentence) => {
  const trip = await addTrip()
  const consignment = stops[0] === 'same' ? await send(0) : undefined
  const { status, body } = (await setStops(
    trip,
    stops.map((id) => consignment ?? id),
  )) as unknown as { status: number; body: Refused }
  expect(status).toBe(400)
  expect(body.error.fields![0]!.message.vi).toMatch(sentence)
})

test('a trip without a stop does not leave; trips are found by plate and state', async () => {
  const trip = await addTrip({ plate: '30A-999.99' })
  expect((await setState(trip, 'on-the-way')).status).toBe(400)
  const { body } = await desk.call<TripPage>('GET', '/trips?q=999.99')
  expect(body.rows.map((row) => row.trip.id)).toEqual([trip.trip.id])
  expect(body.rows[0]).toMatchObject({ courierName: 'Lê Thị Hoa', courierHasKey: true, openStops: 0 })
  expect((await desk.call<TripPage>('GET', '/trips?q=999.99&state=ended')).body.total).toBe(0)
})
