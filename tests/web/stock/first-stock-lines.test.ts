import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.ts'
import { openTablet } from '../../support/tablet.ts'
import { buildWebPage } from '../../support/web-page.ts'

const ITEMS = 40

let browser: Browser
let proxy: FaultProxy
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  proxy = await startFaultProxy(await buildWebPage('tests/support/tablet-page.ts'), 'http://127.0.0.1:9')
  const device = { deviceId: 'd1', warehouseId: 'w1', token: 'secret' } as never
  page = await openTablet(await browser.newContext(), { url: proxy.url, device })
  await page.evaluate((items) => window.db.stock.bulkPut(items as never), stockRows(0, ITEMS))
})
afterAll(async () => {
  await browser?.close()
  await proxy?.close()
})

function stockRows(from: number, to: number) {
  return Array.from({ length: to - from }, (_, i) => ({
    locationId: 'shelf:1.1',
    lotId: `item:${from + i}~~~`,
    itemId: `item:${from + i}`,
    ordered: 5,
    pending: 0,
  }))
}

/** As sync does: with the rows goes what was made of them. */
async function changeStock(lotId: string, change: object): Promise<void> {
  await page.evaluate(
    async ([lotId, change]) => {
      await window.db.stock.update(['shelf:1.1', lotId], change)
      await window.db.firstStock.clear()
    },
    [lotId, change] as const,
  )
}

function readFirst(): Promise<readonly (readonly [string, number])[] | undefined> {
  return page.evaluate(async () =>
    (await window.core.readFirstStockLines(window.db))?.map(
      ({ itemId, quantity }) => [itemId, quantity] as const,
    ),
  )
}

test('the list begins in the order it last had, with what is there now', async () => {
  expect(await readFirst()).toBeUndefined()
  const order = Array.from({ length: ITEMS }, (_, i) => `item:${ITEMS - 1 - i}`)
  await page.evaluate((itemIds) => window.core.rememberStockList(window.db, itemIds), order)
  await changeStock('item:39~~~', { pending: -2 })
  const first = await readFirst()
  expect(first?.slice(0, 3)).toEqual([
    ['item:39', 3],
    ['item:38', 5],
    ['item:37', 5],
  ])
  expect(first!.length).toBeLessThan(ITEMS)
})

test('what is gone is left out, and what is new makes the whole list wait for its place', async () => {
  await changeStock('item:39~~~', { ordered: 0, pending: 0 })
  expect((await readFirst())?.[0]).toEqual(['item:38', 5])
  await page.evaluate((rows) => window.db.stock.bulkPut(rows as never), stockRows(ITEMS, ITEMS + 1))
  expect(await readFirst()).toBeUndefined()
})

test('what was read before the screen was there is shown for a moment only, then read anew', async () => {
  await page.evaluate(() => window.db.stock.delete(['shelf:1.1', 'item:40~~~']))
  const [soon, later] = await page.evaluate(async () => {
    const { beginFirstLines, readFirstLines, earlyFirstLines } = window.core
    const quantity = (first: Awaited<ReturnType<typeof readFirstLines>> | undefined) =>
      first?.lines?.[0]?.quantity
    beginFirstLines(window.db)
    const begun = await readFirstLines(window.db)
    await window.db.stock.update(['shelf:1.1', 'item:38~~~'], { pending: 2 })
    const now = performance.now()
    const soon = [quantity(begun), quantity(earlyFirstLines(window.db))]
    performance.now = () => now + 1_000
    return [soon, [quantity(earlyFirstLines(window.db)), quantity(await readFirstLines(window.db))]]
  })
  expect(soon).toEqual([5, 5])
  expect(later).toEqual([undefined, 7])
})
