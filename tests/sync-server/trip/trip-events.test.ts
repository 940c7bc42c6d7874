import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { RequestAnswer, RequestReceipt } from '#shared/desk/desk-request-wire'
import type { TripAnswer } from '#shared/desk/desk-trip-wire'
import { slipCode } from '#shared/gs1/slip-code'
import type { LocationId, WarehouseId } from '#shared/location/location'
import type { MovementId } from '#shared/movement/movement'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { helpRequest } from '../../support/help-request.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { createTestClock, type TestClock } from '../../support/test-clock.ts'
import { startTestServer, type TestDevice, type TestServer } from '../../support/test-server.ts'
import { addCourier } from '../../support/trip-world.ts'

let clock: TestClock
let server: TestServer
let desk: DeskClient
let warehouseId: WarehouseId
let device: TestDevice
let facts: ReturnType<typeof createFactMaker>
let shelfId: LocationId
let caseFileId: CaseFileId
let code: string
let consignmentId: ConsignmentId
let dispatchId: string

beforeAll(async () => {
  clock = createTestClock()
  server = await startTestServer({ now: clock.now })
  desk = await signInAs(server, 'coordinator', {}, clock.now())
  warehouseId = await server.addWarehouse('HN')
  shelfId = await server.addShelf(warehouseId, 'A-1')
  await addCourier(server, warehouseId, { id: 'hoa', name: 'Lê Thị Hoa', pin: '730518', at: clock.now() })
  device = await server.addDevice(warehouseId)
  facts = createFactMaker(device)
  await device.push([facts.intake(shelfId, 1_000)])
})
afterAll(() => server.close())

/** A verified case file whose goods have left the shelf. */
let households = 0
beforeEach(async () => {
  households++
  const person = { name: `Người thứ ${households}`, phone: `09${String(households).padStart(8, '0')}` }
  const added = await desk.call<RequestReceipt>('POST', '/requests?by=phone', {
    ...helpRequest({ person, address: `Ngõ ${households}` }),
    tell: true,
  })
  expect(added.status).toBe(201)
  caseFileId = added.body.caseFileId
  code = added.body.trackCode
  await desk.call('POST', `/requests/${caseFileId}/assign`, { staffId: desk.me.id })
  await desk.call('POST', `/case-files/${caseFileId}/tick`, { tick: 'green', reason: 'UBND xã' })
  clock.pass(1_000)
  const id = crypto.randomUUID()
  consignmentId = slipCode('consignment', id as MovementId) as ConsignmentId
  dispatchId = id
  const line = { quantity: 2, fromId: shelfId, toId: `transit:${consignmentId}` }
  await push(move('dispatch', [line], { id }))
})

