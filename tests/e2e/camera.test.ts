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
    // This camera has neither a light nor a zoom.
    expect(await hands.button('Bật đèn').or(page.getByLabel('Phóng to')).count()).toBe(0)
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

  test('offers light and zoom where the camera says that it has them, and keeps what was chosen', async () => {
    await page.addInitScript(giveTheCameraMore)
    await page.reload()
    await hands.press('Bật máy ảnh')
    await hands.press('Bật đèn')
    await hands.button('Tắt đèn').waitFor()
    await page.getByLabel('Phóng to').fill('2')
    await hands.press('Tắt máy ảnh')
    await hands.press('Bật máy ảnh')
    await hands.button('Tắt đèn').waitFor()
    expect(await page.getByLabel('Phóng to').inputValue()).toBe('2')
    expect(await page.evaluate(() => (globalThis as unknown as { wishes: unknown[] }).wishes)).toEqual([
      { torch: true },
      { zoom: 2 },
      { torch: true },
      { zoom: 2 },
    ])
    await hands.press('Tắt máy ảnh')
  })

  test('offers another kind of camera where its own decoder does not start, and that one reads', async () => {
    await page.addInitScript(takeTheDecoderAway)
    await page.reload()
    const before = quantityOf(await hands.line('Mì Hảo Hảo').innerText())
    await hands.press('Bật máy ảnh')
    await hands.sees(/kiểu cũ/)
    await hands.press('Dùng máy ảnh kiểu cũ')
    await hands.sees('Kiểu cũ chỉ đọc mã bán lẻ và QR.')
    await page.waitForFunction(
      ([goods, was]) =>
        [...document.querySelectorAll<HTMLElement>('aside .row')].some(
          ({ innerText }) => innerText.includes(goods!) && !innerText.includes(was!),
        ),
      ['Mì Hảo Hảo', before],
    )
    await hands.press('Tắt máy ảnh')
    await page.waitForFunction(() => document.querySelector('.camera-compat video') === null)
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

/** A light and a zoom, as a phone's track has them: what the browser is asked for is noted, and never done. */
function giveTheCameraMore(): void {
  const wishes: unknown[] = []
  Object.assign(globalThis, { wishes })
  const tracks = MediaStreamTrack.prototype
  // Called below with the track it is of.
  // oxlint-disable-next-line typescript/unbound-method
  const { getCapabilities } = tracks
  MediaStreamTrack.prototype.getCapabilities = function () {
    return { ...getCapabilities.call(this), torch: true, zoom: { min: 1, max: 4, step: 0.1 } }
  }
  MediaStreamTrack.prototype.applyConstraints = (constraints) => {
    wishes.push(...(constraints?.advanced ?? []))
    return Promise.resolve()
  }
}

/** As where a browser runs no module in a worker. */
function takeTheDecoderAway(): void {
  const TheirWorker = Worker
  globalThis.Worker = class extends TheirWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      if (options?.name === 'decoder') throw new TypeError('no modules in workers here')
      super(url, options)
    }
  }
}
