import AxeBuilder from '@axe-core/playwright'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { expect } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { instantFromMs } from '#shared/time/time'
import { ensureSetupCode } from '../../sync-server/staff/ensure-setup-code.ts'
import { startTestServer, type TestServer } from '../support/test-server.ts'

export const ADMIN = { name: 'Nguyễn Thị Thanh Hương', userName: 'huong', password: 'kho từ thiện số một' }

export interface DeskForTests {
  readonly server: TestServer
  readonly context: BrowserContext
  readonly page: Page
  /** A part of the desk by its path, `/case-files`, waited for. */
  readonly open: (path: string, heading: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** A real server, and a browser at its desk with the first administrator signed in. */
export async function openDesk(browser: Browser): Promise<DeskForTests> {
  const server = await startTestServer({ now: () => instantFromMs(Date.now()) })
  const code = await ensureSetupCode(server.writer)
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'vi-VN',
    // A service worker would answer from what an earlier page cached.
    serviceWorkers: 'block',
  })
  const made = await context.request.post(`${server.url}/api/desk/setup`, { data: { code, ...ADMIN } })
  if (!made.ok()) throw new Error(await made.text())
  const page = await context.newPage()
  page.setDefaultTimeout(45_000)
  return {
    server,
    context,
    page,
    async open(path, heading) {
      await page.goto(`${server.url}/app/desk${path}`)
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
    },
    async close() {
      await context.close()
      await server.close()
    },
  }
}

export async function expectNoAxeTrouble(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** No text ends outside its box or the window; boxes that scroll and texts meant for readers alone are left out. */
export async function expectNoTextCut(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const texts: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) texts.push('the page moves sideways')
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      if (!own || element.closest('.unseen, .skip, option, dialog:not([open])')) continue
      const { overflowX, display } = getComputedStyle(element)
      const { right, left, width } = element.getBoundingClientRect()
      if (width === 0) continue
      const hides = overflowX !== 'visible' && display !== 'inline'
      const isCut = hides && element.scrollWidth > element.clientWidth + 1
      const scrolls = element.closest('.desk-nav, .import-lines') !== null
      if (isCut || (!scrolls && (right > innerWidth + 1 || left < -1))) texts.push(element.textContent ?? '')
    }
    return texts
  })
  expect(cut).toEqual([])
}

/** What a camera would read from this picture on the screen. */
export async function readQr(picture: Locator): Promise<string | undefined> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer, byteOffset, byteLength } = readFileSync(path)
  const wasmBinary = buffer.slice(byteOffset, byteOffset + byteLength)
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
  const [found] = await readBarcodes(new Uint8Array(await picture.screenshot()), { textMode: 'Plain' })
  return found?.text
}