function move(kind: 'dispatch' | 'delivery' | 'reversal', lines: readonly object[], rest: object = {}) {
  const more = { caseFileId, consignmentId, occurredAt: clock.now(), ...rest }
  return facts.movement({ kind, lines, rest: more, ...('id' in rest && { id: String(rest.id) }) })
}
async function push(...sent: readonly unknown[]) {
  const { results } = await device.push(sent)
  expect(results.filter((result) => 'refused' in result)).toEqual([])
}
async function seen(): Promise<string> {
  const text = await (await fetch(`${server.url}/ho-so/${code}`)).text()
  return /class="now"[\s\S]*?<span\s*>([^<]+)/.exec(text)?.[1]?.trim() ?? ''
}
async function step(): Promise<string> {
  return (await desk.call<RequestAnswer>('GET', `/requests/${caseFileId}`)).body.step
}
function messages(): string[] {
  return server.reader
    .all(server.reader.query.selectFrom('message').select('step').where('caseFileId', '=', caseFileId))
    .map((row) => row.step)
}
function kinds(): string[] {
  return server.reader
    .all(
      server.reader.query
        .selectFrom('caseEvent')
        .select('kind')
        .where('caseFileId', '=', caseFileId)
        .orderBy('seq'),
    )
    .map(({ kind }) => kind)
    .filter((kind) => ['planned', 'departed', 'taken-off'].includes(kind))
}
async function addTrip(stops: readonly string[]): Promise<TripAnswer> {
  const added = await desk.call<TripAnswer>('POST', '/trips', {
    warehouseId,
    courierId: 'hoa',
    vehicle: 'Xe tải',
    plate: '29H-123.45',
    dayOn: '2026-11-21',
  })
  return stops.length === 0 ? added.body : setStops(added.body, stops)
}
async function setStops({ trip, version }: TripAnswer, stops: readonly string[]): Promise<TripAnswer> {
  clock.pass(1_000)
  const answer = await desk.call<TripAnswer>('PATCH', `/trips/${trip.id}`, { version, stops })
  expect(answer.status).toBe(200)
  return answer.body
}
async function setState({ trip, version }: TripAnswer, state: string): Promise<TripAnswer> {
  clock.pass(1_000)
  const answer = await desk.call<TripAnswer>('POST', `/trips/${trip.id}/state`, { version, state })
  expect(answer.status).toBe(200)
  return answer.body
}
function handover(tripId: string, outcome: 'all' | 'none') {
  const rice = { itemId: 'gtin:08934563108168', lotId: 'gtin:08934563108168~~~' }
  const moved = outcome === 'all' ? 2 : 0
  const delivery = move('delivery', [
    { quantity: 2, fromId: `transit:${consignmentId}`, toId: `case-file:${caseFileId}` },
  ])
  const id = crypto.randomUUID()
  const told = facts.fact('handover', {
    id,
    consignmentId,
    caseFileId,
    tripId,
    deviceId: device.deviceId,
    staffId: 'hoa',
    occurredAt: clock.now(),
    warehouseId,
    lines: [{ ...rice, delivered: moved, left: 2 - moved, ...(moved === 0 && { reason: 'absent' }) }],
    outcome,
    recipient: outcome === 'all' ? 'self' : 'nobody',
    identity: 'none',
    identityMatched: null,
    confirmations: (['giver', 'recipient', 'witness'] as const).map((kind) => ({
      kind,
      at: clock.now(),
      ...(kind === 'giver' ? { staffId: 'hoa' } : { partHash: 'a'.repeat(64) }),
    })),
    needed: ['giver'],
    parts: [],
    ...(moved > 0 && { movementId: delivery.body.id }),
  })
  return moved > 0 ? [delivery, { ...told, id }] : [{ ...told, id }]
}
async function rebuilt(): Promise<unknown> {
  return server.writer.write('rebuild', { at: clock.now() })
}

test('whoever follows a code sees goods prepared on a trip and on the way when it leaves, told once each', async () => {
  expect(await seen()).toBe('Đã chuẩn bị đồ')
  const trip = await addTrip([consignmentId])
  expect([await seen(), kinds()]).toEqual(['Đã chuẩn bị đồ', ['planned']])
  const left = await setState(trip, 'on-the-way')
  expect([await seen(), await step()]).toEqual(['Đang trên đường', 'help'])
  // The same trip with another order and another car is no news.
  await setStops(left, [consignmentId])
  expect(kinds()).toEqual(['planned', 'departed'])
  expect(messages().toSorted()).toEqual(
    ['help', 'planned', 'published', 'verification'].filter((it) => messages().includes(it)),
  )
  expect(messages()).toContain('help')
  expect(await rebuilt()).toMatchObject({ differences: [] })
})

