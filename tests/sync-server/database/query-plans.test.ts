import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestServer } from '../../support/test-server.ts'

/** The log grows for ever: whoever waits for an answer must not wait for a walk through it. */
const GROWING = [
  'fact',
  'movement',
  'movementLine',
  'movementVisible',
  'documentHistory',
  'stock',
  'finding',
  'caseFileHelped',
]
/** Steps that walk a whole table or index and yet end at the first row they meet. */
const STOPS_AT_FIRST = [
  /select "receivedAt" from "fact" order by "seq" desc limit \?/,
  /select "version" from "documentHistory" order by "version" desc limit \?/,
]

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
})
afterAll(() => server.close())

test('no query of a screen or a page walks through a table that grows for ever', async () => {
  const warehouseId = await server.addWarehouse('A')
  const shelfId = await server.addShelf(warehouseId, 'K1')
  const device = await server.addDevice(warehouseId)
  await device.push([createFactMaker(device).intake(shelfId)])
  const paths = [
    '/',
    '/api/public/stock',
    '/api/health',
    '/api/openapi.json',
    '/api/sync/movements?after=0',
    '/api/sync/movements?before=10',
    '/api/sync/snapshot',
    '/api/sync/documents/items',
    '/api/sync/documents/items/digest',
    '/api/desk/findings',
    '/api/desk/items',
    '/api/desk/devices',
  ]
  for (const path of paths) await (await device.fetch(path)).arrayBuffer()

  const texts = server.reader.texts()
  expect(texts.length).toBeGreaterThan(5)
  for (const text of texts) {
    if (STOPS_AT_FIRST.some((pattern) => pattern.test(text))) continue
    const walks = server.reader.explain(text).filter((step) => {
      const [, table, how] = /^SCAN "?(\w+)"?(.*)$/.exec(step) ?? []
      // A partial index holds only what the question is about.
      return table !== undefined && GROWING.includes(table) && !how?.includes('INDEX')
    })
    expect(walks, text).toEqual([])
  }
})
