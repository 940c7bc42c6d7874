import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FindingPage } from '#shared/desk/desk-finding-wire'
import type { ItemRow } from '#shared/desk/desk-item-wire'
import type { Item } from '#shared/item/item'
import type { WarehouseId } from '#shared/location/location'
import type { Instant } from '#shared/time/time'
import { DocumentsAnswerSchema } from '#shared/sync/wire'
import * as v from 'valibot'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

const BOX = '18934563138162'
const OTHER_BOX = '18934563108165'

let server: TestServer
let desk: DeskClient
let warehouseId: WarehouseId
let device: TestDevice
let make: ReturnType<typeof createFactMaker>
let now = TEST_AT

beforeAll(async () => {
  server = await startTestServer({ now: () => now })
  desk = await signInAs(server, 'coordinator')
  warehouseId = await server.addWarehouse('A')
  device = await server.addDevice(warehouseId)
  make = createFactMaker(device)
})
afterAll(() => server.close())

async function packsOf(itemId: string): Promise<Item['packs']> {
  const answer = await device.fetch('/api/sync/documents/items')
  const { documents } = v.parse(DocumentsAnswerSchema, await answer.json())
  const bodies = documents.map(({ body }) => body as Item)
  return bodies.find(({ id }) => id === itemId)?.packs ?? []
}
const packFact = (
  maker: ReturnType<typeof createFactMaker>,
  itemId: string,
  gtin: string,
  quantity: number,
) => maker.fact('pack-learned', { itemId, pack: { gtin, unit: 'thùng', quantity } })
const learned = (id: string) => ({
  id,
  name: 'Mì',
  category: 'food',
  baseUnit: 'piece',
  unit: 'gói',
  packs: [],
  dates: 'none',
})

test('a box that a tablet learned comes down as a pack of its item to every tablet, and the desk may change it', async () => {
  const { body: row } = await desk.call<ItemRow>('POST', '/items', {
    gtin: '8934563138165',
    name: 'Mì Hảo Hảo',
    category: 'food',
    unit: 'gói',
    packs: [{ unit: 'lốc', quantity: 5 }],
  })
  const { id } = row.item
  const fact = packFact(make, id, BOX, 30)
  await device.push([fact])
  await device.push([fact])
  expect(await packsOf(id)).toEqual([
    { unit: 'lốc', quantity: 5 },
    { gtin: BOX, unit: 'thùng', quantity: 30 },
  ])
  const { body: now } = await desk.call<ItemRow>('GET', `/items/${encodeURIComponent(id)}`)
  const packs = [{ gtin: BOX, unit: 'thùng', quantity: 24 }]
  await desk.call('PATCH', `/items/${encodeURIComponent(id)}`, { version: now.version, packs })
  await device.push([packFact(make, id, BOX, 30), packFact(make, id, OTHER_BOX, 6)])
  expect(await packsOf(id)).toEqual([...packs, { gtin: OTHER_BOX, unit: 'thùng', quantity: 6 }])
})

test('of two counts of a box the one recorded first wins, whichever arrives first, and it waits for its item', async () => {
  const [first, second] = [
    packFact(make, 'item:a', '18936036020370', 10),
    packFact(make, 'item:a', '18936036020370', 12),
  ]
  await device.push([second])
  await device.push([make.fact('item-learned', learned('item:a'))])
  expect(await packsOf('item:a')).toMatchObject([{ quantity: 12 }])
  await device.push([first])
  expect(await packsOf('item:a')).toMatchObject([{ quantity: 10 }])
})

const claimedTwice = async (gtin: string) => {
  const { body } = await desk.call<FindingPage>('GET', '/findings?kind=pack-claimed-twice')
  return body.rows.find(({ key }) => key.endsWith(gtin))?.sentence.vi
}

test('a box that two tablets count as two items is a finding, until the desk puts it on one of them', async () => {
  const number = '18936036020387'
  const added = await desk.call<ItemRow>('POST', '/items', {
    name: 'Cháo gói',
    category: 'food',
    unit: 'gói',
  })
  const { id } = added.body.item
  const [first, second] = [packFact(make, 'item:a', number, 10), packFact(make, id, number, 12)]
  await device.push([second])
  expect(await claimedTwice(number)).toBeUndefined()
  await device.push([first])
  expect(await claimedTwice(number)).toMatch(/18936036020387.*Cháo gói, Mì|18936036020387.*Mì, Cháo gói/)
  expect(await packsOf(id)).toEqual([])

  now = '2026-11-21T12:00:00.000Z' as Instant
  for (const [itemId, packs] of [
    ['item:a', []],
    [id, [{ gtin: number, unit: 'thùng', quantity: 12 }]],
  ] as const) {
    const path = `/items/${encodeURIComponent(itemId)}`
    const { body } = await desk.call<ItemRow>('GET', path)
    await desk.call('PATCH', path, { version: body.version, packs })
  }
  expect(await claimedTwice(number)).toBeUndefined()
  await device.push([{ ...packFact(make, 'item:a', number, 10), recordedAt: '2026-11-22T00:00:00.000Z' }])
  expect(await claimedTwice(number)).toBeDefined()
})

test('a box that one tablet learned as goods of their own and another as a box of others is a finding', async () => {
  const number = '18936036020394'
  await device.push([packFact(make, 'item:a', number, 10)])
  await device.push([make.fact('item-learned', { ...learned(`gtin:${number}`), gtin: number })])
  expect(await claimedTwice(number)).toBeDefined()
})

test('a box without a number is unreadable', async () => {
  const { results } = await device.push([
    make.fact('pack-learned', { itemId: 'item:a', pack: { unit: 'thùng', quantity: 3 } }),
  ])
  expect(results).toMatchObject([{ refused: { kind: 'unreadable' } }])
})
