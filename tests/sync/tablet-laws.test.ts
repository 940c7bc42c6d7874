import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { instantFromMs } from '#shared/time/time'
import { openBrowser } from '../support/browser.ts'
import { openFleet, type Fleet, type FleetTablet } from '../support/fleet.ts'
import { openTablet, readShownStock } from '../support/tablet.ts'

let browser: Browser
let fleet: Fleet
let tablet: FleetTablet
let other: FleetTablet

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  fleet = await openFleet(browser, 2)
  ;[tablet, other] = fleet.tablets as [FleetTablet, FleetTablet]
})
afterEach(() => fleet.close())

const stateOf = ({ page }: FleetTablet) => page.evaluate(() => window.core.readDeviceState(window.db))
const pullNow = ({ page }: FleetTablet) => page.evaluate(() => window.sync.pullNow())
const pushesOf = ({ proxy }: FleetTablet) =>
  proxy.seen
    .filter(({ path }) => path === '/api/sync/facts')
    .map(({ body }) => (JSON.parse(body) as { facts: { id: string }[] }).facts.map(({ id }) => id))

test('a refused record in the middle of a batch is set aside and holds up none behind it', async () => {
  await fleet.record(tablet, 5)
  const bad = await tablet.page.evaluate(async () => {
    const [row] = await window.db.outbox.toArray()
    const good = (row!.fact as { body: { lines: object[] } }).body
    const body = { ...good, id: crypto.randomUUID(), deviceId: 'another-device' }
    const recorded = await window.core.recordFacts(window.db, [{ kind: 'movement', body: body as never }])
    return recorded.ok ? recorded.value[0]!.id : undefined
  })
  await fleet.record(tablet, 2)
  await fleet.settle()

  const quarantine = await tablet.page.evaluate(() => window.core.listQuarantine(window.db))
  expect(quarantine).toMatchObject([
    { id: bad, refused: { kind: 'other-device', message: { vi: expect.any(String) } } },
  ])
  expect(await stateOf(tablet)).toMatchObject({ unsent: 0, quarantined: 1 })
  const { server, tablets } = await fleet.compare()
  expect(tablets).toEqual([server, server])
  expect(Object.values(server).reduce((sum, quantity) => sum + quantity, 0)).toBe(7)
  expect(await tablet.page.evaluate(() => window.core.mayForget(window.db))).toBe(false)
})

test('a record that was set aside is corrected and sent, sent as it is, or voided with a reason', async () => {
  await fleet.record(tablet, 5)
  const made = await tablet.page.evaluate(async () => {
    const good = (await window.db.outbox.toArray())[0]!.fact.body as never as Record<string, unknown>
    const record = async () => {
      const body = { ...good, id: crypto.randomUUID(), deviceId: 'another-device' } as never
      const recorded = await window.core.recordFacts(window.db, [{ kind: 'movement', body }])
      return recorded.ok ? recorded.value[0]!.id : ''
    }
    return { good, ids: [await record(), await record(), await record()] }
  })
  await fleet.settle()
  const after = await tablet.page.evaluate(async ({ good, ids }) => {
    const { core, db } = window
    const corrected = { kind: 'movement', body: { ...good, id: crypto.randomUUID() } } as never
    const results = [
      await core.resendCorrected(db, ids[0]!, corrected),
      await core.resendAsItIs(db, ids[1]!),
      await core.voidWithReason(db, ids[2]!, { reason: 'ghi nhầm', staffId: 's1' as never }),
      await core.voidWithReason(db, ids[2]!, { reason: 'lần nữa', staffId: 's1' as never }),
    ]
    return results.map((result) => (result.ok ? 'done' : result.error.kind))
  }, made)
  expect(after).toEqual(['done', 'done', 'done', 'not-there'])
  await fleet.settle()
  expect(await tablet.page.evaluate(() => window.core.listQuarantine(window.db))).toMatchObject([
    { id: made.ids[1] },
  ])
  const { server, tablets } = await fleet.compare()
  expect(tablets).toEqual([server, server])
  expect(Object.values(server)).toEqual([10])
})

