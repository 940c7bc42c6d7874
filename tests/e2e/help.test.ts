import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { keepPicture } from '../support/look-at.ts'
import { makeJpeg } from '../support/pictures.ts'
import { askForHelp } from './ask-for-help.ts'
import { expectNoAxeTrouble, expectNoTextCut, openDesk, readQr, type DeskForTests } from './desk-page.ts'

let browser: Browser
let desk: DeskForTests
beforeAll(async () => {
  browser = await openBrowser()
  desk = await openDesk(browser)
})
afterAll(async () => {
  await desk?.close()
  await browser?.close()
})

async function openPhone(options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
    serviceWorkers: 'block',
    ...options,
  })
  return context.newPage()
}

const ask = (page: Page, name: string, phone: string) => askForHelp(page, desk.server.url, { name, phone })
const send = (page: Page) => page.getByRole('button', { name: 'Gửi yêu cầu' }).click()

test('a neighbour asks for an old man on a phone without a script, mends a field, and follows with the code', async () => {
  const page = await openPhone({ javaScriptEnabled: false })
  await ask(page, 'Nguyễn Văn Bảy', '0912 345 678')
  await page.getByLabel('Xã, phường, đặc khu').fill('Phường Không Có')
  await send(page)
  await page.getByRole('alert').getByText('Còn vài chỗ cần sửa').waitFor()
  expect(await page.getByLabel('Họ tên', { exact: true }).inputValue()).toBe('Nguyễn Văn Bảy')
  expect(await page.getByLabel('Gạo').isChecked()).toBe(true)
  await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Phường Ba Đình' })
  await send(page)
  await page.getByRole('heading', { name: 'Đã nhận yêu cầu' }).waitFor()
  const code = (await page.locator('#code').textContent())!
  expect(await readQr(page.locator('.qr'))).toBe(`${desk.server.url}/ho-so/${code}`)
  await page.getByRole('link', { name: 'Xem yêu cầu đang ở bước nào' }).click()
  await page.getByText('Người xác minh sẽ gọi hoặc tới nhà.').waitFor()
  expect(await page.locator('main').textContent()).not.toMatch(/Bảy|0912|Ngõ 7|Ba Đình/)
  await page.context().close()
})

