import { afterAll, beforeAll, expect, test } from 'vitest'
import * as v from 'valibot'
import { DocumentsAnswerSchema } from '#shared/sync/wire'
import { instantFromMs } from '#shared/time/time'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let here: TestDevice
let there: TestDevice

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  here = await server.addDevice(await server.addWarehouse('A'))
  there = await server.addDevice(await server.addWarehouse('B'))
})
afterAll(() => server.close())

/** A dispatch that makes a consignment known, so many hours before the others. */
function dispatchOf(device: TestDevice, consignmentId: string, hoursEarlier: number) {
  const lines = [{ fromId: `shelf:${device.warehouseId}.1`, toId: `transit:${consignmentId}` }]
  const { body, ...fact } = createFactMaker(device).movement({
    kind: 'dispatch',
    lines,
    rest: { consignmentId },
  })
  const at = instantFromMs(Date.parse(TEST_AT) - hoursEarlier * 3_600_000)
  return { ...fact, recordedAt: at, body: { ...body, occurredAt: at } }
}

async function pull(device: TestDevice, after: number) {
  const answer = await device.fetch(`/api/sync/documents/consignments?after=${after}`)
  return v.parse(DocumentsAnswerSchema, await answer.json())
}

function readVersions(id: string) {
  const { reader } = server
  const { query } = reader
  return {
    now: reader.all(query.selectFrom('document').select(['version', 'warehouseId']).where('id', '=', id)),
    history: reader.all(
      query
        .selectFrom('documentHistory')
        .select(['version', 'warehouseId', 'changedBy'])
        .where('id', '=', id)
        .orderBy('version'),
    ),
  }
}

test('a consignment has no history until an earlier dispatch replaces it; then both versions are in it', async () => {
  const before = (await pull(here, 0)).checkpoint
  await here.push([dispatchOf(here, 'con-1', 1)])
  const learned = await pull(here, before)
  expect(learned).toMatchObject({ documents: [{ id: 'con-1', version: before + 1 }], checkpoint: before + 1 })
  expect(readVersions('con-1').history).toEqual([])

  await there.push([dispatchOf(there, 'con-1', 5)])
  const [a, b] = [here.warehouseId, there.warehouseId]
  expect(readVersions('con-1')).toEqual({
    now: [{ version: before + 2, warehouseId: b }],
    history: [
      { version: before + 1, warehouseId: a, changedBy: `device:${here.deviceId}` },
      { version: before + 2, warehouseId: b, changedBy: `device:${there.deviceId}` },
    ],
  })
  // The warehouse that held it before is told that it is gone, with what it could see last.
  expect(await pull(here, learned.checkpoint)).toMatchObject({
    documents: [{ id: 'con-1', version: before + 2, deleted: true, body: learned.documents[0]!.body }],
  })
  expect((await pull(there, before)).documents).toMatchObject([{ id: 'con-1', deleted: false }])
})

test('consignments and what the desk writes share one row of versions without a hole', async () => {
  const before = (await pull(here, 0)).checkpoint
  await here.push([dispatchOf(here, 'con-2', 1)])
  await server.addShelf(here.warehouseId, 'K7')
  await there.push(
    [dispatchOf(there, 'con-3', 1), dispatchOf(there, 'con-4', 1)].map((fact, index) => ({
      ...fact,
      deviceSeq: index + 5,
    })),
  )
  await server.addShelf(here.warehouseId, 'K8')
  const rows = server.reader.all(
    server.reader.query
      .selectFrom('document')
      .select('version')
      .where('version', '>', before)
      .orderBy('version'),
  )
  expect(rows.map(({ version }) => version - before)).toEqual([1, 2, 3, 4, 5])
  expect((await pull(here, before)).checkpoint).toBe(before + 5)
})
