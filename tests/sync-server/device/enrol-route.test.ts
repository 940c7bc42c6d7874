import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeviceRow, EnrolCode } from '#shared/desk/desk-device-wire'
import { ENROL_CODE_LIFETIME_MS } from '#shared/device/device'
import { parseOwnLabel } from '#shared/gs1/own-label'
import type { WarehouseId } from '#shared/location/location'
import type { EnrolAnswer } from '#shared/sync/wire'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { createTestClock, type TestClock } from '../../support/test-clock.ts'
import { createTestDevice, startTestServer, type TestServer } from '../../support/test-server.ts'

let clock: TestClock
let server: TestServer
let admin: DeskClient
let warehouseId: WarehouseId

beforeEach(async () => {
  clock = createTestClock()
  server = await startTestServer({ now: clock.now })
  warehouseId = await server.addWarehouse('HN')
  admin = await signInAs(server, 'admin', {}, clock.now())
})
afterEach(() => server.close())

async function newCode(): Promise<EnrolCode> {
  return (await admin.call<EnrolCode>('POST', '/devices/enrol-codes', { warehouseId })).body
}

function enrol(code: string, name = 'Máy 1'): Promise<Response> {
  return fetch(`${server.url}/api/devices/enrol`, { method: 'POST', body: JSON.stringify({ code, name }) })
}

async function devices(): Promise<DeviceRow[]> {
  return (await admin.call<{ devices: DeviceRow[] }>('GET', '/devices')).body.devices
}

test('a code is a label of digits and dashes, and stands in the address behind #', async () => {
  const { code, url, expiresAt } = await newCode()
  expect(code).toMatch(/^[\d-]{12,}$/)
  expect(parseOwnLabel(code)).toMatchObject({ ok: true, value: { family: 'enrolment' } })
  expect(new URL(url).hash).toBe(`#${code}`)
  expect(new URL(url).pathname).toBe('/app/enrol')
  expect(Date.parse(expiresAt) - Date.parse(clock.now())).toBe(ENROL_CODE_LIFETIME_MS)
})

test('where somebody said how people reach the server, the address of a code says so, wherever the desk was opened', async () => {
  const publicUrl = 'https://kho.example.org'
  const known = await startTestServer({ now: clock.now, publicUrl })
  const desk = await signInAs(known, 'admin', {}, clock.now())
  const body = { warehouseId: await known.addWarehouse('HN') }
  const made = await desk.call<EnrolCode>('POST', '/devices/enrol-codes', body)
  expect(made.body.url).toBe(`${publicUrl}/app/enrol#${made.body.code}`)
  await known.close()
})

test('a code becomes a device of its warehouse whose token opens the wire', async () => {
  const { code } = await newCode()
  const answer = await enrol(code)
  expect(answer.status).toBe(201)
  const { deviceId, token, warehouseName, ...rest } = (await answer.json()) as EnrolAnswer
  expect(rest).toEqual({ protocol: 1, warehouseId })
  expect(warehouseName).toBe('Kho HN')
  const device = createTestDevice({ url: server.url, deviceId, warehouseId, token })
  expect((await device.fetch('/api/sync/snapshot')).status).toBe(200)
})

test('a code typed without its dashes is the same code', async () => {
  const { code } = await newCode()
  expect((await enrol(` ${code.replaceAll('-', ' ')} `)).status).toBe(201)
})

test('a code works once, also for two at the same moment', async () => {
  const { code } = await newCode()
  const answers = await Promise.all([enrol(code), enrol(code), enrol(code)])
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 404, 404])
  expect(await devices()).toHaveLength(1)
})

test('a code is good for ten minutes and not a moment longer', async () => {
  const [early, late] = [await newCode(), await newCode()]
  clock.pass(ENROL_CODE_LIFETIME_MS - 1)
  expect((await enrol(early.code)).status).toBe(201)
  clock.pass(1)
  const answer = await enrol(late.code)
  expect(answer.status).toBe(404)
  expect(((await answer.json()) as Refused).error.message).toEqual({
    vi: expect.stringMatching(/mã mới/),
    en: expect.stringMatching(/new one/),
  })
})

