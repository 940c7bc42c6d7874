import type { Browser, BrowserContext, Page } from 'playwright'
import { instantFromMs } from '#shared/time/time'
import { createEnrolCode } from '../../sync-server/device/enrol-code.ts'
import { PINS, type StoreForTests } from './store-for-tests.ts'

export interface EnrolledTablet {
  readonly context: BrowserContext
  /** A window of the app at an address under `/app/`. */
  open(path: string): Promise<Page>
}

export interface EnrolledTabletOptions {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly hasTouch?: boolean
}

/** A tablet that was enrolled and signed in on through its own screens, with everything it needs offline. */
export async function openEnrolledTablet(
  browser: Browser,
  store: StoreForTests,
  { viewport = { width: 1280, height: 800 }, hasTouch = false }: EnrolledTabletOptions = {},
): Promise<EnrolledTablet> {
  const context = await browser.newContext({
    viewport,
    hasTouch,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  context.setDefaultTimeout(45_000)
  const page = await context.newPage()
  await enrolAndSignIn(page, store)
  await page.close()
  return {
    context,
    async open(path) {
      const opened = await context.newPage()
      await opened.goto(`${store.server.url}/app/${path}`)
      return opened
    },
  }
}

/** Through the screens; the keeper then stands in front of an empty intake. */
export async function enrolAndSignIn(
  page: Page,
  { server, warehouseId }: Pick<StoreForTests, 'server' | 'warehouseId'>,
): Promise<void> {
  const code = await createEnrolCode(server.writer, {
    warehouseId,
    createdBy: null,
    origin: server.url,
    at: instantFromMs(Date.now()),
  })
  if (!code.ok) throw new Error(code.error.kind)
  await page.goto(`${server.url}/app/enrol?name=${encodeURIComponent('Máy thử')}#${code.value.code}`)
  await page.waitForURL(`${server.url}/app/`)
  await page.goto(`${server.url}/app/intake`)
  await signIn(page, 'Nguyễn Thị Lan', PINS.lan)
  await page.getByRole('heading', { name: 'Nhập kho' }).waitFor()
}

export async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await typePin(page, pin)
}

export async function typePin(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click()
}
