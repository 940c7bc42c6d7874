import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ItemPage, ItemRow } from '#shared/desk/desk-item-wire'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let desk: DeskClient

beforeAll(async () => {
  server = await startTestServer()
  desk = await signInAs(server, 'coordinator')
  await add({ gtin: '8934563138165', name: 'Mì Hảo Hảo tôm chua cay', category: 'food', unit: 'gói' })
  await add({ name: 'Gạo tẻ đóng bao', category: 'staple', unit: 'kg', baseUnit: 'gram', dates: 'none' })
})
afterAll(() => server.close())

function add(item: object) {
  return desk.call<ItemRow>('POST', '/items', item)
}

async function find(query: string): Promise<string[]> {
  const { body } = await desk.call<ItemPage>('GET', `/items?${query}`)
  return body.rows.map(({ item }) => item.name)
}

test('goods are found by words without diacritics, in any order, and by barcode', async () => {
  for (const query of [
    'q=hao mi',
    'q=MÌ+HẢO',
    'q=8934563138165',
    'q=08934563138165',
    'q=3138165',
    'category=food',
  ]) {
    expect([query, await find(query)]).toEqual([query, ['Mì Hảo Hảo tôm chua cay']])
  }
  expect(await find('q=gao')).toEqual(['Gạo tẻ đóng bao'])
  expect(await find('q=không có')).toEqual([])
})

test('a list comes in pages and says how many there are', async () => {
  for (let i = 10; i < 20; i++) await add({ name: `Chăn ấm loại ${i}`, category: 'bedding' })
  const { body } = await desk.call<ItemPage>('GET', '/items?q=chan+am&limit=4&page=3')
  expect(body).toMatchObject({ total: 10, page: 3, limit: 4 })
  expect(body.rows.map(({ item }) => item.name)).toEqual(['Chăn ấm loại 18', 'Chăn ấm loại 19'])
})

test('goods without a barcode get an id of digits that fits on a label', async () => {
  const { status, body } = await add({ name: 'Áo ấm cũ', category: 'clothing' })
  expect(status).toBe(201)
  expect(body.item.id).toMatch(/^item:\d{12}$/)
  expect(body.item).toMatchObject({ baseUnit: 'piece', unit: 'cái', packs: [], dates: 'expiry' })
})

test('a change comes down to tablets', async () => {
  const { body: row } = await add({ gtin: '4006381333931', name: 'Bút', category: 'school' })
  const path = `/items/${encodeURIComponent(row.item.id)}`
  const { body: changed } = await desk.call<ItemRow>('PATCH', path, { version: row.version, unit: 'cây' })
  expect(changed.item).toMatchObject({ name: 'Bút', unit: 'cây' })
  const device = await server.addDevice(await server.addWarehouse('HN'))
  const answer = await device.fetch('/api/sync/documents/items')
  const { documents } = (await answer.json()) as {
    documents: { id: string; version: number; body: unknown }[]
  }
  expect(documents.find(({ id }) => id === row.item.id)).toMatchObject({
    version: changed.version,
    body: changed.item,
  })
})

test('who changes what somebody else has just changed is told, and overwrites nothing', async () => {
  const { body: row } = await add({ name: 'Nước suối', category: 'drink' })
  const path = `/items/${row.item.id}`
  await desk.call('PATCH', path, { version: row.version, name: 'Nước suối 500 ml' })
  const late = await desk.call<Refused>('PATCH', path, { version: row.version, name: 'Nước lọc' })
  expect([late.status, late.body.error.kind]).toEqual([409, 'conflict'])
  expect((await desk.call<ItemRow>('GET', path)).body.item.name).toBe('Nước suối 500 ml')
})

test('an English name can be given and taken away', async () => {
  const { body: row } = await add({ name: 'Xà phòng', nameEn: 'Soap', category: 'hygiene' })
  const { body } = await desk.call<ItemRow>('PATCH', `/items/${row.item.id}`, {
    version: row.version,
    nameEn: null,
  })
  expect(body.item).not.toHaveProperty('nameEn')
})

test('the base unit of goods that were moved stays', async () => {
  const { body: row } = await add({ gtin: '8934563108168', name: 'Mì gói', category: 'food' })
  const warehouseId = await server.addWarehouse('SG')
  const device = await server.addDevice(warehouseId)
  await device.push([createFactMaker(device).intake(await server.addShelf(warehouseId, 'A-1'), 3)])
  const path = `/items/${encodeURIComponent(row.item.id)}`
  const answer = await desk.call<Refused>('PATCH', path, { version: row.version, baseUnit: 'gram' })
  expect([answer.status, answer.body.error.fields?.[0]?.field]).toEqual([400, 'baseUnit'])
})

test.each([
  ['a wrong check digit', { gtin: '8934563138166' }, 'gtin'],
  ['a barcode that a shop gave out itself', { gtin: '2000000000008' }, 'gtin'],
  ['a barcode that is there already', { gtin: '8934563138165' }, 'gtin'],
  ['no name', { name: '' }, 'name'],
  ['a category nobody knows', { category: 'toys' }, 'category'],
  ['a pack of half a piece', { packs: [{ unit: 'thùng', quantity: 0.5 }] }, 'packs'],
])('%s is refused beside its field in both languages', async (_, more, field) => {
  const answer = await desk.call<Refused>('POST', '/items', { name: 'Mì', category: 'food', ...more })
  expect(answer.status).toBe(400)
  expect(answer.body.error.fields).toEqual([
    { field, message: { vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) } },
  ])
})

test('what does not exist is not found', async () => {
  expect((await desk.call('GET', '/items/item:000000000000')).status).toBe(404)
  expect((await desk.call('PATCH', '/items/item:000000000000', { version: 1 })).status).toBe(404)
})
