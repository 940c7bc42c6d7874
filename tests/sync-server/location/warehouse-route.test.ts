import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ShelfRow, WarehouseRow } from '#shared/desk/desk-warehouse-wire'
import { parseOwnLabel } from '#shared/gs1/own-label'
import { shelfFromLabelDigits } from '#shared/location/shelf-label'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let admin: DeskClient
let warehouse: WarehouseRow

beforeAll(async () => {
  server = await startTestServer()
  admin = await signInAs(server, 'admin')
  warehouse = (await admin.call<WarehouseRow>('POST', '/warehouses', { code: 'HN', name: 'Kho Hà Nội' })).body
})
afterAll(() => server.close())

async function addShelf(code: string, warehouseId: string = warehouse.id) {
  return admin.call<ShelfRow>('POST', '/shelves', { warehouseId, code })
}

test('warehouses are listed with their shelves and devices counted', async () => {
  const { body: other } = await admin.call<WarehouseRow>('POST', '/warehouses', {
    code: 'ĐN',
    name: 'Đà Nẵng',
  })
  await addShelf('X-1', other.id)
  await server.addDevice(other.id)
  const { body } = await admin.call<{ warehouses: WarehouseRow[] }>('GET', '/warehouses')
  expect(body.warehouses.find(({ id }) => id === other.id)).toMatchObject({ shelfCount: 1, deviceCount: 1 })
})

test('a shelf comes down to tablets as a location', async () => {
  const { status, body: shelf } = await addShelf('A-1')
  expect(status).toBe(201)
  const device = await server.addDevice(warehouse.id)
  const answer = await device.fetch('/api/sync/documents/locations')
  const { documents } = (await answer.json()) as { documents: { id: string; body: unknown }[] }
  expect(documents.find(({ id }) => id === shelf.id)?.body).toEqual({
    id: shelf.id,
    kind: 'shelf',
    warehouseId: warehouse.id,
    code: 'A-1',
    name: 'A-1',
  })
})

test("a shelf's label of digits leads back to the shelf", async () => {
  const { body: shelf } = await addShelf('L-1')
  const label = parseOwnLabel(shelf.label)
  expect(label).toMatchObject({ ok: true, value: { family: 'shelf' } })
  expect(label.ok && shelfFromLabelDigits(label.value.digits)).toBe(shelf.id)
})

test('shelves are listed as people read codes: A-2 before A-10', async () => {
  for (const code of ['S-10', 'S-2', 'S-1']) await addShelf(code)
  const { body } = await admin.call<{ shelves: ShelfRow[] }>('GET', `/shelves?warehouse=${warehouse.id}`)
  const codes = body.shelves.map(({ code }) => code).filter((code) => code.startsWith('S-'))
  expect(codes).toEqual(['S-1', 'S-2', 'S-10'])
})

test('a code is unique whatever its case and accents, in its warehouse', async () => {
  await addShelf('B-1')
  const { status, body } = (await addShelf('b-1')) as unknown as { status: number; body: Refused }
  expect([status, body.error.fields?.[0]?.field]).toEqual([400, 'code'])
  const taken = await admin.call<Refused>('POST', '/warehouses', { code: 'hn', name: 'Kho khác' })
  expect([taken.status, taken.body.error.fields?.[0]?.field]).toEqual([400, 'code'])
})

test.each([
  ['/warehouses', { code: '', name: 'Kho' }, 'code'],
  ['/warehouses', { code: 'HCM', name: ' ' }, 'name'],
  ['/warehouses', { code: 'a~b', name: 'Kho' }, 'code'],
  ['/shelves', { warehouseId: '99', code: 'A-1' }, 'warehouseId'],
  ['/shelves', { warehouseId: '1', code: '' }, 'code'],
])('%s refuses %o beside the field %s', async (path, body, field) => {
  const answer = await admin.call<Refused>('POST', path, body)
  expect(answer.status).toBe(400)
  expect(answer.body.error.fields?.map((it) => it.field)).toEqual([field])
})

test('a code or a name that is too long is told how long it may be', async () => {
  const long = { warehouseId: '1', code: 'A'.repeat(31), name: 'K'.repeat(101) }
  const { body } = await admin.call<Refused>('POST', '/shelves', long)
  expect(body.error.fields).toEqual([
    {
      field: 'code',
      message: { vi: expect.stringContaining('tối đa 30'), en: expect.stringContaining('30') },
    },
    {
      field: 'name',
      message: { vi: expect.stringContaining('tối đa 100'), en: expect.stringContaining('100') },
    },
  ])
  const { body: wrong } = await admin.call<Refused>('POST', '/shelves', { ...long, code: 'A 1', name: 'Kệ' })
  expect(wrong.error.fields![0]!.message.vi).toMatch(/chữ, số và các dấu/)
})
