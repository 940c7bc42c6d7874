import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROTOCOL_VERSION, PUSH_BYTES_MAX } from '#shared/sync/limits'
import type { LocationId, WarehouseId } from '#shared/location/location'
import type { ErrorAnswer, FactResult } from '#shared/sync/wire'
import { openForWriting } from '../../../sync-server/database/open-database.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let warehouseId: WarehouseId
let shelfId: LocationId
let foreignShelfId: LocationId

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  warehouseId = await server.addWarehouse('A')
  shelfId = await server.addShelf(warehouseId, 'K1')
  foreignShelfId = await server.addShelf(await server.addWarehouse('B'), 'K1')
})
afterAll(() => server.close())

function refusalOf(result: FactResult | undefined) {
  if (!result || !('refused' in result)) throw new Error(`not refused: ${JSON.stringify(result)}`)
  return result.refused
}

async function errorOf(answer: Response): Promise<ErrorAnswer['error']> {
  return ((await answer.json()) as ErrorAnswer).error
}

function sendRaw(device: TestDevice, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return device.fetch('/api/sync/facts', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

function readShelf(): number {
  const { reader } = server
  const rows = reader.all(
    reader.query.selectFrom('stock').select('quantity').where('locationId', '=', shelfId),
  )
  return rows.reduce((sum, { quantity }) => sum + quantity, 0)
}

test('a movement sent twice counts once and is answered with the same number', async () => {
  const device = await server.addDevice(warehouseId)
  const before = readShelf()
  const fact = createFactMaker(device).intake(shelfId, 7)
  const first = await device.push([fact])
  const second = await device.push([fact])
  expect(second.results).toEqual(first.results)
  expect((await device.push([fact, fact])).results).toEqual([...first.results, ...first.results])
  expect(readShelf()).toBe(before + 7)
})

test('a movement that was numbered anew counts once', async () => {
  const device = await server.addDevice(warehouseId)
  const before = readShelf()
  const make = createFactMaker(device)
  const fact = make.intake(shelfId, 5)
  const again = { ...make.fact('movement', fact.body) }
  const [first] = (await device.push([fact])).results
  const [second] = (await device.push([again])).results
  expect(second).toEqual({ id: again.id, seq: (first as { seq: number }).seq })
  expect(readShelf()).toBe(before + 5)
})

test('an id that stands for other content is refused and names the field', async () => {
  const device = await server.addDevice(warehouseId)
  const fact = createFactMaker(device).intake(shelfId, 7)
  await device.push([fact])
  const [line] = fact.body.lines
  const changed = { ...fact, body: { ...fact.body, lines: [{ ...line, quantity: 8 }] } }
  const [result] = (await device.push([changed])).results
  expect(refusalOf(result)).toMatchObject({ kind: 'id-reused', field: 'body.lines.0.quantity' })
})

test.each([
  ['0', 0],
  ['−1', -1],
  ['1.5', 1.5],
  ['1e12', 1e12],
])(
  'a quantity of %s is refused in words and kept raw; the facts beside it are taken',
  async (_, quantity) => {
    const device = await server.addDevice(warehouseId)
    const make = createFactMaker(device)
    const wrong = make.intake(shelfId, quantity)
    const { results } = await device.push([make.intake(shelfId), wrong, make.intake(shelfId)])
    expect(results.map((result) => 'seq' in result)).toEqual([true, false, true])
    expect(refusalOf(results[1])).toMatchObject({
      kind: 'quantity-not-whole',
      field: 'body.lines.0.quantity',
      message: { vi: expect.stringContaining('Số lượng'), en: expect.stringContaining('quantity') },
    })
    await device.push([wrong])
    const { reader } = server
    const kept = reader.all(
      reader.query.selectFrom('refusedFact').select('raw').where('deviceId', '=', device.deviceId),
    )
    expect(kept.map(({ raw }) => JSON.parse(raw) as unknown)).toEqual([wrong])
  },
)

test('an unreadable fact is refused with the field that is wrong', async () => {
  const device = await server.addDevice(warehouseId)
  const fact = createFactMaker(device).intake(shelfId)
  const { results } = await device.push([{ ...fact, recordedAt: 'yesterday' }, 'nonsense', null])
  expect(refusalOf(results[0])).toMatchObject({ kind: 'unreadable', field: 'recordedAt' })
  expect(results[0]).toMatchObject({ id: fact.id })
  expect(refusalOf(results[1])).toMatchObject({ kind: 'unreadable' })
  expect(results[2]).toMatchObject({ id: null })
})

test('a shelf of another warehouse is refused, except as the target of a transfer', async () => {
  const device = await server.addDevice(warehouseId)
  const make = createFactMaker(device)
  const transfer = make.movement({ kind: 'transfer', lines: [{ fromId: shelfId, toId: foreignShelfId }] })
  const taken = make.movement({ kind: 'transfer', lines: [{ fromId: foreignShelfId, toId: shelfId }] })
  const { results } = await device.push([make.intake(foreignShelfId), transfer, taken])
  expect(refusalOf(results[0])).toMatchObject({ kind: 'other-warehouse', line: 0 })
  expect(results[1]).toHaveProperty('seq')
  expect(refusalOf(results[2])).toMatchObject({ kind: 'other-warehouse', line: 0 })
})

test('a movement in the name of another device or warehouse, or of the wrong form, is refused', async () => {
  const device = await server.addDevice(warehouseId)
  const make = createFactMaker(device)
  const lines = [{ fromId: 'donor:anonymous', toId: shelfId }]
  const { results } = await device.push([
    make.movement({ lines, rest: { deviceId: 'another' } }),
    make.movement({ lines, rest: { warehouseId: 'another' } }),
    make.movement({ kind: 'dispatch', lines }),
    make.movement({ kind: 'reversal', lines }),
  ])
  expect(results.map((result) => refusalOf(result).kind)).toEqual([
    'other-device',
    'other-warehouse',
    'wrong-places',
    'reverses-missing',
  ])
})

test('what is no JSON, too much or too old is refused in one shape with a sentence', async () => {
  const device = await server.addDevice(warehouseId)
  const facts = Array.from({ length: 201 }, () => ({}))
  const cases = [
    { status: 400, kind: 'malformed', answer: await sendRaw(device, '{"protocol":') },
    { status: 400, kind: 'malformed', answer: await sendRaw(device, '[]') },
    {
      status: 400,
      kind: 'malformed',
      answer: await sendRaw(device, JSON.stringify({ protocol: 1, unsent: 0, facts: [] })),
    },
    {
      status: 413,
      kind: 'too-many-facts',
      answer: await sendRaw(device, JSON.stringify({ protocol: 1, unsent: 0, facts })),
    },
    { status: 413, kind: 'too-large', answer: await sendRaw(device, 'x'.repeat(2 * PUSH_BYTES_MAX)) },
    {
      status: 426,
      kind: 'too-old',
      answer: await sendRaw(device, JSON.stringify({ protocol: 0, facts: 'old' })),
    },
    {
      status: 426,
      kind: 'too-old',
      answer: await device.fetch('/api/sync/snapshot', { headers: { 'x-kho-protocol': '0' } }),
    },
    { status: 401, kind: 'no-token', answer: await fetch(`${server.url}/api/sync/snapshot`) },
    { status: 400, kind: 'malformed', answer: await device.fetch('/api/sync/movements?after=-1') },
    { status: 404, kind: 'not-found', answer: await device.fetch('/api/sync/documents/secrets') },
  ]
  for (const { status, kind, answer } of cases) {
    expect(answer.status, kind).toBe(status)
    expect(await errorOf(answer)).toMatchObject({
      kind,
      message: { vi: expect.any(String), en: expect.any(String) },
    })
  }
})

test('a body that does not tell its length is cut off at the same limit', async () => {
  const device = await server.addDevice(warehouseId)
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let part = 0; part < 40; part++) controller.enqueue(new Uint8Array(65_536).fill(32))
      controller.close()
    },
  })
  const init = { method: 'POST', body, duplex: 'half' } as RequestInit
  expect((await device.fetch('/api/sync/facts', init)).status).toBe(413)
})

