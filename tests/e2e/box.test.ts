import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEnrolledTablet, type EnrolledTablet } from '../support/enrolled-tablet.ts'
import { findAxeViolations, findSmallTargets, keepPicture } from '../support/look-at.ts'
import { cutText } from '../support/look-over.ts'
import { openTabletInStore, type TabletInStore } from '../support/tablet-in-store.ts'
import { wedge } from '../support/wedge.ts'

const NOODLE_BOX = '18934563138162'

let store: TabletInStore
let tablet: EnrolledTablet
let page: Page

beforeAll(async () => {
  store = await openTabletInStore()
  tablet = store.tablet
  page = await openIntake(tablet)
})
afterAll(() => store?.close())

async function openIntake(of: EnrolledTablet): Promise<Page> {
  const opened = await of.open('intake')
  await opened.getByRole('button', { name: 'Ẩn danh' }).click()
  await opened.getByRole('button', { name: 'A-1' }).click()
  return opened
}
const row = (on: Page) => on.locator('aside .row', { hasText: 'Mì Hảo Hảo' })
const dialog = () => page.locator('dialog[open]')

test('the number of a box of known goods is learned once, without a network, and counts what is in the box', async () => {
  await tablet.context.setOffline(true)
  await wedge(page, NOODLE_BOX)
  await page.getByText('Hàng gì đây?').first().waitFor()
  await page.getByRole('button', { name: 'Đây là thùng của hàng đã có' }).click()
  await dialog().getByLabel('Tên hàng').fill('hao hao')
  await dialog()
    .getByRole('button', { name: /Mì Hảo Hảo/ })
    .click()
  await dialog().getByText('một thùng có mấy gói?').waitFor()
  await keepPicture(page, 'box-pad')
  await dialog().getByRole('button', { name: 'Đóng' }).click()
  for (const [width, height] of [
    [1280, 800],
    [800, 1280],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height })
    await keepPicture(page, `box-${width}`)
    expect(await findSmallTargets(page)).toEqual([])
    expect(await findAxeViolations(page)).toEqual([])
    expect(await cutText(page)).toEqual([])
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Một thùng có mấy gói?' }).click()
  for (const digit of '24') await dialog().getByRole('button', { name: digit, exact: true }).click()
  await dialog().getByRole('button', { name: 'Ghi', exact: true }).click()
  await row(page).getByText('24 gói').waitFor()
  expect(await page.getByText('Hàng gì đây?').count()).toBe(0)
  await wedge(page, NOODLE_BOX)
  await row(page).getByText('48 gói').waitFor()
})

test('what one tablet learned of a box the others know once it is sent', async () => {
  await tablet.context.setOffline(false)
  await page.locator('.badge').getByText('đã gửi hết').waitFor()
  const other = await openEnrolledTablet(store.browser, store)
  const theirs = await openIntake(other)
  await wedge(theirs, NOODLE_BOX)
  await row(theirs).getByText('24 gói').waitFor()
  expect(await theirs.getByText('Hàng gì đây?').count()).toBe(0)
})
