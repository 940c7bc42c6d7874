import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Movement } from '#shared/movement/movement'
import { openBrowser } from '../../support/browser.ts'
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.ts'
import { openTablet, readShownStock } from '../../support/tablet.ts'
import { buildWebPage } from '../../support/web-page.ts'
import type { IntakeDraft } from '../../../web/draft/draft.ts'

const DEVICE = { deviceId: 'device-1', warehouseId: 'w1', token: 'secret' } as never
const RICE = 'gtin:08934563108168'
const LOT = `${RICE}~L1~2027-01-31~`

let browser: Browser
let proxy: FaultProxy
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  proxy = await startFaultProxy(await buildWebPage('tests/support/tablet-page.ts'), 'http://127.0.0.1:9')
})
afterAll(async () => {
  await browser?.close()
  await proxy?.close()
})
beforeEach(async () => {
  context = await browser.newContext()
  page = await openTablet(context, { url: proxy.url, device: DEVICE })
})
afterEach(() => context.close())

function intake(id: string, quantity: number): Movement {
  return {
    id,
    kind: 'intake',
    deviceId: 'device-1',
    staffId: 's1',
    occurredAt: '2026-11-21T02:00:00.000Z',
    warehouseId: 'w1',
    lines: [{ itemId: RICE, lotId: LOT, quantity, fromId: 'donor:anonymous', toId: 'shelf:1.1' }],
  } as unknown as Movement
}
const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`
const draft = {
  id: id(9),
  kind: 'intake',
  openedAt: '2026-11-21T02:00:00.000Z',
  staffId: 's1',
  typed: {},
} as never
const line = (lineId: string, quantity: number) =>
  ({
    id: lineId,
    draftId: id(9),
    itemId: RICE,
    lotId: LOT,
    quantity,
    shelfId: 'shelf:1.1',
    scannedAt: '2026-11-21T02:00:01.000Z',
    scans: 1,
  }) as never

/** As a browser does that finds a damaged block; the window was closed before. */
async function throwAwayDatabase() {
  await page.close()
  const bare = await context.newPage()
  await bare.goto(`${proxy.url}/blank`)
  await bare.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('kho4d').onsuccess = resolve
      }),
  )
  await bare.close()
}

test('a record is in the outbox, in the history and in stock at once', async () => {
  const recorded = await page.evaluate(
    (body) => window.core.recordFacts(window.db, [{ kind: 'movement', body }]),
    intake(id(1), 5),
  )
  expect(recorded).toMatchObject({ ok: true, value: [{ deviceSeq: 1, id: id(1) }] })
  expect(await readShownStock(page)).toEqual({ [`shelf:1.1|${LOT}`]: 5 })
  expect(await page.evaluate(() => window.db.movements.count())).toBe(1)
  expect(await page.evaluate(() => window.core.mayForget(window.db))).toBe(false)
})

test('a tablet forgets its warehouse only when nothing would be lost, and is then as new', async () => {
  const forget = () => page.evaluate(() => window.core.forgetWarehouse(window.db))
  await page.evaluate(
    (body) => window.core.recordFacts(window.db, [{ kind: 'movement', body }]),
    intake(id(1), 5),
  )
  expect(await forget()).toEqual({ ok: false, error: { kind: 'not-empty' } })

  await page.evaluate(
    (fact) => window.core.applyPushResults(window.db, [{ id: fact, seq: 1 }] as never),
    id(1),
  )
  expect(await forget()).toEqual({ ok: true, value: null })
  const again = await context.newPage()
  await again.goto(proxy.url)
  await again.waitForFunction(() => document.documentElement.dataset['ready'] === 'yes')
  expect(
    await again.evaluate(async () => {
      const db = await window.core.openLedgerDatabase()
      const { enrolled, unsent, wiped } = await window.core.readDeviceState(db)
      return { enrolled: enrolled !== undefined, unsent, wiped, movements: await db.movements.count() }
    }),
  ).toEqual({ enrolled: false, unsent: 0, wiped: false, movements: 0 })
})

test('the same movement recorded twice counts once', async () => {
  const again = await page.evaluate(
    async (body) => {
      await window.core.recordFacts(window.db, [{ kind: 'movement', body }])
      return window.core.recordFacts(window.db, [{ kind: 'movement', body }])
    },
    intake(id(1), 5),
  )
  expect(again).toEqual({ ok: true, value: [] })
  expect(await readShownStock(page)).toEqual({ [`shelf:1.1|${LOT}`]: 5 })
})

test('two windows that record at once number their facts without a gap', async () => {
  const other = await openTablet(context, { url: proxy.url, device: DEVICE })
  const record = (window: Page, from: number) =>
    window.evaluate(
      (bodies) =>
        Promise.all(
          bodies.map((body) =>
            globalThis.window.core.recordFacts(globalThis.window.db, [{ kind: 'movement', body }]),
          ),
        ),
      Array.from({ length: 20 }, (_, i) => intake(id(from + i), 1)),
    )
  await Promise.all([record(page, 100), record(other, 200)])
  const numbers = await page.evaluate(async () =>
    (await window.db.outbox.toArray()).map((row) => row.deviceSeq),
  )
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  expect(await readShownStock(other)).toEqual({ [`shelf:1.1|${LOT}`]: 40 })
})

test('an item learned and a donor named are found at once', async () => {
  const found = await page.evaluate(async () => {
    const item = {
      id: 'gtin:08934563108168',
      gtin: '08934563108168',
      name: 'Mì tôm Hảo Hảo',
      category: 'food',
      baseUnit: 'piece',
      unit: 'gói',
      packs: [],
      dates: 'expiry',
    }
    await window.core.recordFacts(window.db, [{ kind: 'item-learned', body: item as never }])
    await window.core.nameDonor(window.db, 'Hội chữ thập đỏ')
    return {
      byCode: await window.core.findItemByGtin(window.db, '08934563108168'),
      byName: await window.core.searchItems(window.db, 'hao mi', 10),
      donors: await window.core.searchDonors(window.db, 'chu thap', 10),
    }
  })
  expect(found.byCode?.item.name).toBe('Mì tôm Hảo Hảo')
  expect(found.byName).toHaveLength(1)
  expect(found.donors).toMatchObject([{ name: 'Hội chữ thập đỏ' }])
})

test('a donor named twice, also in two windows at once, is one donor', async () => {
  const other = await openTablet(context, { url: proxy.url, device: DEVICE })
  const name = (window: Page, names: readonly string[]) =>
    window.evaluate(
      async (names) =>
        Promise.all(names.map((name) => globalThis.window.core.nameDonor(globalThis.window.db, name))),
      names,
    )
  const named = await Promise.all([
    name(page, ['Chùa Bằng', 'chùa  bằng ']),
    name(other, ['Chùa Bằng', 'Chùa Bàng']),
  ])
  const ids = named.flat().map((result) => result.ok && result.value.id)
  expect(ids.slice(0, 3)).toEqual([ids[0], ids[0], ids[0]])
  expect(new Set(ids).size).toBe(2)
  expect(await page.evaluate(() => window.db.outbox.count())).toBe(2)
})

test('a donor named and the movement of what they gave are recorded together', async () => {
  const donor = { id: `donor:${id(8)}`, anonymous: false, name: 'Chợ Bến Sông' }
  const recorded = await page.evaluate(
    ({ donor, body }) =>
      window.core.recordFacts(window.db, [
        { kind: 'donor-named', body: donor as never },
        { kind: 'movement', body },
      ]),
    { donor, body: intake(id(1), 5) },
  )
  expect(recorded).toMatchObject({ ok: true, value: [{ deviceSeq: 1 }, { deviceSeq: 2, id: id(1) }] })
  expect(await page.evaluate(() => window.core.searchDonors(window.db, 'ben song', 10))).toEqual([donor])
  expect(await readShownStock(page)).toEqual({ [`shelf:1.1|${LOT}`]: 5 })
})

test('closing a draft records its movement, makes its slip and ends it, once', async () => {
  const closed = await page.evaluate(
    async ({ draft, lines, body }) => {
      const { core, db } = window
      await core.openDraft(db, draft)
      for (const line of lines) await core.putDraftLine(db, line)
      const open = await core.readDraft(db, 'intake')
      const slip = {
        id: 'PN-1',
        kind: 'receipt',
        movementId: body.id,
        createdAt: body.occurredAt,
        movement: body,
      } as const
      const parts = { facts: [{ kind: 'movement', body }] as never, slip }
      const first = await core.closeDraft(db, body.id, parts)
      const second = await core.closeDraft(db, body.id, parts)
      return {
        open,
        first,
        second,
        after: await core.readDraft(db, 'intake'),
        late: await core.putDraftLine(db, lines[0]!),
      }
    },
    { draft, lines: [line('l1', 2), line('l2', 3)], body: intake(id(9), 5) },
  )
  expect(closed.open?.lines).toHaveLength(2)
  expect(closed.first).toMatchObject({ ok: true, value: [{ id: id(9) }] })
  expect(closed.second).toMatchObject({ ok: true, value: [] })
  expect(closed.after).toBeUndefined()
  expect(closed.late).toEqual({ ok: false, error: { kind: 'draft-closed' } })
  expect(await readShownStock(page)).toEqual({ [`shelf:1.1|${LOT}`]: 5 })
})

test('a waiting code has either its card or its line, also after the database was thrown away', async () => {
  const code = { text: 'item:rice', itemId: RICE, picked: true }
  const typed = {
    waiting: JSON.stringify([{ code, lineId: 'l1', scans: 1 }]),
    'l1.quantity': '5',
    donor: 'a',
  }
  const answered = await page.evaluate(
    async ({ draft, line, again }) => {
      const { core, db } = window
      await core.openDraft(db, draft)
      const settle = (line: never) =>
        core.changeDraftLines(db, draft.id, { put: [line], drop: [], settled: 'l1' })
      const waiting = await core.refuseWaiting(db, { ...draft, typed: {} })
      await settle(line)
      await settle(again)
      return { waiting, settled: await core.refuseWaiting(db, draft) }
    },
    { draft: { ...(draft as IntakeDraft), typed }, line: line('l1', 5), again: line('l2', 5) },
  )
  expect(answered).toMatchObject({ waiting: { error: { kind: 'codes-waiting' } }, settled: { ok: true } })
  await throwAwayDatabase()
  const again = await openTablet(context, { url: proxy.url, device: DEVICE })
  const open = await again.evaluate(() => window.core.readDraft(window.db, 'intake'))
  expect(open).toMatchObject({ draft: { typed: { donor: 'a' } }, lines: [{ id: 'l1', quantity: 5 }] })
  expect(Object.keys(open!.draft.typed)).toEqual(['donor'])
})

test('what was not sent and what was begun come back after the database was thrown away', async () => {
  await page.evaluate(
    async ({ body, draft, line }) => {
      const { core, db } = window
      await core.recordFacts(db, [{ kind: 'movement', body }])
      await core.openDraft(db, draft)
      await core.putDraftLine(db, line)
    },
    { body: intake(id(1), 5), draft, line: line('l1', 2) },
  )
  await throwAwayDatabase()
  const again = await openTablet(context, {
    url: proxy.url,
    device: { ...(DEVICE as object), deviceId: 'device-2' } as never,
  })
  const state = await again.evaluate(async () => ({
    device: await window.core.readDeviceState(window.db),
    outbox: await window.db.outbox.toArray(),
    draft: await window.core.readDraft(window.db, 'intake'),
  }))
  expect(state.device).toMatchObject({
    wiped: true,
    journal: true,
    unsent: 1,
    enrolled: { deviceId: 'device-1' },
  })
  expect(state.outbox).toMatchObject([{ id: id(1), deviceSeq: 1 }])
  expect(state.draft?.lines).toMatchObject([{ id: 'l1', quantity: 2 }])
  expect(await readShownStock(again)).toEqual({ [`shelf:1.1|${LOT}`]: 5 })
  const next = await again.evaluate(
    (body) => window.core.recordFacts(window.db, [{ kind: 'movement', body }]),
    intake(id(2), 1),
  )
  expect(next).toMatchObject({ ok: true, value: [{ deviceSeq: 2 }] })
})

test('what is recorded while the journal is still shut follows what only the journal had', async () => {
  await page.evaluate(
    (body) => window.core.recordFacts(window.db, [{ kind: 'movement', body }]),
    intake(id(1), 5),
  )
  await page.close()
  const again = await context.newPage()
  await again.goto(`${proxy.url}/blank`)
  await again.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('kho4d').onsuccess = resolve
      }),
  )
  await again.goto(proxy.url)
  await again.waitForFunction(() => document.documentElement.dataset['ready'] === 'yes')
  const { before, recorded, outbox } = await again.evaluate(
    async (body) => {
      const db = await window.core.openLedgerForReading()
      const found = await db.outbox.count()
      const now = await window.core.recordFacts(db, [{ kind: 'movement', body }])
      return { before: found, recorded: now, outbox: await db.outbox.orderBy('deviceSeq').toArray() }
    },
    intake(id(2), 1),
  )
  expect(before).toBe(0)
  expect(recorded).toMatchObject({ ok: true, value: [{ id: id(2), deviceSeq: 2 }] })
  expect(outbox).toMatchObject([
    { id: id(1), deviceSeq: 1 },
    { id: id(2), deviceSeq: 2 },
  ])
})

test('a tablet that was never used is not taken for a lost one', async () => {
  expect((await page.evaluate(() => window.core.readDeviceState(window.db))).wiped).toBe(false)
})

test('of many keystrokes the last one is on disk', async () => {
  const kept = await page.evaluate(async (draft: { id: string }) => {
    const { core, db } = window
    await core.openDraft(db, draft as never)
    await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        core.editDraft(db, draft.id, (now) => ({ ...now, typed: { lot: `L${i}` } })),
      ),
    )
    return core.readDraft(db, 'intake')
  }, draft)
  expect(kept?.draft.typed).toEqual({ lot: 'L49' })
})

test('a full disk refuses in words and loses nothing of what was there', async () => {
  const small = await browser.newContext()
  const bare = await small.newPage()
  const devtools = await small.newCDPSession(bare)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: proxy.url, quotaSize: 2_000_000 })
  page = await openTablet(small, { url: proxy.url, device: DEVICE })
  await page.evaluate(async (draft) => void (await window.core.openDraft(window.db, draft)), draft)
  const full = await page.evaluate(async (draft: { id: string }) => {
    const { core, db } = window
    const typed = { note: 'x'.repeat(20_000_000) }
    const saved = await core.editDraft(db, draft.id, (now) => ({ ...now, typed }))
    return { saved, kept: await core.readDraft(db, 'intake') }
  }, draft)
  expect(full.saved).toEqual({ ok: false, error: { kind: 'storage-full' } })
  expect(full.kept?.draft.typed).toEqual({})
  const again = await page.evaluate(
    ({ id }) => window.core.editDraft(window.db, id, (now) => ({ ...now, typed: {} })),
    draft,
  )
  expect(again.ok).toBe(true)
  await small.close()
})