test('a revoked device hands in what it recorded before, learns that it is revoked, and gets nothing else', async () => {
  const device = await server.addDevice(warehouseId)
  const make = createFactMaker(device)
  const [before, after] = [make.intake(shelfId), make.intake(shelfId)]
  const revokedAt = before.recordedAt
  await server.writer.write('revokeDevice', { deviceId: device.deviceId, at: revokedAt })
  const answer = await device.push([before, after])
  expect(answer).toMatchObject({ protocol: PROTOCOL_VERSION, revoked: true })
  expect(answer.results[0]).toHaveProperty('seq')
  expect(refusalOf(answer.results[1])).toMatchObject({ kind: 'revoked-before', revokedAt })
  for (const path of ['movements', 'snapshot', 'documents/items', 'stream']) {
    const refused = await device.fetch(`/api/sync/${path}`)
    expect(refused.status).toBe(403)
    expect((await errorOf(refused)).kind).toBe('revoked')
  }
})

test('pushes that arrive together get numbers without holes, each fact one', async () => {
  const devices = await Promise.all(Array.from({ length: 6 }, () => server.addDevice(warehouseId)))
  const before = readHead()
  const answers = await Promise.all(
    devices.flatMap((device) => {
      const make = createFactMaker(device)
      return Array.from({ length: 5 }, () => device.push([make.intake(shelfId), make.intake(shelfId)]))
    }),
  )
  const seqs = answers.flatMap(({ results }) => results.map((result) => ('seq' in result ? result.seq : 0)))
  const expected = Array.from({ length: 60 }, (_, index) => before + 1 + index)
  expect(seqs.toSorted((a, b) => a - b)).toEqual(expected)
  for (const { results, head } of answers) {
    for (const result of results) expect('seq' in result && result.seq).toBeLessThanOrEqual(head)
  }
})

