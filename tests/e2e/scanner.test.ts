import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SymbolWish } from '../support/draw-symbol.ts'
import { fakeCameraArgs, writeCameraClip } from '../support/fake-camera.ts'
import { openSourcePage, type SourcePage } from '../support/source-page.ts'
import type { ScannerPage } from './scanner-page.ts'

type PageGlobal = { sourcePage: ScannerPage }

const MODULE = '/tests/e2e/scanner-page.ts'

describe('a hand scanner in a browser', () => {
  let open: SourcePage

  beforeAll(async () => {
    open = await openSourcePage(MODULE)
  })
  afterAll(() => open.close())
  beforeEach(() =>
    open.page.evaluate(() => {
      const { scans, refusals } = (globalThis as unknown as PageGlobal).sourcePage
      scans.length = 0
      refusals.length = 0
      for (const input of document.querySelectorAll('input')) input.value = ''
      ;(document.activeElement as HTMLElement | null)?.blur()
    }),
  )

  /** As a scanner: a key every 8 ms by the keys' own clock, however busy the page is. */
  function type(keys: readonly (readonly [code: string, key: string])[]): Promise<void> {
    return open.page.evaluate((pressed) => {
      const target = document.activeElement ?? document.body
      const from = performance.now()
      for (const [i, [code, key]] of pressed.entries()) {
        const options = { code, key, bubbles: true, cancelable: true }
        const down = new KeyboardEvent('keydown', options)
        Object.defineProperty(down, 'timeStamp', { value: from + i * 8 })
        const goesOn = target.dispatchEvent(down)
        if (goesOn && target instanceof HTMLInputElement && key.length === 1) target.value += key
        if (goesOn && key === 'Enter' && target instanceof HTMLButtonElement) target.click()
        target.dispatchEvent(new KeyboardEvent('keyup', options))
      }
    }, keys)
  }

  function arrived() {
    return open.page.evaluate(() => {
      const { scans, refusals } = (globalThis as unknown as PageGlobal).sourcePage
      return { texts: scans.map(({ text }) => text), refusals: refusals.map(({ kind }) => kind) }
    })
  }

  const DIGITS = Array.from('8938505974194', (digit) => [`Digit${digit}`, digit] as const)
  const ENTER = ['Enter', 'Enter'] as const

  test('is heard with no field focused', async () => {
    await type([...DIGITS, ENTER])
    expect(await arrived()).toEqual({ texts: ['8938505974194'], refusals: [] })
  })

  test('does not press the button that has the focus', async () => {
    await open.page.focus('#button')
    await type([...DIGITS, ENTER])
    expect(await arrived()).toMatchObject({ texts: ['8938505974194'] })
    expect(await open.page.getAttribute('#button', 'data-pressed')).toBeNull()
  })

  test('that ends by carriage return and line feed presses nothing either, and Enter does afterwards', async () => {
    await open.page.focus('#button')
    for (let scan = 0; scan < 2; scan++) await type([...DIGITS, ENTER, ENTER])
    expect(await arrived()).toEqual({ texts: ['8938505974194', '8938505974194'], refusals: [] })
    expect(await open.page.getAttribute('#button', 'data-pressed')).toBeNull()
    await open.page.waitForFunction(
      (from) => performance.now() > from + 1_000,
      await open.page.evaluate(() => performance.now()),
    )
    await type([ENTER])
    expect(await open.page.getAttribute('#button', 'data-pressed')).toBe('')
    await open.page.evaluate(() => document.querySelector('#button')!.removeAttribute('data-pressed'))
  })

  test('is left to a field that has the focus', async () => {
    await open.page.focus('#keeps')
    await type([...DIGITS, ENTER])
    expect(await arrived()).toEqual({ texts: [], refusals: [] })
    expect(await open.page.inputValue('#keeps')).toBe('8938505974194')
  })

  test('is taken from a field that gives scans away, and the field keeps what stood in it', async () => {
    await open.page.fill('#takes', 'gạo')
    await open.page.focus('#takes')
    await type([...DIGITS, ENTER])
    expect(await arrived()).toMatchObject({ texts: ['8938505974194'] })
    expect(await open.page.inputValue('#takes')).toBe('gạo')
  })

  test('is refused when an input method takes letters back', async () => {
    await type([['KeyL', 'L'], ['KeyO', 'O'], ['Backspace', 'Backspace'], ['', 'Ô'], ['Digit1', '1'], ENTER])
    expect(await arrived()).toEqual({ texts: [], refusals: ['input-method'] })
  })

  test('that pastes is heard too', async () => {
    await open.page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text', ' 8938505974194\n')
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    expect(await arrived()).toMatchObject({ texts: ['8938505974194'] })
  })

  test('a person who types into the page is not heard', async () => {
    await open.page.keyboard.type('8938505974194', { delay: 110 })
    await open.page.keyboard.press('Enter')
    expect(await arrived()).toEqual({ texts: [], refusals: [] })
  })

  test('4,000 characters are refused and break nothing', async () => {
    await type([...Array.from({ length: 4_000 }, () => ['Digit7', '7'] as const), ENTER])
    expect(await arrived()).toEqual({ texts: [], refusals: ['too-long'] })
    await type([...DIGITS, ENTER])
    expect(await arrived()).toMatchObject({ texts: ['8938505974194'] })
  })
})

