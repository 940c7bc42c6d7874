import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openEnrolledTablet } from '../support/enrolled-tablet.ts'
import { handsOn } from '../support/hands.ts'
import { NOODLES, openStoreForTests, type StoreForTests } from '../support/store-for-tests.ts'

const NAME = 'Mì Hảo Hảo'

describe('the stock screen', () => {
  let store: StoreForTests
  let browser: Browser
  let stock: Page
  let intake: Page

  beforeAll(async () => {
    store = await openStoreForTests()
    browser = await openBrowser()
    const tablet = await openEnrolledTablet(browser, store, { hasTouch: true })
    stock = await tablet.open('stock')
    await stock.getByText(/^\d+ dòng$/).waitFor()
    intake = await tablet.open('intake')
  })
  afterAll(async () => {
    await browser?.close()
    await store?.server.close()
  })

  test('follows what another window records', async () => {
    const before = await shown(stock)
    await takeIn()
    await stock.waitForFunction(
      ([name, old]) => {
        const row = [...document.querySelectorAll('.row')].find(({ textContent }) =>
          textContent.includes(name!),
        )
        return row !== undefined && row.textContent !== old
      },
      [NAME, before],
    )
  })

  test('begins with what is there now when it is opened anew, and ends with all of it', async () => {
    const rows = stock.locator('.row')
    await rows.filter({ hasText: 'chưa gửi' }).waitFor({ state: 'detached' })
    const now = await rows.allTextContents()
    await stock.addInitScript(() => {
      new MutationObserver((_, look) => {
        const drawn = [...document.querySelectorAll('[aria-label="Tồn kho"] .row')]
        if (drawn.length === 0) return
        look.disconnect()
        const isWhole = document.querySelector('.subtitle') !== null
        Object.assign(window, { firstDrawn: { isWhole, rows: drawn.map((row) => row.textContent) } })
      }).observe(document, { subtree: true, childList: true })
    })
    await stock.reload()
    await stock.getByText(/^\d+ dòng$/).waitFor()
    expect(await stock.evaluate('firstDrawn')).toEqual({ isWhole: false, rows: now })
    expect(await rows.allTextContents()).toEqual(now)
  })

  async function takeIn(): Promise<void> {
    const hands = handsOn(() => intake)
    await hands.press('B-2')
    await hands.press('Ẩn danh')
    await hands.scan(NOODLES)
    await hands.seesLine(NAME, '1 gói')
    await hands.press('Nhập hạn')
    await hands.pressInDialog('+6 tháng')
    await hands.line(NAME).getByText(/HSD/).waitFor()
    await hands.button(/^Xong: 1 dòng/).evaluate((button) => (button as HTMLButtonElement).click())
    await intake.waitForURL(/\/app\/slip\/4-/)
  }

  function shown(page: Page): Promise<string | null> {
    return page.locator('.row', { hasText: NAME }).textContent()
  }
})