test('a batch the server cannot take as a whole is halved until the bad record stands alone', async () => {
  for (let i = 0; i < 7; i++) await fleet.record(tablet, 1)
  const bad = await tablet.page.evaluate(
    async () => (await window.db.outbox.orderBy('deviceSeq').toArray())[4]!.id,
  )
  tablet.proxy.faultFor = ({ path, body }) =>
    path === '/api/sync/facts' && body.includes(`{"kind":"movement","body":{"id":"${bad}"`)
      ? { kind: 'status-instead', status: 413 }
      : undefined
  await fleet.settle()
  expect(await tablet.page.evaluate(() => window.core.listQuarantine(window.db))).toMatchObject([
    { id: bad, refused: { kind: 'too-large' } },
  ])
  const { server, tablets } = await fleet.compare()
  expect(tablets).toEqual([server, server])
})

test('two windows of one tablet send each record once', async () => {
  const second = await openTablet(tablet.context, { url: tablet.proxy.url, device: tablet.device })
  for (let i = 0; i < 5; i++) await fleet.record(tablet, 1)
  await Promise.all([pullNow(tablet), second.evaluate(() => window.sync.pullNow()), pullNow(tablet)])
  const sent = pushesOf(tablet).flat()
  expect(sent).toHaveLength(5)
  expect(new Set(sent).size).toBe(5)
})

test('what one window records the other one sees', async () => {
  const second = await openTablet(tablet.context, { url: tablet.proxy.url, device: tablet.device })
  const seen = second.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const watch = window.core.liveQuery(() => window.db.movements.count())
        watch.subscribe((count) => count > 0 && resolve(count))
      }),
  )
  await fleet.record(tablet, 1)
  expect(await seen).toBe(1)
})

test('a revoked tablet keeps what is unsent and hands in what it recorded before', async () => {
  await pullNow(tablet)
  await fleet.record(tablet, 3)
  const at = instantFromMs(Date.now() + 60_000)
  await fleet.server.writer.write('revokeDevice', { deviceId: tablet.device.deviceId, at })
  await pullNow(tablet)
  expect(await stateOf(tablet)).toMatchObject({ revoked: true, unsent: 0, quarantined: 0 })
})

test('a tablet the server no longer knows keeps everything', async () => {
  await fleet.record(tablet, 3)
  await tablet.page.evaluate(async () => {
    const identity = await window.core.readMeta(window.db, 'identity')
    await window.core.writeMeta(window.db, 'identity', { ...identity!, token: 'unknown' })
    await window.sync.pullNow()
  })
  expect(await stateOf(tablet)).toMatchObject({ revoked: true, unsent: 1 })
  expect(Object.values(await readShownStock(tablet.page))).toEqual([3])
})

test('an app that is too old keeps everything and says so', async () => {
  await fleet.record(tablet, 3)
  tablet.proxy.faultFor = () => undefined
  await tablet.page.route('**/api/sync/facts', (route) =>
    route.fulfill({
      status: 426,
      json: { error: { kind: 'too-old', message: { vi: 'cũ', en: 'old' } } },
    }),
  )
  await pullNow(tablet)
  expect(await stateOf(tablet)).toMatchObject({ tooOld: true, unsent: 1, quarantined: 0 })
})

test('a tablet waits as long as a busy server asks', async () => {
  await fleet.record(tablet, 3)
  tablet.proxy.faultFor = () => ({ kind: 'status-instead', status: 429, retryAfter: 3600 })
  await pullNow(tablet)
  const seen = tablet.proxy.seen.length
  await pullNow(tablet)
  expect(tablet.proxy.seen).toHaveLength(seen)
  const { serverBusyUntil } = await stateOf(tablet)
  expect(Date.parse(serverBusyUntil!) - Date.now()).toBeGreaterThan(3_500_000)
})

test('a tablet whose clock is put right asks when the server said, not hours later', async () => {
  tablet.proxy.faultFor = () => ({ kind: 'status-instead', status: 503, retryAfter: 0 })
  await tablet.page.evaluate(async () => {
    const { now } = Date
    Date.now = () => now() + 3 * 3_600_000
    await window.sync.pullNow()
    Date.now = now
  })
  tablet.proxy.faultFor = () => undefined
  await pullNow(tablet)
  expect((await stateOf(tablet)).serverBusyUntil).toBeUndefined()
})

