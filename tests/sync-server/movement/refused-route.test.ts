import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RefusedPage } from '#shared/desk/desk-refused-wire'
import { sentenceForFact } from '#shared/sync/refusal'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

const PERSON = 'Nguyễn Thị Mận 0912345678'

let server: TestServer
let device: TestDevice
let facts: ReturnType<typeof createFactMaker>
let desk: DeskClient

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  device = await server.addDevice(await server.addWarehouse('HN'), 'Máy cổng')
  facts = createFactMaker(device)
  desk = await signInAs(server, 'coordinator', {}, TEST_AT)
})
afterAll(() => server.close())

async function page(query = ''): Promise<RefusedPage> {
  return (await desk.call<RefusedPage>('GET', `/refused${query}`)).body
}

test('while nothing was refused the list is empty', async () => {
  expect(await page()).toEqual({ rows: [], total: 0, page: 1, limit: 50 })
})

test('a refused record is told with its tablet, its kind, its numbers and the reason in both languages', async () => {
  const wrong = facts.intake('shelf:1.1', -1)
  await device.push([wrong])
  await device.push([wrong])
  expect(await page()).toEqual({
    rows: [
      {
        id: 1,
        receivedAt: TEST_AT,
        deviceId: device.deviceId,
        deviceName: 'Máy cổng',
        kind: 'intake',
        factId: wrong.id,
        deviceSeq: wrong.deviceSeq,
        sentence: sentenceForFact({ kind: 'quantity-not-whole', field: '' }),
      },
    ],
    total: 1,
    page: 1,
    limit: 50,
  })
})

test('nothing of what a refused record says gets out, wherever it stands in it', async () => {
  const { total } = await page()
  const donor = facts.fact('donor-named', { id: 'donor:1', name: PERSON, anonymous: 'no' })
  const odd = { id: PERSON, deviceSeq: PERSON, kind: PERSON, recordedAt: PERSON, [PERSON]: PERSON }
  const movement = facts.intake('shelf:1.1')
  await device.push([
    donor,
    odd,
    { ...movement, body: { ...movement.body, kind: PERSON, [PERSON]: 1 } },
    PERSON,
    [PERSON],
    null,
  ])
  const { status, body } = await desk.call<RefusedPage>('GET', '/refused?limit=6')
  expect([status, body.total]).toEqual([200, total + 6])
  expect(JSON.stringify(body)).not.toMatch(/Mận|0912345678/)
  const told = body.rows.map(({ kind, factId, deviceSeq }) => [kind, factId, deviceSeq])
  expect(told.reverse()).toEqual([
    ['donor-named', donor.id, donor.deviceSeq],
    [null, null, null],
    [null, movement.id, movement.deviceSeq],
    [null, null, null],
    [null, null, null],
    [null, null, null],
  ])
})

test('refused records come in pages, the newest first, each on one page', async () => {
  await device.push([1, 2, 3].map(() => facts.intake('shelf:1.1', 0.5)))
  const all = await page('?limit=200')
  expect(all.rows.map(({ id }) => id)).toEqual(Array.from({ length: all.total }, (_, at) => all.total - at))
  const pages = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => page(`?limit=2&page=${at}`)))
  expect(pages.flatMap(({ rows }) => rows)).toEqual(all.rows.slice(0, 12))
  expect((await page('?page=1000&limit=200')).rows).toEqual([])
})

test('who may not see the tablets does not see what was refused', async () => {
  const statuses = await Promise.all(
    (['verifier', 'keeper', 'courier', 'auditor', 'admin'] as const).map(
      async (role) => (await (await signInAs(server, role, {}, TEST_AT)).call('GET', '/refused')).status,
    ),
  )
  expect(statuses).toEqual([403, 403, 403, 200, 200])
})
