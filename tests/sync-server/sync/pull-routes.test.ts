import { afterAll, beforeAll, expect, test } from 'vitest'
import * as v from 'valibot'
import { digest } from '#shared/sync/digest'
import type { LocationId } from '#shared/location/location'
import {
  BackToLineSchema,
  COLLECTIONS,
  DigestAnswerSchema,
  DocumentsAnswerSchema,
  HeadLineSchema,
  PulledMovementSchema,
  SnapshotRowSchema,
  DOCUMENT_SCHEMAS,
} from '#shared/sync/wire'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let here: TestDevice
let there: TestDevice
let shelfHere: LocationId
let shelfThere: LocationId

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  const [warehouseHere, warehouseThere] = [await server.addWarehouse('A'), await server.addWarehouse('B')]
  shelfHere = await server.addShelf(warehouseHere, 'K1')
  shelfThere = await server.addShelf(warehouseThere, 'K1')
  here = await server.addDevice(warehouseHere)
  there = await server.addDevice(warehouseThere)
  const make = createFactMaker(here)
  const consignment = { caseFileId: 'case-1', consignmentId: 'con-1' }
  await here.push([
    make.intake(shelfHere, 10),
    make.movement({
      kind: 'dispatch',
      lines: [{ quantity: 4, fromId: shelfHere, toId: 'transit:con-1' }],
      rest: consignment,
    }),
    make.movement({ kind: 'transfer', lines: [{ quantity: 1, fromId: shelfHere, toId: shelfThere }] }),
    make.movement({ kind: 'disposal', lines: [{ quantity: 5, fromId: shelfHere, toId: 'loss:damaged' }] }),
  ])
  await there.push([createFactMaker(there).intake(shelfThere, 3)])
})
afterAll(() => server.close())

async function readLines(answer: Response): Promise<unknown[]> {
  expect(answer.status).toBe(200)
  const text = await answer.text()
  expect(text.endsWith('\n')).toBe(true)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

async function pull(device: TestDevice, query = '') {
  const lines = await readLines(await device.fetch(`/api/sync/movements${query}`))
  const movements = lines.slice(0, -1).map((line) => v.parse(PulledMovementSchema, line))
  return { movements, head: v.parse(HeadLineSchema, lines.at(-1)).head }
}

test('a device sees its own movements and those that touch its shelves, in order', async () => {
  expect((await pull(here)).movements.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  expect((await pull(there)).movements.map(({ seq }) => seq)).toEqual([3, 5])
})

test('the head of a page says how far it reaches, so that nothing is skipped', async () => {
  expect((await pull(here, '?limit=2')).head).toBe(2)
  expect(await pull(here, '?after=2&limit=2')).toMatchObject({ head: 4 })
  expect(await pull(here, '?after=4')).toEqual({ movements: [], head: 5 })
})

test('a device reads back from a number, newest first, page by page to the beginning', async () => {
  const back = async (query: string, device = here) => {
    const lines = await readLines(await device.fetch(`/api/sync/movements${query}`))
    const seqs = lines.slice(0, -1).map((line) => v.parse(PulledMovementSchema, line).seq)
    return [...seqs, v.parse(BackToLineSchema, lines.at(-1)).backTo]
  }
  expect(await back('?before=4&limit=2')).toEqual([3, 2, 2])
  expect(await back('?before=2&limit=2')).toEqual([1, 0])
  expect(await back('?before=1')).toEqual([0])
  expect(await back('?before=9', there)).toEqual([5, 3, 0])
  for (const query of ['?before=', '?before=-1', '?before=x', '?before=4&limit=0'])
    expect((await here.fetch(`/api/sync/movements${query}`)).status).toBe(400)
})

test('a snapshot is the held stock of the warehouse, without empty places', async () => {
  const [head, ...rows] = await readLines(await here.fetch('/api/sync/snapshot'))
  expect(head).toEqual({ head: 5, rows: 1 })
  const places = rows.map((row) => v.parse(SnapshotRowSchema, row))
  expect(places.map(({ locationId, quantity }) => [locationId, quantity])).toEqual([['transit:con-1', 4]])
  const [, ...rowsThere] = await readLines(await there.fetch('/api/sync/snapshot'))
  expect(rowsThere).toMatchObject([{ locationId: shelfThere, quantity: 4 }])
})

test('documents come down in versions, each of its collection’s shape, and the digest agrees', async () => {
  for (const collection of COLLECTIONS) {
    const answer = await here.fetch(`/api/sync/documents/${collection}`)
    const { documents, checkpoint } = v.parse(DocumentsAnswerSchema, await answer.json())
    for (const { body, version } of documents) {
      v.parse(DOCUMENT_SCHEMAS[collection], body)
      expect(version).toBeLessThanOrEqual(checkpoint)
    }
    const told = v.parse(
      DigestAnswerSchema,
      await (await here.fetch(`/api/sync/documents/${collection}/digest`)).json(),
    )
    expect(told).toMatchObject({ count: documents.length, digest: digest(documents) })
    const later = await here.fetch(`/api/sync/documents/${collection}?after=${checkpoint}`)
    expect(await later.json()).toMatchObject({ documents: [], checkpoint })
  }
})

test('a device sees the shelves and consignments of its own warehouse only', async () => {
  const idsOf = async (device: TestDevice, collection: string) => {
    const answer = await device.fetch(`/api/sync/documents/${collection}`)
    return v.parse(DocumentsAnswerSchema, await answer.json()).documents.map(({ id }) => id)
  }
  expect(await idsOf(here, 'consignments')).toEqual(['con-1'])
  expect(await idsOf(there, 'consignments')).toEqual([])
  expect(await idsOf(here, 'locations')).not.toContain(shelfThere)
})

test('the stream says hello with the head and then whenever it moves', async () => {
  const abort = new AbortController()
  const answer = await here.fetch('/api/sync/stream', { signal: abort.signal })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const heads: number[] = []
  const decoder = new TextDecoder()
  let sent = false
  for await (const part of answer.body!) {
    for (const [, data] of decoder.decode(part).matchAll(/event: head\ndata: (.*)\n\n/g)) {
      heads.push((JSON.parse(data!) as { head: number }).head)
    }
    if (!sent) await there.push([{ ...createFactMaker(there).intake(shelfThere), deviceSeq: 2 }])
    sent = true
    if (heads.length >= 2) break
  }
  abort.abort()
  expect(heads[1]).toBe(heads[0]! + 1)
})