test('guessing codes is slowed down, and the wait is told', async () => {
  const { code } = await newCode()
  for (let i = 0; i < 10; i++) expect((await enrol(`6-0000-0000-000${i}-00`)).status).toBe(404)
  const locked = await enrol(code)
  expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '60'])
  clock.pass(60_000)
  expect((await enrol(code)).status).toBe(201)
})

test('neither code nor token is stored as it is', async () => {
  const { code } = await newCode()
  const { token } = (await (await enrol(code)).json()) as EnrolAnswer
  const { reader } = server
  const stored = JSON.stringify([
    reader.all(reader.query.selectFrom('enrolCode').selectAll()),
    reader.all(reader.query.selectFrom('device').selectAll()),
  ])
  expect(stored).not.toContain(token)
  expect(stored).not.toContain(code)
  expect(stored).not.toContain(code.replaceAll('-', ''))
})

test.each([
  ['no name', { code: '1', name: ' ' }, 'name'],
  ['no code', { name: 'Máy' }, 'code'],
])('%s is refused beside its field', async (_, body, field) => {
  const answer = await fetch(`${server.url}/api/devices/enrol`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(400)
  expect(((await answer.json()) as Refused).error.fields?.map((it) => it.field)).toEqual([field])
})

test('a code for a warehouse that does not exist is refused', async () => {
  const { status, body } = await admin.call<Refused>('POST', '/devices/enrol-codes', { warehouseId: '99' })
  expect([status, body.error.fields?.[0]?.field]).toEqual([400, 'warehouseId'])
})

test('a revoked device is refused at once, and may still hand in what it recorded before', async () => {
  const device = await server.addDevice(warehouseId)
  const shelf = await server.addShelf(warehouseId, 'A-1')
  expect((await device.fetch('/api/sync/snapshot')).status).toBe(200)
  clock.pass(60_000)
  const { status, body } = await admin.call<DeviceRow>('POST', `/devices/${device.deviceId}/revoke`)
  expect([status, body.revokedAt]).toEqual([200, clock.now()])
  const refused = await device.fetch('/api/sync/snapshot')
  expect([refused.status, ((await refused.json()) as Refused).error.kind]).toEqual([403, 'revoked'])
  const { results } = await device.push([createFactMaker(device).intake(shelf, 5)])
  expect(results).toEqual([{ id: expect.any(String), seq: 1 }])
})

test('revoking again keeps the first moment', async () => {
  const { deviceId } = await server.addDevice(warehouseId)
  const first = await admin.call<DeviceRow>('POST', `/devices/${deviceId}/revoke`)
  clock.pass(60_000)
  const again = await admin.call<DeviceRow>('POST', `/devices/${deviceId}/revoke`)
  expect(again.body.revokedAt).toBe(first.body.revokedAt)
  expect((await admin.call('POST', '/devices/nobody/revoke')).status).toBe(404)
})

test('the list says what a device still holds and whether it has gone quiet', async () => {
  const device = await server.addDevice(warehouseId, 'Máy tính bảng kho')
  await server.writer.write('noteContact', { deviceId: device.deviceId, at: clock.now(), unsent: 3 })
  const row = async () => (await devices()).find(({ id }) => id === device.deviceId)
  expect(await row()).toMatchObject({
    name: 'Máy tính bảng kho',
    warehouseName: 'Kho HN',
    unsent: 3,
    silent: false,
  })
  clock.pass(3_600_001)
  expect(await row()).toMatchObject({ silent: true, unsent: 3 })
  await admin.call('POST', `/devices/${device.deviceId}/revoke`)
  expect(await row()).toMatchObject({ silent: false })
})
