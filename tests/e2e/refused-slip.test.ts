import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EnrolledTablet } from '../support/enrolled-tablet.ts'
import { findAxeViolations, findSmallTargets, keepPicture } from '../support/look-at.ts'
import { cutText } from '../support/look-over.ts'
import { NOODLES } from '../support/store-for-tests.ts'
import { openTabletInStore, type TabletInStore } from '../support/tablet-in-store.ts'
import { wedge } from '../support/wedge.ts'

let store: TabletInStore
let tablet: EnrolledTablet
let page: Page

let slipAddress: string

beforeAll(async () => {
  store = await openTabletInStore()
  tablet = store.tablet
  page = await tablet.open('intake')
})
afterAll(() => store?.close())

/** What the server says to a movement of a shelf that is no longer this warehouse's. */
async function refuseAll(): Promise<void> {
  await page.route('**/api/sync/facts', async (route) => {
    const { facts } = route.request().postDataJSON() as { facts: { id: string }[] }
    const message = { vi: 'Kệ này không còn thuộc kho của máy.', en: 'Not this warehouse’s shelf.' }
    const results = facts.map(({ id }) => ({ id, refused: { kind: 'other-warehouse', line: 0, message } }))
    await route.fulfill({ json: { protocol: 1, results, head: 0 } })
  })
}

test('the slip of an intake that the server refused says so, and leads to where it is settled', async () => {
  await page.getByRole('button', { name: 'Ẩn danh' }).click()
  await page.getByRole('button', { name: 'A-1' }).click()
  await wedge(page, NOODLES)
  await page.locator('aside .row', { hasText: 'Mì Hảo Hảo' }).waitFor()
  await refuseAll()
  await page.getByRole('button', { name: /^Xong/ }).click()
  await page.locator('dialog[open]').getByRole('button', { name: 'Bao bì không in hạn' }).click()
  await page.locator('dialog[open]').getByRole('button', { name: /^Xong/ }).click()
  await page.getByText('Máy chủ chưa nhận phiếu này').waitFor()
  slipAddress = page.url()
  expect(await page.getByText(/^Đã nhập/).count()).toBe(0)
  for (const [width, height] of [
    [1280, 800],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height })
    await keepPicture(page, `refused-slip-${width}`)
    expect(await findSmallTargets(page)).toEqual([])
    expect(await findAxeViolations(page)).toEqual([])
    expect(await cutText(page)).toEqual([])
  }
  await page.getByRole('link', { name: 'Xem Chưa gửi' }).click()
  await page.getByRole('heading', { name: 'Chưa gửi' }).waitFor()
})

test('what is read out to the person in charge is short, and nobody spells out an id', async () => {
  await page.getByRole('button', { name: 'Hỏi người phụ trách' }).click()
  const dialog = page.locator('dialog[open]')
  await dialog.getByText(/^[0-9A-F]{6}$/).waitFor()
  await keepPicture(page, 'ask-lead-360')
  expect(await dialog.innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
})

test('the slip says what was recorded in place of what was refused', async () => {
  const dialog = page.locator('dialog[open]')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.unroute('**/api/sync/facts')
  await page.getByRole('button', { name: 'Sửa số lượng rồi gửi lại' }).click()
  await dialog.getByRole('button', { name: '5', exact: true }).click()
  await dialog.getByRole('button', { name: 'Ghi và gửi lại' }).click()
  await page.getByText('Sửa số lượng rồi gửi lại').waitFor({ state: 'detached' })
  await page.goto(slipAddress)
  await page.getByText(/^Đã nhập/).waitFor()
  await page.locator('.paper').getByText('5 gói').waitFor()
  await page.goto(`${store.server.url}/app/history`)
  await page
    .getByRole('button', { name: /Nhập kho/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'In lại phiếu' }).waitFor()
})
