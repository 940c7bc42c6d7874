import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FindingKind } from '#shared/finding/finding'
import type { LocationId, WarehouseId } from '#shared/location/location'
import { HOUR_MS, instantFromMs } from '#shared/time/time'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let warehouseId: WarehouseId
let shelfId: LocationId
beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  warehouseId = await server.addWarehouse('A')
  shelfId = await server.addShelf(warehouseId, 'K1')
})
afterAll(() => server.close())

function readOpen(kind: FindingKind, deviceId?: string) {
  const { reader } = server
  const rows = reader.all(
    reader.query.selectFrom('finding').select('detail').where('open', '=', 1).where('kind', '=', kind),
  )
  const details = rows.map(({ detail }) => JSON.parse(detail) as Record<string, unknown>)
  return deviceId === undefined ? details : details.filter((detail) => detail['deviceId'] === deviceId)
}

test('a hole in a device’s numbers is named, and closes when it is filled', async () => {
  const device = await server.addDevice(warehouseId)
  const make = createFactMaker(device)
  const facts = Array.from({ length: 6 }, () => make.intake(shelfId))
  await device.push([facts[0], facts[4], facts[5]])
  expect(readOpen('missing-numbers', device.deviceId)).toMatchObject([{ fromSeq: 2, toSeq: 4 }])
  await device.push([facts[2]])
  expect(readOpen('missing-numbers', device.deviceId)).toMatchObject([
    { fromSeq: 2, toSeq: 2 },
    { fromSeq: 4, toSeq: 4 },
  ])
  await device.push([facts[3], facts[1]])
  expect(readOpen('missing-numbers', device.deviceId)).toEqual([])
})

test('a refused fact’s number has arrived', async () => {
  const device = await server.addDevice(warehouseId)
  const make = createFactMaker(device)
  await device.push([make.intake(shelfId, 0), make.intake(shelfId)])
  expect(readOpen('missing-numbers', device.deviceId)).toEqual([])
})

test('a movement from the future, or before an earlier number of its device, or with a wrong clock sent along, is found', async () => {
  const device = await server.addDevice(warehouseId)
  const make = createFactMaker(device)
  const shifted = (ms: number) => {
    const fact = make.intake(shelfId)
    const at = instantFromMs(Date.parse(TEST_AT) + ms)
    return { ...fact, recordedAt: at, body: { ...fact.body, occurredAt: at } }
  }
  await device.push([shifted(0)])
  expect(readOpen('clock-off', device.deviceId)).toEqual([])
  await device.push([shifted(2 * HOUR_MS)])
  expect(readOpen('clock-off', device.deviceId)).toMatchObject([{ skewMs: 2 * HOUR_MS }])
  await device.push([shifted(-HOUR_MS)])
  expect(readOpen('clock-off', device.deviceId)).toMatchObject([{}, { skewMs: -3 * HOUR_MS }])
  const clock = instantFromMs(Date.parse(TEST_AT) - 5 * HOUR_MS)
  await device.push([shifted(-HOUR_MS + 1)], { 'x-kho-clock': clock })
  expect(readOpen('clock-off', device.deviceId)).toMatchObject([{}, {}, { skewMs: -5 * HOUR_MS }])
})

test('an item nobody knows is a finding until it is learned, by whichever device', async () => {
  const [device, another] = [await server.addDevice(warehouseId), await server.addDevice(warehouseId)]
  const itemId = 'item:new-goods'
  const lines = [{ itemId, fromId: 'donor:anonymous', toId: shelfId }]
  await device.push([createFactMaker(device).movement({ lines })])
  expect(readOpen('unknown-item')).toContainEqual(expect.objectContaining({ itemId }))
  const item = {
    id: itemId,
    name: 'Chăn',
    category: 'bedding',
    baseUnit: 'piece',
    unit: 'cái',
    packs: [],
    dates: 'none',
  }
  await another.push([createFactMaker(another).fact('item-learned', item)])
  expect(readOpen('unknown-item')).not.toContainEqual(expect.objectContaining({ itemId }))
})

test('what a device hands in after it was revoked is counted, and one finding says how much and from when', async () => {
  const device = await server.addDevice(warehouseId)
  const make = createFactMaker(device)
  const facts = Array.from({ length: 5 }, () => make.intake(shelfId, 7))
  await device.push([facts[0]])
  expect(readOpen('after-revocation')).toEqual([])
  const revokedAt = instantFromMs(Date.parse(TEST_AT) + HOUR_MS)
  await server.writer.write('revokeDevice', { deviceId: device.deviceId, at: revokedAt })

  const before = readShelf()
  const { results } = await device.push([facts[0], facts[2], facts[3]])
  expect(results.map((result) => 'seq' in result)).toEqual([true, true, true])
  expect(readShelf()).toBe(before + 14)
  const told = { kind: 'after-revocation', deviceId: device.deviceId, revokedAt }
  expect(readOpen('after-revocation')).toEqual([
    {
      ...told,
      count: 2,
      firstAt: facts[2]!.recordedAt,
      lastAt: facts[3]!.recordedAt,
      movementId: facts[2]!.body.id,
    },
  ])

  const key = `after-revocation|${device.deviceId}`
  await server.writer.write('handleFinding', { key, note: 'đã hỏi', handledBy: 'admin', at: TEST_AT })
  await device.push([facts[2], facts[3]])
  expect(readHandled(key)).toBe('đã hỏi')
  await device.push([facts[1], facts[4]])
  expect(readOpen('after-revocation')).toMatchObject([
    { count: 4, firstAt: facts[1]!.recordedAt, lastAt: facts[4]!.recordedAt, movementId: facts[1]!.body.id },
  ])
  expect(readHandled(key)).toBeNull()
})

test('a reversal of what nobody has sent is a finding until that arrives and agrees', async () => {
  const [device, another] = [await server.addDevice(warehouseId), await server.addDevice(warehouseId)]
  const make = createFactMaker(device)
  const undone = make.intake(shelfId, 9)
  const back = { quantity: 9, fromId: shelfId, toId: 'donor:anonymous' }
  const reversal = (quantity: number) =>
    createFactMaker(another).movement({
      kind: 'reversal',
      lines: [{ ...back, quantity }],
      rest: { reversesId: undone.body.id },
    })
  const [right, wrong] = [reversal(9), { ...reversal(8), deviceSeq: 2 }]
  await another.push([right, wrong])
  expect(faultById()).toEqual({ [right.body.id]: 'unknown', [wrong.body.id]: 'unknown' })
  await device.push([undone])
  expect(faultById()).toEqual({ [wrong.body.id]: 'other-goods' })
  const again = { ...reversal(9), deviceSeq: 3, recordedAt: wrong.recordedAt }
  await another.push([
    { ...again, body: { ...again.body, occurredAt: instantFromMs(Date.parse(TEST_AT) + HOUR_MS) } },
  ])
  expect(faultById()).toEqual({ [wrong.body.id]: 'other-goods', [again.body.id]: 'twice' })
})

function faultById() {
  return Object.fromEntries(readOpen('false-reversal').map(({ movementId, fault }) => [movementId, fault]))
}

function readShelf(): number {
  const { reader } = server
  const rows = reader.all(
    reader.query.selectFrom('stock').select('quantity').where('locationId', '=', shelfId),
  )
  return rows.reduce((sum, { quantity }) => sum + quantity, 0)
}

function readHandled(key: string): string | null | undefined {
  const { reader } = server
  return reader.get(reader.query.selectFrom('finding').select('note').where('key', '=', key))?.note
}
