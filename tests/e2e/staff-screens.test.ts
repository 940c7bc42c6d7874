import type { Browser, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openEnrolledTablet, type EnrolledTablet } from '../support/enrolled-tablet.ts'
import { axeFindings, cutText, smallTargets } from '../support/look-over.ts'
import { openStoreForTests, type StoreForTests } from '../support/store-for-tests.ts'

const TARGET_PX = 56
const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 360, height: 740 },
]
const SCREENS = [
  { path: '', heading: 'Kho 4Đ' },
  { path: 'intake', heading: 'Nhập kho' },
  { path: 'dispatch', heading: 'Xuất kho' },
  { path: 'stock', heading: 'Tồn kho' },
  { path: 'history', heading: 'Lịch sử' },
  { path: 'unsent', heading: 'Chưa gửi' },
  { path: 'device', heading: 'Tình trạng máy' },
  { path: 'sample-codes', heading: 'Mã mẫu để quét thử' },
]

let store: StoreForTests
let browser: Browser
let tablet: EnrolledTablet

beforeAll(async () => {
  store = await openStoreForTests()
  browser = await openBrowser()
  tablet = await openEnrolledTablet(browser, store)
})
afterAll(async () => {
  await browser?.close()
  await store?.server.close()
})

/**
 * Once in some thousand changes of the screen, seen so far on one machine alone, Chromium showed none: the window is told
 * of then (`tell-what-is-shown.ts`), and a new one is looked at. Twice is no chance.
 */
const ONCE_MORE = { retry: 1 }

describe.each(WINDOWS)('at $width × $height', ONCE_MORE, (viewport) => {
  let page: Page
  beforeAll(async () => {
    page = await openAt('', 'Kho 4Đ', viewport)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    await page.close()
    page = await openAt('', 'Kho 4Đ', viewport)
  })
  afterAll(() => page?.close())

  test.each(SCREENS)(
    '/$path is for gloves, cuts no word and breaks no rule of access',
    async ({ path, heading }) => {
      await changeTo(page, path, heading)
      expect(await smallTargets(page, TARGET_PX)).toEqual([])
      expect(await cutText(page)).toEqual([])
      expect(await axeFindings(page)).toEqual([])
    },
  )

  test('letters of twice the size cut no word', async () => {
    await choose(page, 'kho4d.text-size', '200')
    for (const { path, heading } of SCREENS) {
      await changeTo(page, path, heading)
      expect(await cutText(page), path).toEqual([])
    }
    await choose(page, 'kho4d.text-size', '100')
  })
})

test('the theme for the sun has the contrast that the rules ask for', ONCE_MORE, async () => {
  const page = await openAt('', 'Kho 4Đ', WINDOWS[0]!)
  await choose(page, 'kho4d.sunlight', '1')
  for (const { path, heading } of SCREENS) {
    await changeTo(page, path, heading)
    expect(await axeFindings(page), path).toEqual([])
  }
  await choose(page, 'kho4d.sunlight', '0')
  await page.close()
})

test('enrolment and sign-in are for gloves too', async () => {
  const context = await browser.newContext({ viewport: WINDOWS[2]! })
  const page = await context.newPage()
  await page.goto(`${store.server.url}/app/enrol`)
  await settle(page, 'Ghép máy với kho')
  expect(await smallTargets(page, TARGET_PX)).toEqual([])
  expect(await cutText(page)).toEqual([])
  expect(await axeFindings(page)).toEqual([])

  // A link that says the name as well begins by itself; with a code that is used up, the form says so and keeps both.
  await page.goto(`${store.server.url}/app/enrol?name=Xe%201#6-4528-9385-2425-07`)
  await page.getByText(/Mã không đúng, đã dùng hoặc đã quá 10 phút/).waitFor()
  expect(await page.getByLabel('Mã ghép').inputValue()).toBe('6-4528-9385-2425-07')
  expect(await page.getByLabel('Tên máy').inputValue()).toBe('Xe 1')
  expect(await cutText(page)).toEqual([])
  await context.close()

  const locked = await openAt('', 'Kho 4Đ', WINDOWS[2]!)
  await locked.getByRole('button', { name: 'Khóa máy' }).click()
  await locked.getByRole('link', { name: 'Đăng nhập' }).click()
  await settle(locked, 'Đăng nhập')
  expect(await smallTargets(locked, TARGET_PX)).toEqual([])
  await locked.getByRole('button', { name: /Nguyễn Thị Lan/ }).click()
  await locked.getByText('Mã PIN của Nguyễn Thị Lan').waitFor()
  expect(await smallTargets(locked, TARGET_PX)).toEqual([])
  expect(await cutText(locked)).toEqual([])
  expect(await axeFindings(locked)).toEqual([])
  await locked.close()
})

async function openAt(
  path: string,
  heading: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<Page> {
  const page = await tablet.open(path)
  await page.setViewportSize(viewport)
  await settle(page, heading)
  return page
}

/** To another screen as by a link, without loading the app anew. */
async function changeTo(page: Page, path: string, heading: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), `/app/${path}`)
  await settle(page, heading)
}

/** A choice that is read when the app starts. */
async function choose(page: Page, key: string, value: string): Promise<void> {
  await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [key, value])
  await page.reload()
}

/** The screen is there, and so is what it reads from the disk. */
async function settle(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  await page.getByRole('link', { name: /Xem tình trạng máy/ }).waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.locator('.opening').waitFor({ state: 'detached' })
}