function readHead(): number {
  const { reader } = server
  return reader.get(reader.query.selectFrom('ledgerHead').select('seq'))?.seq ?? 0
}

test('a device that hurries is told when to come back', async () => {
  const slow = await startTestServer({ now: () => TEST_AT, requestsPerMinute: 3 })
  const device = await slow.addDevice(await slow.addWarehouse('A'))
  const statuses = []
  for (let count = 0; count < 4; count++) statuses.push((await device.fetch('/api/sync/snapshot')).status)
  expect(statuses).toEqual([200, 200, 200, 429])
  const refused = await device.fetch('/api/sync/snapshot')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  await slow.close()
})

test('while too many wait for the disk a device is asked to come back, and loses nothing by it', async () => {
  const patient = await startTestServer({ now: () => TEST_AT, requestsPerMinute: 1_000_000 })
  const home = await patient.addWarehouse('A')
  const shelf = await patient.addShelf(home, 'K1')
  const device = await patient.addDevice(home)
  const make = createFactMaker(device)
  const facts = Array.from({ length: 520 }, () => make.intake(shelf))
  const send = (fact: unknown) =>
    device.fetch('/api/sync/facts', {
      method: 'POST',
      body: JSON.stringify({ protocol: PROTOCOL_VERSION, unsent: 1, facts: [fact] }),
    })

  // Somebody else holds the disk: nothing is answered until it is let go.
  const other = openForWriting(patient.folder)
  other.exec('BEGIN IMMEDIATE')
  const sent = facts.map(send)
  await Promise.any(sent.map(async (answer) => expect((await answer).status).toBe(503)))
  other.exec('ROLLBACK')
  other.close()

  const answers = await Promise.all(sent)
  const turnedAway = facts.filter((_, i) => answers[i]!.status === 503)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(facts.length - turnedAway.length)
  const busy = answers.find(({ status }) => status === 503)!
  expect(busy.headers.get('retry-after')).toBe('5')
  expect(await errorOf(busy)).toMatchObject({ kind: 'busy', message: { vi: expect.any(String) } })

  for (const fact of turnedAway) expect((await send(fact)).status).toBe(200)
  const { reader } = patient
  expect(
    reader.all(reader.query.selectFrom('stock').select('quantity').where('locationId', '=', shelf)),
  ).toEqual([{ quantity: facts.length }])
  await patient.close()
})

test('what the device still holds, and when it was heard from, is known', async () => {
  const device = await server.addDevice(warehouseId)
  const fact = createFactMaker(device).intake(shelfId)
  await sendRaw(device, JSON.stringify({ protocol: PROTOCOL_VERSION, unsent: 12, facts: [fact] }))
  const { reader } = server
  const contact = reader.get(
    reader.query.selectFrom('deviceContact').selectAll().where('deviceId', '=', device.deviceId),
  )
  expect(contact).toMatchObject({ lastContactAt: TEST_AT, unsent: 11, lastDeviceSeq: 1 })
})