test('a consignment taken off its trip, or a trip that is called off, leaves nobody waiting at the door', async () => {
  const left = await setState(await addTrip([consignmentId]), 'on-the-way')
  const other = await addTrip([])
  expect(await seen()).toBe('Đang trên đường')
  const off = await setStops(left, [])
  expect([await seen(), await step()]).toEqual(['Đã chuẩn bị đồ', 'planned'])
  expect(messages()).not.toContain('help')

  await setStops(off, [consignmentId])
  expect(await seen()).toBe('Đang trên đường')
  await desk.call('POST', `/trips/${left.trip.id}/move`, {
    toId: other.trip.id,
    consignmentIds: [consignmentId],
  })
  expect(await seen()).toBe('Đã chuẩn bị đồ')

  const moved = (await desk.call<TripAnswer>('GET', `/trips/${other.trip.id}`)).body
  const again = await setState(moved, 'on-the-way')
  expect(await seen()).toBe('Đang trên đường')
  await setState(again, 'ended')
  expect([await seen(), await step()]).toEqual(['Đã chuẩn bị đồ', 'planned'])
  expect(kinds().join(' ')).toBe(Array(3).fill('planned departed taken-off').join(' '))
  expect(await rebuilt()).toMatchObject({ differences: [] })
})

test('a dispatch that is taken back takes the journey with it', async () => {
  await setState(await addTrip([consignmentId]), 'on-the-way')
  clock.pass(1_000)
  const back = [{ quantity: 2, fromId: `transit:${consignmentId}`, toId: shelfId }]
  await push(move('reversal', back, { reversesId: dispatchId, note: 'nhầm' }))
  expect(await seen()).toBe('Đã xác minh')
})

test('a trip that ends after its handovers, or is noted after them, changes nothing of what they say', async () => {
  const left = await setState(await addTrip([consignmentId]), 'on-the-way')
  clock.pass(1_000)
  await push(...handover(left.trip.id, 'all'))
  expect([await seen(), await step()]).toEqual(['Đã trao', 'confirmed'])
  await setState(left, 'ended')
  expect([kinds(), await step()]).toEqual([['planned', 'departed'], 'confirmed'])
})

test('nobody was at home, and the desk notes only then that the trip had left: the goods are not on the way', async () => {
  const trip = await addTrip([consignmentId])
  clock.pass(1_000)
  await push(...handover(trip.trip.id, 'none'))
  expect(await seen()).toBe('Đã xác minh')
  await setState(trip, 'on-the-way')
  expect([await seen(), await step()]).toEqual(['Đã xác minh', 'published'])
  expect(await rebuilt()).toMatchObject({ differences: [] })
})

test('goods on the way under one of two that were joined are on the way for whoever follows either', async () => {
  const [own, ownCode] = [caseFileId, code]
  const undone = { reversesId: dispatchId, consignmentId, caseFileId }
  await push(move('reversal', [{ quantity: 2, fromId: `transit:${consignmentId}`, toId: shelfId }], undone))
  const added = await desk.call<RequestReceipt>('POST', '/requests?by=phone', {
    ...helpRequest({ person: { name: 'Lò Văn Ghép', phone: '0970000001' }, address: 'Cuối bản' }),
    tell: true,
  })
  const { caseFileId: otherId, trackCode } = added.body
  await desk.call('POST', `/case-files/${otherId}/tick`, { tick: 'green', reason: 'UBND xã' })
  clock.pass(1_000)
  const id = crypto.randomUUID()
  const otherConsignment = slipCode('consignment', id as MovementId) as ConsignmentId
  const line = { quantity: 2, fromId: shelfId, toId: `transit:${otherConsignment}` }
  const dispatched = { id, caseFileId: otherId, consignmentId: otherConsignment }
  await push(move('dispatch', [line], dispatched))
  clock.pass(1_000)
  expect((await desk.call('POST', `/requests/${otherId}/merge`, { intoId: own })).status).toBe(200)
  const bothSee = async () => {
    const seenBy = async (its: string) => ((code = its), seen())
    return [await seenBy(ownCode), await seenBy(trackCode)]
  }
  expect(await bothSee()).toEqual(['Đã chuẩn bị đồ', 'Đã chuẩn bị đồ'])
  await setState(await addTrip([otherConsignment]), 'on-the-way')
  expect(await bothSee()).toEqual(['Đang trên đường', 'Đang trên đường'])
  const told = server.reader.all(
    server.reader.query.selectFrom('message').select(['caseFileId', 'step']).where('step', '=', 'help'),
  )
  expect(told.map((it) => it.caseFileId).filter((it) => it === own || it === otherId)).toHaveLength(2)
})
