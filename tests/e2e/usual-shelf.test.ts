import { afterAll, beforeAll, test } from 'vitest'
import { enrolAndSignIn, signIn } from '../support/enrolled-tablet.ts'
import { openStoreForTests, PINS, type StoreForTests } from '../support/store-for-tests.ts'
import { openTabletBrowser, type TabletBrowser } from '../support/tablet-browser.ts'

let store: StoreForTests
let tablet: TabletBrowser

beforeAll(async () => {
  store = await openStoreForTests()
  tablet = await openTabletBrowser({ viewport: { width: 1280, height: 800 } })
  await enrolAndSignIn(tablet.page(), store)
})
afterAll(async () => {
  await tablet?.close()
  await store?.server.close()
})

test('the shelf that was chosen is the usual one of the next slip, although the battery was pulled out at once', async () => {
  const choose = tablet.page().getByRole('button', { name: 'B-2' })
  await tablet.page().getByRole('button', { name: 'Ẩn danh' }).click()
  await choose.click()
  await tablet.page().getByText('từ Ẩn danh · kệ B-2').waitFor()
  await tablet.dieAndStartAgain()

  const page = tablet.page()
  await page.goto(`${store.server.url}/app/intake`)
  const isIn = page.getByText('từ Ẩn danh · kệ B-2')
  await isIn
    .or(page.getByRole('heading', { name: 'Đăng nhập' }))
    .first()
    .waitFor()
  if (!(await isIn.isVisible())) await signIn(page, 'Nguyễn Thị Lan', PINS.lan)
  await page.getByRole('button', { name: 'Bỏ phiếu này' }).click()
  await page.locator('dialog[open]').getByRole('button', { name: /^Bỏ/ }).first().click()
  await page.getByRole('link', { name: /^Nhập kho/ }).click()
  await page.getByRole('button', { name: 'Ẩn danh' }).click()
  await page.getByText('từ Ẩn danh · kệ B-2').waitFor()
})
