import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffId } from '#shared/staff/staff'
import { instantFromMs } from '#shared/time/time'
import { hashCredentials } from '../../sync-server/staff/staff-credentials.ts'
import { openBrowser } from '../support/browser.ts'
import { openEnrolledTablet } from '../support/enrolled-tablet.ts'
import { findAxeViolations, findSmallTargets, keepPicture } from '../support/look-at.ts'
import { cutText } from '../support/look-over.ts'
import { openStoreForTests, type StoreForTests } from '../support/store-for-tests.ts'

const NAMESAKES = { 'keeper-4a11c7': '461937', 'keeper-9f20de': '582046' }

let store: StoreForTests
let browser: Browser

beforeAll(async () => {
  store = await openStoreForTests()
  browser = await openBrowser()
  for (const [id, pin] of Object.entries(NAMESAKES)) {
    const hashed = await hashCredentials({ pin })
    if (!hashed.ok) throw new Error(hashed.error.kind)
    const staff = {
      id: id as StaffId,
      name: 'Phạm Văn Hùng',
      role: 'keeper' as const,
      warehouseId: store.warehouseId,
      userName: null,
      passwordHash: null,
      pinHash: hashed.value.pinHash ?? null,
      keyBox: hashed.value.keyBox ?? null,
      active: 1 as const,
      createdAt: instantFromMs(Date.now()),
    }
    await store.server.writer.write('addStaff', { staff, changedBy: 'test' })
  }
})
afterAll(async () => {
  await browser?.close()
  await store?.server.close()
})

test('two keepers of one name are told apart at sign-in, and only they carry a code', async () => {
  const tablet = await openEnrolledTablet(browser, store, { viewport: { width: 360, height: 740 } })
  const page = await tablet.open('')
  await page.getByRole('button', { name: 'Khóa máy' }).click()
  await page.getByText('Chưa ai đăng nhập').waitFor()
  await page.goto(`${store.server.url}/app/intake`)
  await page.getByRole('button', { name: /Phạm Văn Hùng.*4A11C7/ }).waitFor()
  await page.getByRole('button', { name: /Phạm Văn Hùng.*9F20DE/ }).waitFor()
  expect(await page.getByRole('button', { name: /Lan Thủ kho$/ }).count()).toBe(1)
  await keepPicture(page, 'namesakes-360')
  expect(await findSmallTargets(page)).toEqual([])
  expect(await findAxeViolations(page)).toEqual([])
  expect(await cutText(page)).toEqual([])
})
