import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { TripAnswer } from '#shared/desk/desk-trip-wire'
import type { LocationId, WarehouseId } from '#shared/location/location'
import type { Household } from '#shared/person/person'
import { instantFromMs, type Instant } from '#shared/time/time'
import type { PackageContent, PackagesAnswer } from '#shared/trip/trip-package'
import { markOf } from '../../../sync-server/person/mark-of.ts'
import { hashCredentials } from '../../../sync-server/staff/staff-credentials.ts'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { foundOnDisk } from '../../support/found-on-disk.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { openPackageWithPin } from '../../support/open-package-with-pin.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'
import { addCourier, addFiledHousehold, dispatchTo } from '../../support/trip-world.ts'

const HOUSEHOLD: Household = {
  persons: [{ name: 'Đặng Thị Giấu', phone: '0912 000 777', idNumber: '001041000777' }],
  address: 'Bản Kín, nhà cuối',
  howToFind: 'Qua cầu treo, rẽ trái',
  place: { lat: 21.0123, lon: 105.8456, accuracyM: 12 },
}
const PLANTED = ['Đặng Thị Giấu', '0912 000 777', '001041000777', 'Bản Kín', 'Qua cầu treo', '21.0123']
const PIN = '730518'
const GOODS = 'gtin:08934563108168'

let server: TestServer
let desk: DeskClient
let warehouseId: WarehouseId
let phone: TestDevice
let facts: ReturnType<typeof createFactMaker>
let shelfId: LocationId
let caseFileId: CaseFileId
let consignmentId: ConsignmentId
let trip: TripAnswer
let at: Instant = TEST_AT

beforeAll(async () => {
  server = await startTestServer({ now: () => at })
  warehouseId = await server.addWarehouse('HN')
  shelfId = await server.addShelf(warehouseId, 'A-1')
  desk = await signInAs(server, 'admin', {}, TEST_AT)
  await addCourier(server, warehouseId, { id: 'hoa', name: 'Lê Thị Hoa', pin: PIN, at })
  await addCourier(server, warehouseId, { id: 'minh', name: 'Vũ Minh', pin: '915204', at })
  phone = await server.addDevice(warehouseId, 'Điện thoại Hoa')
  facts = createFactMaker(phone)
  await phone.push([facts.intake(shelfId, 100)])
  caseFileId = await addFiledHousehold(server, { code: 'HS-0001', household: HOUSEHOLD, at })
  consignmentId = await dispatchTo(phone, facts, { caseFileId, shelfId, quantity: 3 })
  const driver = { name: 'Lò Văn Lái', phone: '0987 111 222' }
  const body = { warehouseId, courierId: 'hoa', dayOn: '2026-11-21', driver }
  trip = (await desk.call<TripAnswer>('POST', '/trips', body)).body
  trip = (
    await desk.call<TripAnswer>('PATCH', `/trips/${trip.trip.id}`, {
      version: trip.version,
      stops: [consignmentId],
    })
  ).body
})
afterAll(() => server.close())

