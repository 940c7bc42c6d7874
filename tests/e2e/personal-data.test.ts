import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { PersonExtract } from '#shared/desk/desk-data-request-wire'
import { openBrowser } from '../support/browser.ts'
import { expectNoAxeTrouble, expectNoTextCut, openDesk, type DeskForTests } from './desk-page.ts'

const CASE_FILE = {
  code: 'HS-0001',
  category: 'elderly',
  provinceCode: '01',
  communeCode: '00004',
  householdSize: 2,
  needs: [],
} as const

let browser: Browser
let desk: DeskForTests
let page: Page
let id: CaseFileId
beforeAll(async () => {
  browser = await openBrowser()
  desk = await openDesk(browser)
  page = desk.page
  const added = await desk.server.writer.write('addCaseFile', {
    caseFile: { ...CASE_FILE, needs: [] },
    changedBy: 'test',
    at: '2026-11-21T02:00:00.000Z' as never,
  })
  if (!added.ok) throw new Error(added.error.kind)
  id = added.value
})
afterAll(async () => {
  await desk?.close()
  await browser?.close()
})

/** The screen at the three sizes, with nothing cut and nothing that axe finds. Kept as pictures when asked for. */
async function look(name: string): Promise<void> {
  const folder = process.env['LOOK_AT']
  for (const [width, height] of [
    [1280, 800],
    [800, 1280],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expectNoTextCut(page)
    if (folder) {
      mkdirSync(folder, { recursive: true })
      await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectNoAxeTrouble(page)
}

test('a household is written down on its case file, and its ID number is masked until somebody asks', async () => {
  await desk.open(`/case-files/${id}`, 'Hồ sơ HS-0001')
  const card = page.getByRole('region', { name: 'Người trong hộ' })
  await card.getByRole('button', { name: 'Ghi thông tin' }).click()
  await card.getByLabel('Họ tên').fill('Nguyễn Thị Bí Mật')
  await card.getByLabel('Điện thoại').fill('0912 000 777')
  await card.getByLabel('Số CCCD').fill('001041000777')
  await card.getByLabel('Năm sinh').fill('41')
  await card.getByLabel('Địa chỉ').fill('Ngõ Kín 7')
  await card.getByLabel('Cách tìm nhà').fill('Sau cây đa, cổng xanh')
  await card.getByLabel('Tọa độ').fill('21.03456, 105.81234')
  await card.getByRole('button', { name: 'Thêm người' }).click()
  const second = card.getByRole('group', { name: 'Người thứ 2' })
  await second.getByLabel('Họ tên').fill('Trần Văn Kín')
  await second.getByLabel('Quan hệ với chủ hộ').fill('con trai')
  await card.getByRole('button', { name: 'Lưu' }).click()
  await card.getByText('Năm sinh phải có 4 chữ số').waitFor()
  await card.getByLabel('Năm sinh').first().fill('1941')
  await look('household-form')
  await card.getByRole('button', { name: 'Lưu' }).click()

  await card.getByText('•••• 777').waitFor()
  expect(await card.textContent()).not.toContain('001041000777')
  await look('household')
  await card.getByRole('button', { name: 'Hiện số CCCD' }).click()
  await card.getByText('001041000777').waitFor()
  expect(page.url()).not.toContain('1041000777')
})

test('a person who asks is found, told everything on a file, corrected and erased, within a clock that all can see', async () => {
  await desk.open('/personal-data', 'Dữ liệu cá nhân')
  await page.getByRole('button', { name: 'Ghi yêu cầu mới' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Người ấy yêu cầu').selectOption('erase')
  await dialog.getByLabel(/Ai yêu cầu/).fill('Con trai bà, gọi buổi tối')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('heading', { name: 'Yêu cầu: xóa', level: 1 }).waitFor()

  const find = page.getByRole('region', { name: 'Tìm người' })
  await find.getByLabel('Họ tên').fill('tran kin')
  await find.getByRole('button', { name: 'Tìm', exact: true }).click()
  await find.getByRole('button', { name: /Trần Văn Kín/ }).click()
  const held = page.getByRole('region', { name: 'Những gì đang giữ · HS-0001' })
  await held.getByText('001041000777').waitFor()
  await look('data-request')

  const download = page.waitForEvent('download')
  await held.getByRole('button', { name: 'Lấy bản sao' }).click()
  const extract = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as PersonExtract
  expect(extract.household?.persons.map(({ name }) => name)).toEqual(['Nguyễn Thị Bí Mật', 'Trần Văn Kín'])
  expect(extract.reads.at(-1)?.why).toBe('hand-out')

  await held.getByRole('button', { name: 'Sửa' }).click()
  await held.getByLabel('Địa chỉ').fill('Ngõ Đúng 9')
  await held.getByRole('button', { name: 'Lưu' }).click()
  await held.getByText('Ngõ Đúng 9').waitFor()

  await held.getByRole('button', { name: 'Xóa người này' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa hẳn' }).click()
  await held.getByText('Chưa ghi gì').waitFor()
  expect(desk.server.persons.openUnseen(id)).toEqual({ ok: true, value: null })
  await page.getByRole('button', { name: 'Kết thúc yêu cầu' }).click()
  await page.getByText('Đã kết thúc: đã làm xong.').waitFor()
  expect(await page.locator('main').textContent()).not.toMatch(/Con trai bà|Bí Mật|Ngõ Đúng/)

  await desk.open('/personal-data', 'Dữ liệu cá nhân')
  const reads = page.getByRole('table', { name: 'Ai đã xem người trong hồ sơ' })
  await reads.getByText('trao bản sao cho người được ghi').waitFor()
  await look('personal-data')
})

test('an old address chooses the commune of today', async () => {
  await desk.open('/case-files/new', 'Hồ sơ mới')
  await page.getByLabel('Tìm theo địa chỉ cũ').fill('phuong 12 go vap')
  await page.getByRole('button', { name: /Phường 12, Quận Gò Vấp/ }).click()
  await page.locator('option:checked', { hasText: 'Phường An Hội Tây' }).waitFor({ state: 'attached' })
})
