import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest'
import type { LocationId } from '#shared/location/location'
import { DEMO_ITEMS } from '../../scripts/demo/demo-items.ts'
import { openBrowser } from '../support/browser.ts'
import { createFactMaker } from '../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../support/test-server.ts'
import { seenFigures, waitForFigure, watchFigure } from '../support/watch-figure.ts'

let browser: Browser
let server: TestServer
let device: TestDevice
let shelf: LocationId
let facts: ReturnType<typeof createFactMaker>
const items = DEMO_ITEMS.slice(0, 20).map(({ item }) => item)

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  const warehouseId = await server.addWarehouse('DN')
  shelf = await server.addShelf(warehouseId, 'A1')
  device = await server.addDevice(warehouseId)
  facts = createFactMaker(device)
  await device.push(items.map((item) => facts.fact('item-learned', item)))
})
afterEach(() => server.close())

function intakeOf(indexes: readonly number[], quantity: number) {
  const lines = indexes.map((index) => ({
    itemId: items[index]!.id,
    lotId: `${items[index]!.id}~~2027-0${1 + (index % 9)}-15~`,
    quantity,
    fromId: 'donor:anonymous',
    toId: shelf,
  }))
  return facts.movement({ lines })
}

function dispatchOf(index: number, quantity: number) {
  const itemId = items[index]!.id
  const lotId = `${itemId}~~2027-0${1 + (index % 9)}-15~`
  return facts.movement({
    kind: 'dispatch',
    lines: [{ itemId, lotId, quantity, fromId: shelf, toId: 'transit:c-1' }],
  })
}

/** For a page that is opened next: the figures are read anew only a few times a second. */
async function pushAndShow(fact: ReturnType<typeof intakeOf>): Promise<void> {
  const { head } = await device.push([fact])
  const shown = async () => (await (await fetch(`${server.url}/api/public/stock`)).json()) as { head: number }
  await expect.poll(async () => (await shown()).head).toBe(head)
}

/** Everything the page says and draws about goods, without the moment it was said. */
const told = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.tiles, #kinds, #days, #list')].map((part) => [
      part.textContent.replace(/\s+/g, ' '),
      [...part.querySelectorAll('path')].map((path) => path.getAttribute('d')),
    ]),
  )

async function openPage(path = '/', options = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, locale: 'vi-VN', ...options })
  await page.goto(server.url + path)
  return page
}

describe('a page that stays open', () => {
  test('says after each change what a page opened then says', async () => {
    await pushAndShow(intakeOf([0, 7, 17], 60_000))
    const open = await openPage()
    await open.waitForSelector('body.live')
    await device.push([intakeOf([0, 7], 1_500), dispatchOf(7, 70_000), dispatchOf(0, 25_500)])
    await open.waitForFunction(() => document.querySelector('#list')?.textContent.includes('đang kiểm đếm'))
    const fresh = await openPage()
    await expect.poll(async () => await told(open)).toEqual(await told(fresh))
    await open.close()
    await fresh.close()
  })

  test('shows goods that were not there when it was opened', async () => {
    const open = await openPage('/?lang=en')
    await open.waitForSelector('body.live')
    await device.push([intakeOf([2, 9, 19], 24)])
    await open.waitForSelector(`[id="${items[9]!.id}"]`)
    const fresh = await openPage('/?lang=en')
    await expect.poll(async () => await told(open)).toEqual(await told(fresh))
    await open.close()
    await fresh.close()
  })

  test('keeps what it has heard when what the server drew before arrives late', async () => {
    await pushAndShow(intakeOf([0], 60_000))
    const open = await openPage()
    await open.waitForSelector('body.live')
    await watchFigure(open, items[0]!.id)
    let letGo = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const drawn = new Promise<void>((resolve) => {
      void open.route(`${server.url}/`, async (route) => {
        const response = await route.fetch()
        resolve()
        await held
        await route.fulfill({ response })
      })
    })
    await device.push([intakeOf([2], 24)])
    await drawn
    await device.push([dispatchOf(0, 25_500)])
    await waitForFigure(open, '34,5')
    letGo()
    await open.waitForSelector(`[id="${items[2]!.id}"]`)
    expect((await seenFigures(open)).map(({ text }) => text)).toEqual(['60', '34,5'])
    await open.close()
  })

  test('says since when it hears nothing, and is live again by itself', async () => {
    const open = await openPage()
    await open.waitForSelector('body.live')
    await open.context().setOffline(true)
    await open.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await open.waitForSelector('body.lost')
    expect(await open.textContent('#state')).toMatch(/^Mất kết nối từ \d\d:\d\d\./)
    await open.context().setOffline(false)
    await open.waitForSelector('body.live')
    await open.close()
  })

  test('narrows the list while one types, as the search without script does', async () => {
    await pushAndShow(intakeOf([...items.keys()], 100))
    const open = await openPage()
    await open.waitForSelector('body.live')
    await open.fill('#q', 'SUA')
    const shown = () => open.locator('.items tr[id]:visible').evaluateAll((rows) => rows.map(({ id }) => id))
    const plain = await openPage('/?q=SUA', { javaScriptEnabled: false })
    const wanted = await plain.locator('.items tr[id]').evaluateAll((rows) => rows.map(({ id }) => id))
    expect(wanted.length).toBeGreaterThan(0)
    await expect.poll(shown).toEqual(wanted)
    expect(open.url()).toContain('q=SUA')
    await open.close()
    await plain.close()
  })
})

describe('for everyone', () => {
  test('nothing is reported by axe, light or dark, on any page', async () => {
    await pushAndShow(intakeOf([...items.keys()], 100))
    // Colours are judged at rest: a figure that has just changed is lit for a moment.
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    for (const [path, colorScheme] of [
      ['/', 'light'],
      ['/?lang=en', 'dark'],
      ['/?view=totals', 'light'],
      ['/?q=nuoc', 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(server.url + path)
      await page.waitForSelector('body.live')
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    }
    await context.close()
  })

  test('nothing is wider than the screen, also on a phone with text twice as large', async () => {
    await pushAndShow(intakeOf([...items.keys()], 999_999_999))
    for (const [width, path] of [
      [180, '/'],
      [320, '/'],
      [360, '/?lang=en'],
      [800, '/'],
      [1280, '/'],
    ] as const) {
      const page = await openPage(path, { viewport: { width, height: 800 } })
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(await overflow(), `${width}`).toBeLessThanOrEqual(0)
      await page.close()
    }
  })

  test('without script it is one request and complete', async () => {
    await pushAndShow(intakeOf([0, 7], 60_000))
    const page = await browser.newPage({ javaScriptEnabled: false, locale: 'vi-VN' })
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(server.url, { waitUntil: 'networkidle' })
    expect(requests).toHaveLength(1)
    expect(await page.textContent('#items')).toContain('Gạo tẻ thơm')
    expect(await page.textContent('#live')).toContain('Số liệu lúc')
    await page.close()
  })
})