async function given(device: TestDevice = phone, staff = 'hoa'): Promise<PackagesAnswer> {
  const answer = await device.fetch(`/api/sync/packages?staff=${staff}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as PackagesAnswer
}
function reads() {
  const { reader } = server
  return reader.all(reader.query.selectFrom('personRead').selectAll().where('why', '=', 'trip'))
}

const openWithPin = (sealed: string, pin: string): Promise<PackageContent> =>
  openPackageWithPin(server, 'hoa', pin, sealed)

test('what comes down is sealed to the courier, and her PIN alone opens it: names, address, place, driver, marks', async () => {
  const { packages, keyMissing } = await given()
  expect(keyMissing).toBe(false)
  expect(packages).toMatchObject([
    { id: `${trip.trip.id}:${consignmentId}`, kind: 'trip', staffId: 'hoa', caseFileId, dayOn: '2026-11-21' },
  ])
  for (const planted of PLANTED) expect(JSON.stringify(packages)).not.toContain(planted)
  const content = await openWithPin(packages[0]!.sealed, PIN)
  expect(content.household).toEqual(HOUSEHOLD)
  expect(content.driver).toEqual({ name: 'Lò Văn Lái', phone: '0987 111 222' })
  expect(content.idMarks).toEqual([await markOf(server.keys, 'id', '001041000777')])
  await expect(openWithPin(packages[0]!.sealed, '111222')).rejects.toThrow()
})

test('asked again, the same bytes come and nobody is noted as reading; on another device they are sealed anew', async () => {
  const first = await given()
  const before = reads().length
  expect(await given()).toEqual(first)
  expect(reads()).toHaveLength(before)

  const other = await server.addDevice(warehouseId, 'Máy khác')
  const second = await given(other)
  expect(second.packages[0]!.sealed).not.toBe(first.packages[0]!.sealed)
  expect(reads().at(-1)).toMatchObject({ staffId: 'hoa', deviceId: other.deviceId, caseFileId })
})

test('a household that changed is sealed anew', async () => {
  const first = await given()
  at = instantFromMs(Date.parse(TEST_AT) + 60_000)
  await server.persons.put(caseFileId, { ...HOUSEHOLD, howToFind: 'Nay ở nhà con gái' }, 'test')
  const second = await given()
  expect(second.packages[0]!.sealed).not.toBe(first.packages[0]!.sealed)
  const content = await openWithPin(second.packages[0]!.sealed, PIN)
  expect(content.household?.howToFind).toBe('Nay ở nhà con gái')
})

test('nothing comes for another courier, another warehouse, or who does not work here', async () => {
  expect((await given(phone, 'minh')).packages).toEqual([])
  const elsewhere = await server.addDevice(await server.addWarehouse('ĐN'))
  expect((await given(elsewhere)).packages).toEqual([])
  expect((await given(phone, 'ai-do')).packages).toEqual([])
  expect((await phone.fetch('/api/sync/packages')).status).toBe(400)
})

test('a PIN from before there were keys: nothing is sealed, and both sides are told what to do', async () => {
  const { keyBox, ...before } = server.reader.get(
    server.reader.query
      .selectFrom('staffMember')
      .selectAll()
      .where('id', '=', 'hoa' as never),
  )!
  await server.writer.write('changeStaff', { id: before.id, change: { keyBox: null }, changedBy: 'test', at })
  expect(await given()).toMatchObject({ keyMissing: true, packages: [] })
  const { body } = await desk.call<TripAnswer>('GET', `/trips/${trip.trip.id}`)
  expect(body.courierHasKey).toBe(false)
  const hashed = await hashCredentials({ pin: PIN })
  if (!hashed.ok) throw new Error(hashed.error.kind)
  await server.writer.write('changeStaff', { id: before.id, change: hashed.value, changedBy: 'test', at })
  const { packages } = await given()
  expect((await openWithPin(packages[0]!.sealed, PIN)).household?.address).toBe('Bản Kín, nhà cuối')
  expect(keyBox).not.toBeNull()
})

test('nothing of it lies in the clear on the server', () => {
  expect(foundOnDisk(server.folder, ['HS-0001']).length).toBeGreaterThan(0)
  expect(foundOnDisk(server.folder, PLANTED)).toEqual([])
})

test('a lost phone: revoked, it gets nothing, its trips are found, and what was sealed for it is not kept', async () => {
  const lost = await server.addDevice(warehouseId, 'Máy sẽ mất')
  expect((await given(lost)).packages).toHaveLength(1)
  await desk.call('POST', `/devices/${lost.deviceId}/revoke`, {})
  expect((await lost.fetch('/api/sync/packages?staff=hoa')).status).toBe(403)
  const { body } = await desk.call<{ rows: TripAnswer[] }>('GET', `/trips?device=${lost.deviceId}`)
  expect(body.rows.map((row) => row.trip.id)).toEqual([trip.trip.id])
  const kept = server.reader.all(
    server.reader.query.selectFrom('package').select('sealed').where('deviceId', '=', lost.deviceId),
  )
  expect(kept.map(({ sealed }) => sealed.length)).toEqual([0])
})

test('erasing the household takes what was sealed of it off the server, and off the phone at its next contact', async () => {
  const other = await addFiledHousehold(server, { code: 'H-2', household: HOUSEHOLD, at })
  const second = await dispatchTo(phone, facts, { caseFileId: other, shelfId })
  trip = (await desk.call<TripAnswer>('GET', `/trips/${trip.trip.id}`)).body
  trip = (
    await desk.call<TripAnswer>('PATCH', `/trips/${trip.trip.id}`, {
      version: trip.version,
      stops: [consignmentId, second],
    })
  ).body
  expect((await given()).packages).toHaveLength(2)
  await server.persons.erase(other, null)
  const rows = server.reader.all(
    server.reader.query.selectFrom('package').select('id').where('caseFileId', '=', other),
  )
  expect(rows).toEqual([])
  const { packages } = await given()
  expect((await openWithPin(packages[1]!.sealed, PIN)).household).toBeNull()
})

test('the day after the trip it still comes, the day after that it is gone', async () => {
  at = '2026-11-22T16:59:00.000Z' as Instant
  expect((await given()).packages).toHaveLength(2)
  at = '2026-11-22T17:00:00.000Z' as Instant
  expect((await given()).packages).toEqual([])
  at = TEST_AT
})

test('once the server knows that nobody was home, the name goes; on another trip it comes again', async () => {
  const stop = trip.trip.stops[1]!
  const nobody = facts.fact('handover', {
    deviceId: phone.deviceId,
    staffId: 'hoa',
    occurredAt: at,
    warehouseId,
    consignmentId: stop.consignmentId,
    caseFileId: stop.caseFileId,
    tripId: trip.trip.id,
    lines: [{ itemId: GOODS, lotId: `${GOODS}~~~`, delivered: 0, left: 1, reason: 'absent' }],
    outcome: 'none',
    recipient: 'nobody',
    identity: 'none',
    identityMatched: null,
    confirmations: [],
    needed: ['giver'],
    parts: [],
  })
  const { results } = await phone.push([{ ...nobody, body: { ...nobody.body, id: nobody.id } }])
  expect(results).toMatchObject([{ seq: expect.any(Number) }])
  expect((await given()).packages.map((one) => one.consignmentId)).toEqual([consignmentId])
  const body = { warehouseId, courierId: 'hoa', dayOn: '2026-11-21' }
  const second = (await desk.call<TripAnswer>('POST', '/trips', body)).body
  await desk.call('POST', `/trips/${trip.trip.id}/move`, {
    toId: second.trip.id,
    consignmentIds: [stop.consignmentId],
  })
  const held = (await given()).packages.map(({ id }) => id)
  expect(held).toContain(`${second.trip.id}:${stop.consignmentId}`)
  expect(held).toHaveLength(2)
})

test('what was handed over, and a trip that has ended, give no names', async () => {
  const line = { fromId: `transit:${consignmentId}`, toId: `case-file:${caseFileId}`, quantity: 3 }
  await phone.push([facts.movement({ kind: 'delivery', lines: [line], rest: { caseFileId, consignmentId } })])
  const ofTrip = async () => (await given()).packages.filter(({ tripId }) => tripId === trip.trip.id)
  const third = await dispatchTo(phone, facts, { caseFileId, shelfId })
  trip = (await desk.call<TripAnswer>('GET', `/trips/${trip.trip.id}`)).body
  trip = (
    await desk.call<TripAnswer>('PATCH', `/trips/${trip.trip.id}`, {
      version: trip.version,
      stops: [consignmentId, third],
    })
  ).body
  expect((await ofTrip()).map((one) => one.consignmentId)).toEqual([third])
  trip = (await desk.call<TripAnswer>('GET', `/trips/${trip.trip.id}`)).body
  for (const state of ['on-the-way', 'ended']) {
    trip = (
      await desk.call<TripAnswer>('POST', `/trips/${trip.trip.id}/state`, { version: trip.version, state })
    ).body
  }
  expect(await ofTrip()).toEqual([])
})
