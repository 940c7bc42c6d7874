import { afterAll, beforeAll, expect, test } from 'vitest'
import { argon2Verify } from 'hash-wasm'
import type { StaffRow } from '#shared/desk/desk-staff-wire'
import type { WarehouseId } from '#shared/location/location'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { startTestServer, type TestDevice, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let admin: DeskClient
let warehouseId: WarehouseId
let tablet: TestDevice

beforeAll(async () => {
  server = await startTestServer()
  warehouseId = await server.addWarehouse('HN')
  tablet = await server.addDevice(warehouseId)
  admin = await signInAs(server, 'admin')
})
afterAll(() => server.close())

interface StaffDocument {
  readonly id: string
  readonly body: { readonly name: string; readonly pinHash?: string; readonly active: boolean }
}

async function onTablet(device: TestDevice, id: string): Promise<StaffDocument | undefined> {
  const answer = await device.fetch('/api/sync/documents/staff?after=0')
  const { documents } = (await answer.json()) as { documents: StaffDocument[] }
  return documents.find((it) => it.id === id)
}

function keeper(more: object = {}) {
  return { name: 'Chị Lan', role: 'keeper', warehouseId, pin: '482913', ...more }
}

test("a new keeper comes down to the warehouse's tablets with a hash that the PIN opens", async () => {
  const { status, body } = await admin.call<StaffRow>('POST', '/staff', keeper())
  expect(status).toBe(201)
  expect(body).toMatchObject({ name: 'Chị Lan', hasPin: true, hasPassword: false, active: true })
  const document = await onTablet(tablet, body.id)
  expect(await argon2Verify({ password: '482913', hash: document!.body.pinHash! })).toBe(true)
})

test("a PIN hash stays with the tablets of the person's warehouse", async () => {
  const elsewhere = await server.addDevice(await server.addWarehouse('DN'))
  const { body } = await admin.call<StaffRow>('POST', '/staff', keeper())
  expect(await onTablet(elsewhere, body.id)).toBeUndefined()
})

test('a changed PIN replaces the old one on tablets', async () => {
  const { body } = await admin.call<StaffRow>('POST', '/staff', keeper())
  await admin.call('PATCH', `/staff/${body.id}`, { pin: '918273' })
  const hash = (await onTablet(tablet, body.id))!.body.pinHash!
  expect(await argon2Verify({ password: '918273', hash })).toBe(true)
  expect(await argon2Verify({ password: '482913', hash })).toBe(false)
})

test('who has left keeps the name on tablets and loses the PIN', async () => {
  const { body } = await admin.call<StaffRow>('POST', '/staff', keeper())
  await admin.call('PATCH', `/staff/${body.id}`, { active: false })
  const document = await onTablet(tablet, body.id)
  expect(document!.body).toMatchObject({ name: 'Chị Lan', active: false })
  expect(document!.body).not.toHaveProperty('pinHash')
})

test('no answer of the desk holds a hash', async () => {
  const text = JSON.stringify((await admin.call('GET', '/staff')).body)
  expect(text).toContain('hasPin')
  expect(text).not.toMatch(/argon2|pinHash|passwordHash/)
})

test.each([
  ['a trivial PIN', { pin: '123456' }, 'pin'],
  ['a PIN of five digits', { pin: '48291' }, 'pin'],
  ['a PIN with letters', { pin: '48291a' }, 'pin'],
  ['no PIN for a keeper', { pin: undefined }, 'pin'],
  ['no name', { name: '  ' }, 'name'],
  ['a role nobody has', { role: 'boss' }, 'role'],
  ['a warehouse that does not exist', { warehouseId: '99' }, 'warehouseId'],
  ['a keeper without a warehouse', { warehouseId: null }, 'warehouseId'],
  ['a short password', { userName: 'lan1', password: 'short' }, 'password'],
  ['a user name with spaces', { userName: 'chị lan' }, 'userName'],
  ['an auditor who cannot sign in anywhere', { role: 'auditor', pin: undefined }, 'userName'],
  ['a field that does not exist', { salary: 1 }, 'salary'],
])('%s is refused beside its field in both languages', async (_, more, field) => {
  const { status, body } = await admin.call<Refused>('POST', '/staff', keeper(more))
  expect(status).toBe(400)
  expect(body.error.fields).toEqual([
    { field, message: { vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) } },
  ])
})

test('a user name belongs to one person', async () => {
  const account = { name: 'A', role: 'auditor', userName: 'kiem-tra', password: 'mật khẩu đủ dài' }
  expect((await admin.call('POST', '/staff', account)).status).toBe(201)
  const { body } = await admin.call<Refused>('POST', '/staff', { ...account, userName: 'KIEM-TRA' })
  expect(body.error.fields?.[0]?.field).toBe('userName')
})

test('the last administrator stays', async () => {
  const other = await startTestServer()
  const only = await signInAs(other, 'admin')
  for (const change of [{ active: false }, { role: 'auditor' }]) {
    const { status, body } = await only.call<Refused>('PATCH', `/staff/${only.me.id}`, change)
    expect([status, body.error.fields?.[0]?.field]).toEqual([400, 'role'])
  }
  await other.close()
})

test('somebody who does not exist cannot be changed', async () => {
  expect((await admin.call('PATCH', '/staff/nobody', { name: 'A' })).status).toBe(404)
})
