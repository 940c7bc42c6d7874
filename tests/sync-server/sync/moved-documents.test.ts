import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as v from 'valibot'
import { digest } from '#shared/sync/digest'
import type { Collection } from '#shared/sync/wire'
import { DigestAnswerSchema, DOCUMENT_SCHEMAS, DocumentsAnswerSchema } from '#shared/sync/wire'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let desk: DeskClient
let here: TestDevice
let there: TestDevice

beforeAll(async () => {
  server = await startTestServer({ requestsPerMinute: 1_000_000 })
  here = await server.addDevice(await server.addWarehouse('A'))
  there = await server.addDevice(await server.addWarehouse('B'))
  desk = await signInAs(server, 'admin')
})
afterAll(() => server.close())

interface Held {
  readonly version: number
  readonly body: unknown
}

/** What a device holds of a collection, brought up to date page by page as a tablet does it. */
function createReplica(device: TestDevice, collection: Collection, cursorAtFirst = 0) {
  const held = new Map<string, Held>()
  let cursor = cursorAtFirst
  return {
    held,
    async pullPage(limit: number) {
      const answer = await device.fetch(`/api/sync/documents/${collection}?after=${cursor}&limit=${limit}`)
      const page = v.parse(DocumentsAnswerSchema, await answer.json())
      for (const { id, version, deleted, body } of page.documents) {
        expect(v.is(DOCUMENT_SCHEMAS[collection], body)).toBe(true)
        if (deleted) held.delete(id)
        else held.set(id, { version, body })
      }
      cursor = page.checkpoint
      return page.documents
    },
    async pullAll() {
      while ((await this.pullPage(3)).length === 3);
    },
  }
}

async function readHeadVersion(): Promise<number> {
  const answer = await here.fetch('/api/sync/documents/staff')
  return v.parse(DocumentsAnswerSchema, await answer.json()).checkpoint
}

const docs = fc.integer({ min: 0, max: 3 })
const step = fc.oneof(
  fc.record({
    kind: fc.constant('put' as const),
    doc: docs,
    home: fc.constantFrom('here' as const, 'there' as const, 'everywhere' as const),
    name: fc.constantFrom('Lan', 'Minh', 'Hoa'),
  }),
  fc.record({ kind: fc.constant('delete' as const), doc: docs }),
  fc.record({
    kind: fc.constant('page' as const),
    who: fc.constantFrom('here' as const, 'there' as const),
    limit: fc.integer({ min: 1, max: 3 }),
  }),
)

test('a device holds exactly what its warehouse may see, wherever documents move and pages are cut', async () => {
  const both = { here, there }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const run = randomUUID()
      const head = await readHeadVersion()
      const replicas = {
        here: createReplica(here, 'staff', head),
        there: createReplica(there, 'staff', head),
      }
      const change = { collection: 'staff', changedBy: 'test', at: TEST_AT } as const
      const homes = new Map<string, string>()
      for (const it of steps) {
        if (it.kind === 'page') {
          await replicas[it.who].pullPage(it.limit)
          continue
        }
        const id = `${run}-${it.doc}` as never
        if (it.kind === 'delete') {
          homes.delete(id)
          await server.writer.write('deleteDocument', { ...change, id })
          continue
        }
        homes.set(id, it.home)
        const warehouseId = it.home === 'everywhere' ? undefined : both[it.home].warehouseId
        const body = { id, name: it.name, role: 'keeper', active: true, pinHash: 'x' } as const
        await server.writer.write('putDocument', { ...change, id, warehouseId, body })
      }
      for (const who of ['here', 'there'] as const) {
        await replicas[who].pullAll()
        const visible = [...homes]
          .filter(([, home]) => home === who || home === 'everywhere')
          .map(([id]) => id)
        expect([...replicas[who].held.keys()].sort()).toEqual(visible.sort())
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('who moves to another warehouse is gone from the tablets of the old one at the next pull, PIN and all', async () => {
  const [tablet, other] = [createReplica(here, 'staff'), createReplica(there, 'staff')]
  const { body: added } = await desk.call<{ id: string }>('POST', '/staff', {
    name: 'Chị Dời',
    role: 'keeper',
    warehouseId: here.warehouseId,
    pin: '482913',
  })
  await Promise.all([tablet.pullAll(), other.pullAll()])
  expect([tablet.held.has(added.id), other.held.has(added.id)]).toEqual([true, false])

  await desk.call('PATCH', `/staff/${added.id}`, { warehouseId: there.warehouseId })
  const told = await tablet.pullPage(100)
  expect(told).toMatchObject([
    { id: added.id, deleted: true, body: { name: 'Chị Dời', warehouseId: here.warehouseId } },
  ])
  expect(JSON.stringify(told)).not.toMatch(/pinHash|argon2/)
  await other.pullAll()
  expect(other.held.get(added.id)).toMatchObject({
    body: { warehouseId: there.warehouseId, pinHash: expect.any(String) },
  })

  const digestOf = v.parse(
    DigestAnswerSchema,
    await (await here.fetch('/api/sync/documents/staff/digest')).json(),
  )
  const rows = Array.from(tablet.held, ([id, { version }]) => ({ id, version }))
  expect(digestOf).toMatchObject({ count: rows.length, digest: digest(rows) })
})

test('a shelf that changes hands leaves the tablets of the old warehouse', async () => {
  const shelfId = await server.addShelf(here.warehouseId, 'D-1')
  const [tablet, other] = [createReplica(here, 'locations'), createReplica(there, 'locations')]
  await Promise.all([tablet.pullAll(), other.pullAll()])
  const { warehouseId } = there
  await server.writer.write('putDocument', {
    collection: 'locations',
    id: shelfId,
    body: { id: shelfId, kind: 'shelf', warehouseId, code: 'D-1', name: 'Kệ D-1' },
    warehouseId,
    changedBy: 'test',
    at: TEST_AT,
  })
  await Promise.all([tablet.pullAll(), other.pullAll()])
  expect([tablet.held.has(shelfId), other.held.has(shelfId)]).toEqual([false, true])
})

test('a tablet that is new hears nothing of who was there before', async () => {
  const { body: added } = await desk.call<{ id: string }>('POST', '/staff', {
    name: 'Anh Cũ',
    role: 'keeper',
    warehouseId: here.warehouseId,
    pin: '482913',
  })
  await desk.call('PATCH', `/staff/${added.id}`, { warehouseId: there.warehouseId })
  const answer = await here.fetch('/api/sync/documents/staff')
  expect(await answer.text()).not.toContain(added.id)
})
