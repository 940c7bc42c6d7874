import { afterAll, beforeAll, test } from 'vitest'
import type { WarehouseId } from '#shared/location/location'
import { enrolAndSignIn, signIn } from '../support/enrolled-tablet.ts'
import { addStaff, ITEMS, NOODLES, PINS } from '../support/store-for-tests.ts'
import { openTabletBrowser, type TabletBrowser } from '../support/tablet-browser.ts'
import { startTestServer, TEST_AT, type TestServer } from '../support/test-server.ts'
import { wedge } from '../support/wedge.ts'

let server: TestServer
let warehouseId: WarehouseId
let tablet: TabletBrowser

beforeAll(async () => {
  const dist = process.env['KHO4D_DIST']
  server = await startTestServer(dist ? { distFolder: dist } : {})
  warehouseId = await server.addWarehouse('HN')
  await addStaff(server, warehouseId, TEST_AT, 'lan', 'Nguyễn Thị Lan')
  for (const item of ITEMS) await server.writer.write('addItem', { item, changedBy: 'test', at: TEST_AT })
  tablet = await openTabletBrowser({ viewport: { width: 1280, height: 800 } })
  await enrolAndSignIn(tablet.page(), { server, warehouseId })
})
afterAll(async () => {
  await tablet?.close()
  await server?.close()
})

test('the only shelf is the one that counts, also for an intake that was opened before it was known', async () => {
  const page = tablet.page()
  await page.getByRole('button', { name: 'Ẩn danh' }).click()
  await page.getByText(/^Kho chưa có kệ nào/).waitFor()
  await page.getByText('Đã lưu trên máy này').waitFor()
  await server.addShelf(warehouseId, 'A-1')
  await page.getByText('từ Ẩn danh · kệ A-1').waitFor()
  await wedge(page, NOODLES)
  await page.locator('aside .row', { hasText: 'Mì Hảo Hảo' }).getByText('1 gói').waitFor()
})

test('the shelf that was chosen is the usual one of the next slip, although the battery was pulled out at once', async () => {
  await server.addShelf(warehouseId, 'B-2')
  await tablet
    .page()
    .getByRole('button', { name: /kệ A-1/ })
    .click()
  await tablet.page().getByRole('button', { name: 'B-2' }).click()
  await tablet.page().getByText('từ Ẩn danh · kệ B-2').waitFor()
  await tablet.dieAndStartAgain()

  const page = tablet.page()
  await page.goto(`${server.url}/app/intake`)
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
