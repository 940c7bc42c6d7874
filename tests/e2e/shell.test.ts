import { cpSync } from 'node:fs'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { enrolAndSignIn, openEnrolledTablet, type EnrolledTablet } from '../support/enrolled-tablet.ts'
import { keepPicture } from '../support/look-at.ts'
import { cutText, smallTargets } from '../support/look-over.ts'
import { publishNewVersion } from '../support/publish-new-version.ts'
import { openStoreForTests, type StoreForTests } from '../support/store-for-tests.ts'
import { makeTempFolder } from '../support/temp-folder.ts'

// A copy of the build, so that a new version can appear on the server.
const dist = makeTempFolder()
let store: StoreForTests
let browser: Browser
let tablet: EnrolledTablet

beforeAll(async () => {
  cpSync(process.env['KHO4D_DIST'] ?? 'dist', dist.folder, { recursive: true })
  vi.stubEnv('KHO4D_DIST', dist.folder)
  store = await openStoreForTests()
  browser = await openBrowser()
  tablet = await openEnrolledTablet(browser, store)
})
afterAll(async () => {
  await browser?.close()
  await store?.server.close()
  dist.remove()
})

test('the first load is at most 200 kB of JavaScript', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.endsWith('.js')) return
    sizes.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => responseBodySize),
    )
  })
  await page.goto(`${store.server.url}/app/`)
  await page.getByRole('heading', { name: 'Kho 4Đ', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Ghép máy này với kho' }).waitFor()
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThan(200_000)
  await context.close()
})

test('after one visit every screen opens without a network, also by its address', async () => {
  const page = await tablet.open('')
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await offlineReady(page)
  await tablet.context.setOffline(true)
  await page.reload()
  await page.getByRole('heading', { name: 'Kho 4Đ', level: 1 }).waitFor()
  await page.getByText('Ngoại tuyến').waitFor()
  for (const [path, heading] of [
    ['stock', 'Tồn kho'],
    ['history', 'Lịch sử'],
    ['intake', 'Nhập kho'],
    ['dispatch', 'Xuất kho'],
    ['unsent', 'Chưa gửi'],
    ['device', 'Tình trạng máy'],
    ['sample-codes', 'Mã mẫu để quét thử'],
  ] as const) {
    await page.goto(`${store.server.url}/app/${path}`)
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  }
  expect(errors).toEqual([])
  await tablet.context.setOffline(false)
  await page.close()
})

test('a screen whose code did not come opens when it is tried again on a line', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'vi-VN' })
  const page = await context.newPage()
  await enrolAndSignIn(page, store)
  await page.goto(`${store.server.url}/app/`)
  const dispatch = page.getByRole('link', { name: /^Xuất kho/ }).first()
  await dispatch.waitFor()
  await context.setOffline(true)
  await dispatch.click()
  const broken = page.getByRole('heading', { name: 'Màn hình này gặp lỗi' })
  await broken.waitFor()
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await broken.waitFor()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await page.getByRole('heading', { name: 'Xuất cho hồ sơ nào?' }).waitFor()
  await context.close()
})

test('a screen whose code hangs offers to be opened again, by a key for a thumb', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'vi-VN' })
  const page = await context.newPage()
  await enrolAndSignIn(page, store)
  await page.goto(`${store.server.url}/app/`)
  let hangs = true
  await context.route(/dispatch-screen/, (route) => (hangs ? undefined : route.continue()))
  await page
    .getByRole('link', { name: /^Xuất kho/ })
    .first()
    .click()
  await page.getByText('Lâu hơn thường lệ.').waitFor()
  expect(await smallTargets(page, 56)).toEqual([])
  hangs = false
  await page.getByRole('button', { name: 'Mở lại' }).click()
  await page.getByRole('heading', { name: 'Xuất cho hồ sơ nào?' }).waitFor()
  await context.close()
})

test('the public page and the API are never answered from the tablet', async () => {
  const page = await tablet.open('')
  await offlineReady(page)
  await tablet.context.setOffline(true)
  expect(
    await page.evaluate(() =>
      fetch('/api/health').then(
        () => 'answered',
        () => 'no network',
      ),
    ),
  ).toBe('no network')
  await expect(page.goto(`${store.server.url}/`)).rejects.toThrow('ERR_INTERNET_DISCONNECTED')
  await tablet.context.setOffline(false)
  await page.close()
})

test('a new version waits for consent, other windows are not reloaded, and an open draft survives', async () => {
  const page = await tablet.open('intake')
  await offlineReady(page)
  await page.getByRole('button', { name: 'Ẩn danh' }).click()
  await page.getByRole('button', { name: 'A-1' }).click()
  await page.getByRole('link', { name: 'Về trang đầu' }).click()
  await page.getByText('Phiếu nhập đang mở: 0 dòng').waitFor()
  const other = await tablet.open('stock')
  await other.getByRole('heading', { name: 'Tồn kho', level: 1 }).waitFor()
  for (const window of [page, other]) await window.evaluate(() => (document.title = 'not reloaded'))

  publishNewVersion(dist.folder)
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  const update = page.getByRole('button', { name: 'Cập nhật' })
  await update.waitFor()
  expect(await page.title()).toBe('not reloaded')

  // The browser first puts the old version's files away, which on a busy disk takes its time.
  await update.click()
  await page.waitForFunction(() => document.querySelector('script[src$="-2.js"]') !== null, undefined, {
    timeout: 100_000,
  })
  await page.getByText('Phiếu nhập đang mở: 0 dòng').waitFor()
  await other.getByText('Bản mới đã sẵn sàng. Tải lại khi xong việc.').waitFor()
  expect(await other.title()).toBe('not reloaded')

  // The old version's code is gone, so the other window takes the new one where a person changes screens anyway.
  await other.getByRole('link', { name: 'Về trang đầu' }).click()
  await other.getByRole('link', { name: /Lịch sử/ }).click()
  await other.getByRole('heading', { name: 'Lịch sử', level: 1 }).waitFor()
  await other.close()
  await page.close()
})

test('a new tablet says that it is fetching, and how much has come, from the first answer on', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' })
  const page = await context.newPage()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await page.route('**/api/sync/documents/caseFiles**', async (route) => {
    await held
    await route.continue()
  })
  await enrolAndSignIn(page, store)
  const badge = page.locator('.badge')
  await badge.getByText(/^Đang lấy dữ liệu… \d+$/).waitFor()
  await page.getByRole('link', { name: 'Về trang đầu' }).click()
  await page.getByText(/^Đang lấy dữ liệu kho về máy… đã có \d+ mục\.$/).waitFor()
  await keepPicture(page, 'first-fetch-360')
  expect([...(await cutText(page)), ...(await smallTargets(page, 56))]).toEqual([])
  letGo()
  await badge.getByText('Trực tuyến').waitFor()
  await page.getByText('Đang lấy dữ liệu').waitFor({ state: 'detached' })
  await context.close()
})

test('a screen names its page, and a path that is none leads to the first page', async () => {
  const page = await tablet.open('no-such-screen')
  await page.getByRole('heading', { name: 'Kho 4Đ', level: 1 }).waitFor()
  await page.getByRole('link', { name: /Tồn kho/ }).click()
  await page.getByRole('heading', { name: 'Tồn kho', level: 1 }).waitFor()
  expect(await page.title()).toBe('Tồn kho · Kho 4Đ')
  await page.close()
})

async function offlineReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['offlineReady'] === '1')
}
