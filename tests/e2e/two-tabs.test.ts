import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openEnrolledTablet } from '../support/enrolled-tablet.ts'
import { handsOn, type Hands } from '../support/hands.ts'
import { readServerStock } from '../support/read-server-stock.ts'
import { MILK, NOODLES, openStoreForTests, type StoreForTests } from '../support/store-for-tests.ts'

const SOAP = '8934839111250'
const SAUCE = '8936036020373'
const ROUNDS = 12

describe('two windows of one tablet with the same open slip', () => {
  let store: StoreForTests
  let browser: Browser
  let pages: Page[]
  let left: Hands
  let right: Hands
  const pushed: string[] = []
  let milkWithLot: string

  beforeAll(async () => {
    store = await openStoreForTests()
    browser = await openBrowser()
    const tablet = await openEnrolledTablet(browser, store, { hasTouch: true })
    tablet.context.on('request', (request) => {
      if (!request.url().endsWith('/api/sync/facts')) return
      const { facts } = JSON.parse(request.postData() ?? '{}') as { facts: { id: string; kind: string }[] }
      pushed.push(...facts.filter(({ kind }) => kind === 'movement').map(({ id }) => id))
    })
    pages = [await tablet.open('intake'), await tablet.open('intake')]
    milkWithLot = `01${MILK.padStart(14, '0')}17${store.day(90).replaceAll('-', '').slice(2)}10L8`
    left = handsOn(() => pages[0]!)
    right = handsOn(() => pages[1]!)
  })
  afterAll(async () => {
    await browser?.close()
    await store?.server.close()
  })

  test('show the same lines, whichever of them scanned', async () => {
    await left.press('B-2')
    await left.press('Ẩn danh')
    await right.sees('từ Ẩn danh · kệ B-2')
    await left.scan(NOODLES)
    await right.seesLine('Mì Hảo Hảo', '1 gói')
    await right.scan(NOODLES)
    await left.seesLine('Mì Hảo Hảo', '2 gói')
  })

  test('count every scan once when both scan the same goods at the same moment', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all([left.scan(NOODLES), right.scan(NOODLES)])
    }
    for (const hands of [left, right]) await hands.seesLine('Mì Hảo Hảo', `${2 + 2 * ROUNDS} gói`)
    expect(await left.line('').count()).toBe(1)
  })

  test('both keep the codes that wait for a name, scanned at the same moment', async () => {
    await Promise.all([left.scan(SOAP), right.scan(SAUCE)])
    for (const hands of [left, right]) {
      await hands.sees('Hàng gì đây?')
      await hands.sees('còn 1 mã nữa đang chờ')
    }
    for (let waiting = 0; waiting < 2; waiting++) await left.press('Bỏ mã này')
    await pages[1]!.getByText('Hàng gì đây?').waitFor({ state: 'detached' })
  })

  test('end the slip once, with all of its lines, when both end it at the same moment', async () => {
    await left.press('Nhập hạn')
    await left.pressInDialog('+6 tháng')
    // A window that has not seen the date yet would ask for it instead of ending the slip.
    for (const hands of [left, right]) await hands.line('Mì Hảo Hảo').getByText(/HSD/).waitFor()
    const letGo = await holdTheDraft(pages[0]!)
    await Promise.all([end(left), end(right)])
    await letGo()
    for (const page of pages) await page.waitForURL(/\/app\/slip\/4-/)
    expect(pages[0]!.url()).toBe(pages[1]!.url())
    expect(await recordedNoodles()).toEqual([2 + 2 * ROUNDS])
    expect(new Set(pushed).size).toBe(1)
  })

  test('lose nothing when one scans while the other ends the slip', async () => {
    for (const page of pages) await page.goto(`${store.server.url}/app/intake`)
    await left.press('Ẩn danh')
    await left.scan(milkWithLot)
    for (const hands of [left, right]) await hands.seesLine('Sữa tươi', '1 hộp')
    await Promise.all([end(left), right.scan(milkWithLot)])
    await pages[0]!.waitForURL(/\/app\/slip\/4-/)
    const inTheSlip = Number.parseInt(await pages[0]!.locator('.paper tbody td').last().innerText(), 10)
    if (inTheSlip === 1) await right.seesLine('Sữa tươi', '1 hộp')
    else expect(inTheSlip).toBe(2)
  })

  /** What changes the slip waits in every window until it is let go: what was pressed meanwhile comes at one moment. */
  async function holdTheDraft(page: Page): Promise<() => Promise<void>> {
    const held = await page.evaluateHandle(
      () =>
        new Promise<{ letGo: () => void }>((resolve) => {
          void navigator.locks.request(
            'kho4d-intake-draft',
            () => new Promise<void>((letGo) => resolve({ letGo })),
          )
        }),
    )
    return () => held.evaluate(({ letGo }) => letGo())
  }

  /** Pressed as soon as it is there, without waiting for the screen to come to rest. */
  async function end(hands: Hands): Promise<void> {
    await hands.button(/^Xong: 1 dòng/).evaluate((button) => (button as HTMLButtonElement).click())
  }

  async function recordedNoodles(): Promise<number[]> {
    await pages[0]!.locator('.badge').getByText('đã gửi hết').waitFor()
    const stock = await readServerStock(store.device)
    const wanted = `${store.shelves['B-2']}|gtin:0${NOODLES}`
    return Object.entries(stock).flatMap(([place, quantity]) => (place.startsWith(wanted) ? [quantity] : []))
  }
})
