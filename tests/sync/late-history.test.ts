import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { DAY_MS, instantFromMs, type Instant } from '#shared/time/time'
import type { LocationId, WarehouseId } from '#shared/location/location'
import { openBrowser } from '../support/browser.ts'
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.ts'
import { createFactMaker } from '../support/make-fact.ts'
import { readServerStock } from '../support/read-server-stock.ts'
import { openTablet, readShownStock } from '../support/tablet.ts'
import { startTestServer, type TestDevice, type TestServer } from '../support/test-server.ts'
import { buildWebPage, type WebPage } from '../support/web-page.ts'

const OLD = 200
const RECENT = 1_100

let browser: Browser
let webPage: WebPage
let server: TestServer
let warehouseId: WarehouseId
let shelfId: LocationId
let context: BrowserContext
let proxy: FaultProxy
let late: TestDevice
let maker: ReturnType<typeof createFactMaker>
let early: TestDevice
let serverTime: Instant

beforeAll(async () => {
  browser = await openBrowser()
  webPage = await buildWebPage('tests/support/tablet-page.ts')
})
afterAll(() => browser?.close())

/** A warehouse that has worked for forty days, and a tablet that comes to it today. */
beforeEach(async () => {
  serverTime = daysAgo(40)
  server = await startTestServer({ requestsPerMinute: 1_000_000, now: () => serverTime })
  warehouseId = await server.addWarehouse('K1')
  shelfId = await server.addShelf(warehouseId, 'A1')
  early = await server.addDevice(warehouseId)
  maker = createFactMaker(early)
  await push(OLD, 40)
  for (let sent = 0; sent < RECENT; sent += 100) await push(100, 25 - sent / 100)
  serverTime = daysAgo(0)
  late = await server.addDevice(warehouseId)
  proxy = await startFaultProxy(webPage, server.url)
  context = await browser.newContext()
})
afterEach(async () => {
  await context.close()
  await proxy.close()
  await server.close()
})

function daysAgo(days: number): Instant {
  return instantFromMs(Date.now() - days * DAY_MS)
}

async function push(count: number, days: number): Promise<void> {
  serverTime = daysAgo(days)
  const line = { quantity: 2, fromId: 'donor:anonymous', toId: shelfId }
  const facts = Array.from({ length: count }, () =>
    maker.movement({ lines: [line], rest: { occurredAt: serverTime } }),
  )
  await early.push(facts)
}

const open = (onStep?: (step: string) => 'go on' | 'stop') =>
  openTablet(context, { url: proxy.url, device: late, ...(onStep && { onStep }) })
const pullNow = (page: Page) => page.evaluate(() => window.sync.pullNow())
const filled = (page: Page) =>
  expect
    .poll(
      () => page.evaluate(async () => (await window.core.readMeta(window.db, 'historyGap')) === undefined),
      { timeout: 20_000 },
    )
    .toBe(true)
const seqsOf = (page: Page) =>
  page.evaluate(async () => (await window.db.movements.toArray()).map(({ seq }) => seq))
const upTo = (seq: number, from: number) => Array.from({ length: seq - from + 1 }, (_, i) => from + i)
const bySize = (a = 0, b = 0) => a - b

test('a tablet enrolled late has the history of the last thirty days, and its stock is untouched by it', async () => {
  const page = await open()
  await pullNow(page)
  const before = await page.evaluate(() => window.db.stock.toArray())
  await filled(page)
  expect((await seqsOf(page)).toSorted(bySize)).toEqual(upTo(OLD + RECENT, OLD + 1))
  expect(await page.evaluate(() => window.db.stock.toArray())).toEqual(before)
  expect(await readShownStock(page)).toEqual(await readServerStock(early))
  const pruned = await page.evaluate(() => window.core.pruneMovements(window.db, () => Promise.resolve()))
  expect(pruned).toBe(0)
})

test('a history that is cut off or dies in the middle goes on from there, and nothing is there twice', async () => {
  let faults = 3
  proxy.faultFor = ({ path }) =>
    path.includes('before=') && faults-- > 0 ? { kind: 'answer-cut' } : undefined
  let passed = 0
  let died = () => {}
  const death = new Promise<void>((resolve) => (died = resolve))
  const first = await open((step) => {
    if (step !== 'history: after a chunk' || ++passed < 3) return 'go on'
    died()
    return 'stop'
  })
  for (let i = 0; i < 4; i++) await pullNow(first)
  await pullNow(first)
  await death
  await first.close()

  proxy.seen.length = 0
  const page = await open()
  await pullNow(page)
  await filled(page)
  const seqs = (await seqsOf(page)).toSorted(bySize)
  expect(seqs).toEqual(upTo(OLD + RECENT, OLD + 1))
  const asked = proxy.seen.filter(({ path }) => path.includes('before=')).map(({ path }) => path)
  expect(asked[0]).toContain(`before=${OLD + RECENT - 3 * 100 + 1}&`)
  expect(await readShownStock(page)).toEqual(await readServerStock(early))
})

test('the first sync does not wait for the history', async () => {
  proxy.faultFor = ({ path }) => (path.includes('before=') ? { kind: 'silence' } : undefined)
  const page = await open()
  await pullNow(page)
  expect(await readShownStock(page)).toEqual(await readServerStock(early))
  expect(await page.evaluate(() => window.core.readDeviceState(window.db))).toMatchObject({ online: true })
  expect(proxy.seen.filter(({ path }) => path.includes('after=') && path.includes('movements'))).toEqual([])
})

test('what a later snapshot passes over is filled in, and what is unsent stays as it is', async () => {
  const page = await open()
  await pullNow(page)
  await filled(page)
  await page.evaluate(async () => {
    const [row] = await window.db.movements.toArray()
    const identity = await window.core.readMeta(window.db, 'identity')
    const body = { ...row!.movement, id: crypto.randomUUID(), deviceId: identity!.deviceId }
    await window.core.recordFacts(window.db, [{ kind: 'movement', body: body as never }])
  })
  await push(150, 0)
  proxy.faultFor = ({ path }) =>
    path === '/api/sync/facts' ? { kind: 'status-instead', status: 500 } : undefined
  await page.evaluate(() => window.core.writeMeta(window.db, 'snapshotWanted', true))
  await pullNow(page)
  proxy.faultFor = ({ path }) => (path === '/api/sync/facts' ? { kind: 'answer-lost' } : undefined)
  await pullNow(page)
  proxy.faultFor = () => undefined
  await pullNow(page)
  await pullNow(page)
  await filled(page)
  const last = OLD + RECENT + 151
  expect((await seqsOf(page)).toSorted(bySize)).toEqual(upTo(last, OLD + 1))
  expect(await readShownStock(page)).toEqual(await readServerStock(early))
})
