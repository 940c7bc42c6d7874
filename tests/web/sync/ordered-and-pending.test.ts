import fc from 'fast-check'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.ts'
import { openTablet } from '../../support/tablet.ts'
import { buildWebPage } from '../../support/web-page.ts'

/** What can happen between a tablet and the log, in any order. */
type Happening =
  | { readonly kind: 'recorded-here'; readonly quantity: number }
  | { readonly kind: 'recorded-elsewhere'; readonly quantity: number }
  /** The server takes the oldest unsent facts; the answer is on its way. */
  | { readonly kind: 'taken'; readonly count: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'answer-lost' }
  | { readonly kind: 'pulled'; readonly count: number }
  | { readonly kind: 'snapshot-taken' }

const quantity = fc.integer({ min: -9, max: 9 }).filter((n) => n !== 0)
const count = fc.integer({ min: 1, max: 4 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('recorded-here' as const), quantity }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('recorded-elsewhere' as const), quantity }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('taken' as const), count }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refused' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answered' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answer-lost' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pulled' as const), count }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('snapshot-taken' as const) }) },
)

let browser: Browser
let proxy: FaultProxy
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  proxy = await startFaultProxy(await buildWebPage('tests/support/tablet-page.ts'), 'http://127.0.0.1:9')
  context = await browser.newContext()
  const device = { deviceId: 'd1', warehouseId: 'w1', token: 'secret' } as never
  page = await openTablet(context, { url: proxy.url, device })
})
afterAll(async () => {
  await browser?.close()
  await proxy?.close()
})

test('stock is the log up to the cursor and own records beyond it, whatever came first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 3, maxLength: 30 }), async (history) => {
      const wrong = await page.evaluate(playHistory, history)
      expect(wrong).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 120_000)

/** Runs in the page. Answers what was wrong, and when. */
async function playHistory(history: readonly Happening[]): Promise<string[]> {
  const { core, db } = window
  const tables = [db.outbox, db.movements, db.stock, db.firstStock, db.quarantine, db.counters]
  await db.transaction('rw', [...tables, db.meta], async () => {
    for (const table of tables) await table.clear()
    await db.meta.delete('cursor')
  })
  const log: {
    seq: number
    receivedAt: string
    movement: { id: string; lines: { quantity: number; fromId: string }[] }
  }[] = []
  const answers: unknown[][] = []
  const wrong: string[] = []
  const place = ['shelf:1.1', 'gtin:08934563108168~~~'] as const
  const make = (quantity: number, deviceId: string) => ({
    id: crypto.randomUUID(),
    kind: quantity > 0 ? 'intake' : 'disposal',
    deviceId,
    staffId: 's1',
    occurredAt: '2026-11-21T02:00:00.000Z',
    warehouseId: 'w1',
    lines: [
      {
        itemId: 'gtin:08934563108168',
        lotId: place[1],
        quantity: Math.abs(quantity),
        fromId: quantity > 0 ? 'donor:anonymous' : place[0],
        toId: quantity > 0 ? place[0] : 'loss:expired',
      },
    ],
  })
  type Made = ReturnType<typeof make>
  const append = (movement: Made) => {
    const known = log.find((entry) => entry.movement.id === movement.id)
    if (known) return known.seq
    log.push({ seq: log.length + 1, receivedAt: '2026-11-21T02:00:01.000Z', movement })
    return log.length
  }
  const effect = ({ lines }: Pick<Made, 'lines'>) =>
    lines.reduce((sum, line) => sum + (line.fromId === place[0] ? -line.quantity : line.quantity), 0)
  const cursor = async () => (await core.readMeta(db, 'cursor')) ?? 0
  const unsent = async (limit: number) => db.outbox.orderBy('unsentSeq').limit(limit).toArray()
  const pull = async (limit: number) => {
    const after = await cursor()
    const pulled = log.slice(after, after + limit)
    if (pulled.length === 0) return
    await core.applyMovements(db, { warehouseId: 'w1', pulled: pulled as never, upTo: after + pulled.length })
  }
  const take = async (limit: number) => {
    const rows = await unsent(limit)
    answers.push(rows.map(({ id, fact }) => ({ id, seq: append(fact.body as never) })))
  }
  const answer = async () => {
    const results = answers.shift()
    if (results) await core.applyPushResults(db, results as never)
  }

  for (const [at, what] of history.entries()) {
    switch (what.kind) {
      case 'recorded-here':
        await core.recordFacts(db, [{ kind: 'movement', body: make(what.quantity, 'd1') as never }])
        break
      case 'recorded-elsewhere':
        append(make(what.quantity, 'd2'))
        break
      case 'taken':
        await take(what.count)
        break
      case 'refused': {
        const [row] = await unsent(1)
        const isTaken = log.some(({ movement }) => movement.id === row?.id)
        const refused = { kind: 'unreadable', message: { vi: '', en: '' } }
        if (row && !isTaken) await core.applyPushResults(db, [{ id: row.id, refused }])
        break
      }
      case 'answered':
        await answer()
        break
      case 'answer-lost':
        answers.shift()
        break
      case 'pulled':
        await pull(what.count)
        break
      case 'snapshot-taken': {
        const quantity = log.reduce((sum, { movement }) => sum + effect(movement as Made), 0)
        const row = { locationId: place[0], lotId: place[1], itemId: 'gtin:08934563108168', quantity }
        await core.applySnapshot(db, { head: log.length, rows: (quantity === 0 ? [] : [row]) as never })
        break
      }
    }
    await check(`after ${at} ${what.kind}`)
  }

  // In the end everything is sent, answered and fetched.
  while (answers.length > 0) await answer()
  while ((await unsent(1)).length > 0) {
    await take(100)
    await answer()
  }
  await pull(1_000)
  await check('in the end')
  if ((await db.outbox.count()) > 0) wrong.push('something stays in the outbox')
  const row = await db.stock.get([...place] as never)
  if ((row?.pending ?? 0) !== 0) wrong.push('something stays pending')
  return wrong

  async function check(when: string): Promise<void> {
    const at = await cursor()
    const outbox = await db.outbox.toArray()
    const row = await db.stock.get([...place] as never)
    const ordered = log.slice(0, at).reduce((sum, { movement }) => sum + effect(movement as Made), 0)
    const pending = outbox.reduce((sum, { fact }) => sum + effect(fact.body as never), 0)
    if ((row?.ordered ?? 0) !== ordered) wrong.push(`${when}: ordered ${row?.ordered}, not ${ordered}`)
    if ((row?.pending ?? 0) !== pending) wrong.push(`${when}: pending ${row?.pending}, not ${pending}`)
    await checkFirstLines(when, (row?.ordered ?? 0) + (row?.pending ?? 0))
    for (const { seq } of outbox) if (seq !== undefined && seq <= at) wrong.push(`${when}: counted twice`)
  }

  /** What was kept for the next start must be gone as soon as it is no longer so. */
  async function checkFirstLines(when: string, quantity: number): Promise<void> {
    const first = await core.readFirstStockLines(db)
    const shown = first?.reduce((sum, line) => sum + line.quantity, 0)
    if (first && shown !== quantity) wrong.push(`${when}: a start would show ${shown}, not ${quantity}`)
    await core.rememberStockList(db, quantity === 0 ? [] : ['gtin:08934563108168'])
  }
}