test('with nothing to send nobody is asked, and nothing is said of the server', async () => {
  await pullNow(tablet)
  await tablet.context.setOffline(true)
  await pullNow(tablet)
  const before = await stateOf(tablet)
  expect(before.online).toBe(false)
  await tablet.page.evaluate(() => window.sync.pushNow())
  expect(await stateOf(tablet)).toEqual(before)
})

test('a tablet that was away for sixty days sends everything and knows the stock again', async () => {
  await fleet.settle()
  const longAgo = new Date(Date.now() - 60 * 86_400_000).toISOString()
  await tablet.page.evaluate(async (at) => {
    const contact = await window.core.readMeta(window.db, 'contact')
    await window.core.writeMeta(window.db, 'contact', { ...contact!, lastContactAt: at as never })
  }, longAgo)
  for (let i = 0; i < 150; i++) await fleet.record(tablet, 1)
  for (let i = 0; i < 5; i++) await fleet.record(other, 2)
  await pullNow(other)
  await fleet.settle()
  expect(tablet.proxy.seen.filter(({ path }) => path === '/api/sync/snapshot')).toHaveLength(2)
  const { server, tablets } = await fleet.compare()
  expect(tablets).toEqual([server, server])
  expect(Object.values(server).reduce((sum, quantity) => sum + quantity, 0)).toBe(160)
})

test('old movements are let go, those the server has not taken stay', async () => {
  await fleet.record(tablet, 1)
  await pullNow(tablet)
  await fleet.record(tablet, 2)
  const left = await tablet.page.evaluate(async () => {
    const { db, core } = window
    await db.movements.toCollection().modify({ occurredAt: '2026-01-01T00:00:00.000Z' as never })
    await core.pruneMovements(db, () => Promise.resolve())
    return (await db.movements.toArray()).map(({ seq }) => seq ?? 'unsent')
  })
  expect(left).toEqual(['unsent'])
})

test('a clock that is hours off is told to the server and shown, and stays what it is', async () => {
  await tablet.page.evaluate(async () => {
    const ahead = () => new Date(Date.now() + 3 * 3_600_000).toISOString() as never
    Object.assign(window.db, { now: ahead })
    window.sync = window.core.createSync({ db: window.db })
    await window.sync.pullNow()
  })
  await fleet.record(tablet, 1)
  await pullNow(tablet)
  const { clockOffMs } = await stateOf(tablet)
  expect(Math.abs(clockOffMs! - 3 * 3_600_000)).toBeLessThan(60_000)
  const sent = tablet.proxy.seen.find(({ path }) => path === '/api/sync/facts')
  expect(Date.parse(String(sent?.headers['x-kho-clock']))).toBeGreaterThan(Date.now() + 2 * 3_600_000)
})

test('documents that drifted are fetched anew', async () => {
  await pullNow(tablet)
  const found = await tablet.page.evaluate(async () => {
    const { db } = window
    const known = await db.locations.count()
    await db.locations.clear()
    await window.core.writeMeta(db, 'documentsComparedAt', '2026-01-01T00:00:00.000Z' as never)
    await window.sync.pullNow()
    return [known, await db.locations.count()]
  })
  expect(found[0]).toBeGreaterThan(0)
  expect(found[1]).toBe(found[0])
})

test('what the stock list begins with goes as soon as a name or a figure of it changes', async () => {
  await fleet.record(tablet, 5)
  await fleet.settle()
  const first = async () => {
    const lines = await tablet.page.evaluate(async () => {
      const { core, db } = window
      const found = await core.readFirstStockLines(db)
      // As the screen does after it has shown the whole list.
      await core.rememberStockList(db, ['gtin:08934563108168'])
      return found
    })
    return [lines?.[0]?.item?.name, lines?.reduce((sum, { quantity }) => sum + quantity, 0)]
  }
  await first()
  expect(await first()).toEqual([undefined, 5])
  const item = { id: 'gtin:08934563108168', gtin: '08934563108168', name: 'Mì tôm', category: 'food' }
  const body = { ...item, baseUnit: 'piece', unit: 'gói', packs: [], dates: 'expiry' } as never
  const learn = { kind: 'item-learned', body } as const
  await other.page.evaluate((fact) => window.core.recordFacts(window.db, [fact]), learn)
  await fleet.settle()
  expect(await first()).toEqual(['Mì tôm', 5])
  await fleet.record(tablet, 2)
  expect(await first()).toEqual(['Mì tôm', 7])
})
