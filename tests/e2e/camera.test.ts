import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openEnrolledTablet } from '../support/enrolled-tablet.ts'
import { fakeCameraArgs, writeCameraClip } from '../support/fake-camera.ts'
import { handsOn } from '../support/hands.ts'
import { FISH, MILK, NOODLES, openStoreForTests, type StoreForTests } from '../support/store-for-tests.ts'
import { makeTempFolder } from '../support/temp-folder.ts'

const SHOT_SECONDS = 1.5

describe('the camera of a tablet without a network', () => {
  const temp = makeTempFolder()
  let store: StoreForTests
  let browser: Browser
  let page: Page
  const errors: string[] = []
  const hands = handsOn(() => page)

  beforeAll(async () => {
    store = await openStoreForTests()
    const gtin = (digits: string) => digits.padStart(14, '0')
    const day = (fromToday: number) => store.day(fromToday).replaceAll('-', '').slice(2)
    const clip = writeCameraClip(join(temp.folder, 'goods.y4m'), [
      { symbol: { bcid: 'ean13', text: NOODLES }, seconds: SHOT_SECONDS },
      {
        symbol: { bcid: 'qrcode', text: `https://id.gs1.org/01/${gtin(MILK)}/10/Q7?17=${day(90)}` },
        seconds: SHOT_SECONDS,
      },
      {
        symbol: { bcid: 'gs1datamatrix', text: `(01)${gtin(FISH)}(17)${day(60)}(10)D-5(21)S1`, scale: 10 },
        seconds: SHOT_SECONDS,
      },
    ])
    browser = await openBrowser(fakeCameraArgs(clip))
    const tablet = await openEnrolledTablet(browser, store, { hasTouch: true })
    page = await tablet.open('intake')
    page.on('pageerror', (error) => errors.push(error.message))
    await page.waitForFunction(() => document.documentElement.dataset['offlineReady'] === '1')
    await tablet.context.setOffline(true)
    await page.reload()
  })
  afterAll(async () => {
    await browser?.close()
    await store?.server.close()
    temp.remove()
  })

  test('turns bars, a QR code with a link and a Data Matrix into lines of the open slip', async () => {
    await hands.press('B-2')
    await hands.press('Ẩn danh')
    await hands.press('Bật máy ảnh')
    await hands.seesLine('Mì Hảo Hảo', /^\d+ gói$/)
    await hands.seesLine('Sữa tươi', `lô Q7 · HSD ${printed(90)}`)
    await hands.seesLine('Cá hộp', `lô D-5 · HSD ${printed(60)}`)
    expect(await page.locator('aside .row').count()).toBe(3)
    await page.locator('.badge').getByText('Ngoại tuyến').waitFor()
  })

  test('lets go of the camera when it is turned off, and what it read is on disk', async () => {
    await hands.press('Tắt máy ảnh')
    await hands.sees('Đã lưu trên máy này')
    const lines = page.locator('aside .row')
    const shown = await lines.allInnerTexts()
    await page.reload()
    await hands.seesLine('Mì Hảo Hảo', 'gói')
    expect((await lines.allInnerTexts()).map(quantityOf)).toEqual(shown.map(quantityOf))
    expect(errors).toEqual([])
  })

  function printed(fromToday: number): string {
    return store.day(fromToday).split('-').reverse().join('/')
  }
  /** Without how long ago it was, which goes on. */
  function quantityOf(line: string): string | undefined {
    return /\d+ (gói|hộp)/.exec(line)?.[0]
  }
})