test('the pages for people in need read well on a phone and at a desk, in error too, and prove their work', async () => {
  const page = await openPhone()
  await page.goto(`${desk.server.url}/can-giup`)
  await page.locator('form[data-ready]').waitFor()
  for (const size of [
    { width: 360, height: 740 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size)
    await page.goto(`${desk.server.url}/can-giup`)
    await keepPicture(page, `can-giup-${size.width}`)
    await expectNoAxeTrouble(page)
    await expectNoTextCut(page)
    await send(page)
    await page.getByRole('alert').waitFor()
    await keepPicture(page, `can-giup-loi-${size.width}`)
    await expectNoAxeTrouble(page)
    await expectNoTextCut(page)
    await ask(page, 'Trần Thị Rất Dài Tên Công Tằng Tôn Nữ Nguyễn Phước Bảo Trâm', '0911 111 111')
    await page.getByLabel('Xã, phường, đặc khu').fill('hoan kiem')
    await send(page)
    await page.getByRole('heading', { name: 'Đã nhận yêu cầu' }).waitFor()
    await keepPicture(page, `da-nhan-${size.width}`)
    await expectNoAxeTrouble(page)
    await expectNoTextCut(page)
    await page.getByRole('link', { name: 'Xem yêu cầu đang ở bước nào' }).click()
    await page.getByText('Đang xác minh').waitFor()
    await keepPicture(page, `ho-so-${size.width}`)
    await expectNoAxeTrouble(page)
    await expectNoTextCut(page)
  }
  await page.context().close()
})

test('the desk sees one row for the same man, compares who may be the same, joins and takes apart', async () => {
  const { page, open } = desk
  await open('/requests/new', 'Nhập yêu cầu qua điện thoại')
  await keepPicture(page, 'yeu-cau-moi')
  await expectNoAxeTrouble(page)
  await page.getByLabel('Họ tên').fill('ông Bảy')
  await page.getByLabel('Điện thoại', { exact: true }).fill('0912345678')
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hà Nội' })
  await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Phường Ba Đình' })
  await page.getByRole('button', { name: 'Lưu yêu cầu' }).click()
  await page.getByText('Hãy đọc lời đồng ý trước khi lưu.').waitFor()
  await page.getByLabel(/^Đã đọc lời đồng ý/).check()
  await page.getByRole('button', { name: 'Lưu yêu cầu' }).click()
  await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$/).waitFor()
  await page.getByRole('link', { name: 'Mở yêu cầu' }).click()
  await page.getByText(/^Cùng số điện thoại với YC-/).waitFor()
  await page.getByRole('button', { name: /^So với YC-/ }).click()
  const beside = page.getByRole('table', { name: /^Đặt cạnh YC-/ })
  await beside.getByText('Nguyễn Văn Bảy').waitFor()
  await keepPicture(page, 'so-sanh')
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  await page.getByRole('button', { name: /^Là một, gộp với YC-/ }).click()
  await page.getByRole('region', { name: 'Các nguồn của hồ sơ này' }).getByText('điện thoại').waitFor()
  await page.getByText(/^Yêu cầu này đã gộp vào YC-/).waitFor()
  await keepPicture(page, 'da-gop')
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  await open('/requests', 'Yêu cầu')
  await page.getByText('2 nguồn').first().waitFor()
  await keepPicture(page, 'yeu-cau')
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  await page.locator('tr', { hasText: 'Ba Đình' }).getByRole('button').first().click()
  await page.getByLabel('Giao cho').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Giao', exact: true }).click()
  await page.getByText(/^Giao khảo sát cho: /).waitFor()
  await page.getByRole('button', { name: 'Tách ra' }).click()
  await page.getByRole('region', { name: 'Các nguồn của hồ sơ này' }).waitFor({ state: 'detached' })
  await keepPicture(page, 'mot-yeu-cau')
  await expectNoAxeTrouble(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await keepPicture(page, 'mot-yeu-cau-360')
  await expectNoTextCut(page)
  await open('/requests', 'Yêu cầu')
  await page.getByText('Ba Đình').first().waitFor()
  await keepPicture(page, 'yeu-cau-360')
  await expectNoTextCut(page)
  await page.setViewportSize({ width: 1280, height: 800 })
})

test('a visit that was noted on paper is typed in at the desk, beginning with what is known', async () => {
  const { page, open } = desk
  await open('/requests', 'Yêu cầu')
  await page.locator('tr', { hasText: 'Ba Đình' }).getByRole('button').first().click()
  await page.getByRole('link', { name: 'Ghi khảo sát' }).click()
  await page.getByRole('heading', { name: /^Khảo sát YC-/, level: 1 }).waitFor()
  expect(await page.getByLabel('Họ tên').first().inputValue()).toContain('Bảy')
  for (const size of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(size)
    await keepPicture(page, `khao-sat-${size.width}`)
    await expectNoAxeTrouble(page)
    await expectNoTextCut(page)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Ghi khảo sát' }).click()
  await page.getByText(/^Chưa ghi gia đình trả lời thế nào/).waitFor()
  await page.getByRole('button', { name: 'Gia đình đã ký giấy đồng ý' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: makeJpeg(30_000, 1) })
  await page.getByText('Đã thêm 1 ảnh.').waitFor()
  await page.getByLabel('Năm sinh').first().fill('1941')
  await page.getByLabel('Số người', { exact: true }).fill('3')
  await page.getByRole('button', { name: 'Ghi khảo sát' }).click()
  await page.getByText('Đã khảo sát').first().waitFor()
  await page
    .getByText(/Bảy · 1941 · /)
    .first()
    .waitFor()
  const { reader } = desk.server
  const surveyed = reader.all(
    reader.query.selectFrom('caseLife').select(['step', 'body']).where('surveyedBy', 'is not', null),
  )
  expect(reader.all(reader.query.selectFrom('part').select('kind'))).toEqual([{ kind: 'picture' }])
  expect(surveyed).toMatchObject([
    { step: 'verification', body: expect.stringContaining('"householdSize":3') },
  ])
})
