import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import type { LocationId, WarehouseId } from '#shared/location/location'
import type { FactResult, PushAnswer } from '#shared/sync/wire'
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

function refusalKind(result: FactResult | undefined): string | undefined {
  return result && 'refused' in result ? result.refused.kind : undefined
}

test('lots that differ by half a sign, or by what follows a zero, are refused, and the ledger can still be counted anew', async () => {
  const device = await server.addDevice(warehouseId)
  const make = createFactMaker(device)
  const lot = (lotNumber: string) =>
    make.movement({
      lines: [{ lotId: `gtin:08934563108168~${lotNumber}~~`, fromId: 'donor:anonymous', toId: shelfId }],
    })
  const odd = ['\ud800', '\ud801', 'X\0A', 'X\0B'].map(lot)
  const { results } = await device.push([...odd, make.intake(shelfId), lot('😀')])
  const unreadable = odd.map(() => 'unreadable')
  expect(results.map(refusalKind)).toEqual([...unreadable, undefined, undefined])
  expect(await server.writer.write('rebuild', { at: TEST_AT })).toMatchObject({ equal: true })
})

test('a fact nested deeper than can be written down is refused, and those beside it are taken', async () => {
  const device = await server.addDevice(warehouseId)
  const make = createFactMaker(device)
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const [before, wrong, after] = [make.intake(shelfId), make.intake(shelfId), make.intake(shelfId)]
  const wrongText = JSON.stringify({ ...wrong, body: 0 }).replace('"body":0', `"body":${deep}`)
  const facts = [JSON.stringify(before), wrongText, deep, JSON.stringify(after)]
  const answer = await device.fetch('/api/sync/facts', {
    method: 'POST',
    body: `{"protocol":${PROTOCOL_VERSION},"unsent":4,"facts":[${facts.join(',')}]}`,
  })
  const { results } = (await answer.json()) as PushAnswer
  expect(results.map(refusalKind)).toEqual([undefined, 'unreadable', 'unreadable', undefined])
  const { reader } = server
  const kept = reader.all(
    reader.query.selectFrom('refusedFact').select('raw').where('deviceId', '=', device.deviceId),
  )
  expect(kept.some(({ raw }) => raw.includes(wrong.id))).toBe(true)
})

test('the anonymous donor cannot be given a name', async () => {
  const device = await server.addDevice(warehouseId)
  const named = createFactMaker(device).fact('donor-named', {
    id: 'donor:anonymous',
    anonymous: false,
    name: 'Một cái tên',
  })
  const { results } = await device.push([named])
  expect(refusalKind(results[0])).toBe('unreadable')
  expect(await (await device.fetch('/api/sync/documents/donors')).text()).not.toContain('Một cái tên')
})