const element = '(01)08938505974194(17)270630(10)LO-A1(21)S1'
const elementString = '0108938505974194' + '17270630' + '10LO-A1\u001d' + '21S1'
const symbols: readonly (readonly [SymbolWish, string, string])[] = [
  [{ bcid: 'ean13', text: '8938505974194' }, '8938505974194', ']E0'],
  [
    { bcid: 'qrcode', text: 'https://id.gs1.org/01/08938505974194' },
    'https://id.gs1.org/01/08938505974194',
    ']Q1',
  ],
  [{ bcid: 'gs1datamatrix', text: element, scale: 12 }, elementString, ']d2'],
]

describe('a camera', () => {
  let folder: string
  let open: SourcePage | undefined

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'camera-'))
  })
  afterEach(async () => {
    await open?.close()
    open = undefined
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function start(
    shots: Parameters<typeof writeCameraClip>[1],
    browserArgs: readonly string[] = [],
  ): Promise<SourcePage> {
    const clip = writeCameraClip(join(folder, 'clip.y4m'), shots)
    open = await openSourcePage(MODULE, [...fakeCameraArgs(clip), ...browserArgs])
    const started = await open.page.evaluate(async () => {
      const { scanner, video } = (globalThis as unknown as PageGlobal).sourcePage
      return scanner.startCamera(video)
    })
    expect(started.ok).toBe(true)
    return open
  }

  test.each(symbols)('reads %o and counts it once while it stays', async (symbol, text, symbology) => {
    const { page } = await start([{ symbol, seconds: 3 }])
    await page.waitForFunction(() => (globalThis as unknown as PageGlobal).sourcePage.scans.length > 0)
    await page.waitForFunction(
      (from) => performance.now() > from + 2_500,
      await page.evaluate(() => performance.now()),
    )
    const scans = await page.evaluate(() => (globalThis as unknown as PageGlobal).sourcePage.scans)
    expect(scans).toMatchObject([{ text, symbology, source: 'camera' }])
  })

  test('reads where there is no WebAssembly', async () => {
    // Without a compiler there is none; what then reads is slow, and reads.
    const [symbol, text, symbology] = symbols[0]!
    const { page } = await start([{ symbol, seconds: 1 }], ['--js-flags=--jitless'])
    expect(await page.evaluate(() => typeof WebAssembly)).toBe('undefined')
    await page.waitForFunction(() => (globalThis as unknown as PageGlobal).sourcePage.scans.length > 0)
    const scans = await page.evaluate(() => (globalThis as unknown as PageGlobal).sourcePage.scans)
    expect(scans).toMatchObject([{ text, symbology, source: 'camera' }])
  })

  test('lets go of the camera when it is stopped', async () => {
    const { page } = await start([{ seconds: 1 }])
    const after = await page.evaluate(() => {
      const { scanner, video } = (globalThis as unknown as PageGlobal).sourcePage
      const tracks = (video.srcObject as MediaStream).getTracks()
      scanner.stopCamera()
      return { states: tracks.map(({ readyState }) => readyState), shows: video.srcObject !== null }
    })
    expect(after).toEqual({ states: ['ended'], shows: false })
  })

  test('opens again when its track died while the person was away', async () => {
    const { page } = await start([{ seconds: 1 }])
    await page.evaluate(() => {
      const { video } = (globalThis as unknown as PageGlobal).sourcePage
      for (const track of (video.srcObject as MediaStream).getTracks()) track.stop()
      dispatchEvent(new Event('focus'))
    })
    await page.waitForFunction(() => {
      const stream = (globalThis as unknown as PageGlobal).sourcePage.video.srcObject as MediaStream | null
      return stream?.getTracks().every(({ readyState }) => readyState === 'live')
    })
  })

  test('asks no other address for anything', async () => {
    const { page, origin } = await start([{ symbol: symbols[0]![0], seconds: 1 }])
    await page.waitForFunction(() => (globalThis as unknown as PageGlobal).sourcePage.scans.length > 0)
    const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    expect(urls.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([])
  })
})
