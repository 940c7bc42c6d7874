import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { checkDigitOf } from '#shared/gs1/check-digit'
import { shortCode } from '#shared/i18n/short-code'
import { instantFromMs } from '#shared/time/time'
import { ensureSetupCode } from '../../sync-server/staff/ensure-setup-code.ts'
import { openBrowser } from '../support/browser.ts'
import { createFactMaker } from '../support/make-fact.ts'
import { startTestServer } from '../support/test-server.ts'
import {
  ADMIN,
  expectNoAxeTrouble,
  expectNoTextCut,
  openDesk,
  readQr,
  type DeskForTests,
} from './desk-page.ts'

const CASE_FILE_HEAD =
  'Mã hồ sơ,Nhóm,Nhóm con,Tỉnh/thành,Xã/phường,Số người,Nhu cầu,Tích,Tích đến ngày,Họ tên,Điện thoại,Địa chỉ'
const TWO_CASE_FILES = `${CASE_FILE_HEAD}
HS-0001,Hộ nghèo,,Hà Nội,Phường Ba Đình,4,,,,Trần Thị Mận,0912345678,
HS-0002,Trẻ em,,Hà Nội,Xã Không Có,2,,,,,,
HS-0003,Trẻ em,,Hà Nội,Phường Ba Đình,không,,,,,,
`

/** Real numbers of the length that shops print, so that the server finds nothing wrong with them. */
function gtin(n: number): string {
  const digits = `893${String(n).padStart(9, '0')}`
  return digits + String(checkDigitOf(digits))
}

let browser: Browser
const open: { close(): Promise<void> }[] = []
beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})
afterAll(async () => browser?.close())

async function openForTest(): Promise<DeskForTests> {
  const desk = await openDesk(browser)
  open.push(desk)
  return desk
}

test('the set-up address leads an administrator, step by step, to a warehouse with a green case file', async () => {
  const server = await startTestServer({ now: () => instantFromMs(Date.now()) })
  open.push(server)
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'vi-VN',
    serviceWorkers: 'block',
  })
  open.unshift(context)
  const page = await context.newPage()
  const steps = page.getByRole('region', { name: 'Chuẩn bị kho' })
  const start = page.getByRole('link', { name: 'Tổng quan' })

  await page.goto(`${server.url}/app/setup#${await ensureSetupCode(server.writer)}`)
  await page.getByLabel('Họ tên của bạn').fill(ADMIN.name)
  await page.getByLabel('Tên đăng nhập').fill(ADMIN.userName)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn')
  await page.getByLabel('Gõ lại mật khẩu').fill('ngắn')
  await page.getByRole('button', { name: 'Tạo quản trị' }).click()
  await page.getByRole('alert').waitFor()
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  expect(await page.getByLabel('Họ tên của bạn').inputValue()).toBe(ADMIN.name)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(ADMIN.password)
  await page.getByLabel('Gõ lại mật khẩu').fill(ADMIN.password)
  await page.getByRole('button', { name: 'Tạo quản trị' }).click()
  await steps.getByText('0 / 7 bước').waitFor()

  await steps.getByRole('link', { name: 'Tạo kho' }).click()
  await page.getByRole('button', { name: 'Thêm kho' }).click()
  await page.getByLabel('Tên kho').fill('Kho Hà Nội')
  await page.getByLabel('Mã kho').fill('HN')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByLabel('Thêm kệ').fill('A-1, A-2, B-1')
  await page.getByRole('button', { name: 'Thêm 3 kệ' }).click()
  await page.getByText('Đã thêm 3 kệ.').waitFor()
  await page.getByRole('link', { name: 'In nhãn kệ' }).click()
  await page.getByRole('img', { name: 'Mã vuông của kệ A-2' }).waitFor()
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)

  await page.getByRole('link', { name: 'Nhân sự' }).click()
  await page.getByRole('button', { name: 'Thêm người' }).click()
  await page.getByLabel('Họ tên').fill('Trần Văn Bình')
  await page.getByLabel('Mã PIN').fill('402913')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('button', { name: 'Trần Văn Bình' }).waitFor()

  await page.getByRole('link', { name: 'Hồ sơ', exact: true }).click()
  await page.getByRole('link', { name: 'Thêm hồ sơ' }).click()
  await page.getByLabel('Mã hồ sơ').fill('HS-2026-001')
  await page.getByLabel('Số người').fill('4')
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hà Nội' })
  await page.getByLabel('Xã, phường, đặc khu').selectOption({ label: 'Phường Ba Đình' })
  await page.getByLabel('Tìm mặt hàng hoặc nhóm hàng').fill('luong thuc')
  await page.getByRole('button', { name: /^Lương thực/ }).click()
  await page.getByLabel('Số lượng').fill('37,5')
  await page.getByLabel('Đơn vị').fill('kg')
  await page.getByLabel('Họ tên').fill('Lê Thị Hoa')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('heading', { name: 'Hồ sơ HS-2026-001' }).waitFor()
  await page.getByText('37,5 kg').waitFor()
  await page.getByText('Lê Thị Hoa').waitFor()
  await page.getByRole('radio', { name: /^Tích xanh/ }).check()
  await page.getByLabel('Dựa vào đâu').fill('Đã gọi ủy ban xã')
  await page.getByRole('button', { name: 'Đặt Tích xanh' }).click()
  await page.getByText(/còn 90 ngày/).waitFor()
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  await page.getByRole('table', { name: 'Lịch sử tích' }).getByText(ADMIN.name).first().waitFor()

  await start.click()
  await steps.getByText('5 / 7 bước').waitFor()
  await page.getByRole('link', { name: '1 tích xanh' }).click()
  await page.getByRole('button', { name: 'HS-2026-001' }).waitFor()
})

test('an enrolment code on the screen enrols a tablet, and the desk notices by itself', async () => {
  const { server, context, page, open: openPart } = await openForTest()
  await server.addWarehouse('HN')
  await openPart('/devices', 'Máy')
  await page.getByRole('button', { name: 'Ghép máy mới' }).click()
  await page.getByRole('button', { name: 'Hiện mã' }).click()
  const picture = page.getByRole('img', { name: 'Mã vuông để ghép máy' })
  await picture.waitFor()
  const digits = await page.getByLabel('Mã ghép máy').textContent()
  const address = await readQr(picture)
  expect(address).toBe(`${server.url}/app/enrol#${digits}`)

  const tablet = await context.newPage()
  await tablet.goto(address!)
  await tablet.getByLabel('Tên máy').fill('Máy cổng chính')
  await tablet.getByRole('button', { name: 'Ghép máy' }).click()
  await page.getByText('Đã ghép máy Máy cổng chính.').waitFor()

  await tablet.goto(`${server.url}/app/device`)
  const code = await tablet.getByText(/^[0-9A-F]{6}$/).textContent()
  await page.getByRole('button', { name: 'Đóng' }).click()
  await page
    .getByRole('row', { name: /Máy cổng chính/ })
    .getByText(`số máy ${code}`)
    .waitFor()
  await page.getByRole('button', { name: 'Thu hồi Máy cổng chính' }).click()
  await page.getByText('chỉ những gì đã ghi trước đó còn gửi lên được').waitFor()
  await page.getByRole('button', { name: 'Thu hồi máy này' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByLabel('Tình trạng').selectOption({ label: 'Cả máy đã thu hồi' })
  await page.getByRole('cell', { name: 'Đã thu hồi' }).waitFor()
})

test('a record that was refused stands at the desk in the words and codes of its tablet, with the reason', async () => {
  const { server, page, open: openPart } = await openForTest()
  const device = await server.addDevice(await server.addWarehouse('HN'), 'Máy cổng chính')
  await openPart('/devices', 'Máy')
  await page.getByText('Không có bản ghi nào bị trả lại').waitFor()

  const wrong = createFactMaker(device).intake('shelf:1.1', -1)
  await device.push([wrong])
  await page.reload()
  const refused = page.getByRole('table', { name: 'Bản ghi máy chủ chưa nhận' })
  const row = refused.getByRole('row', { name: new RegExp(`Nhập kho số 1 · ${shortCode(wrong.id)}`) })
  await row.getByText(`số máy ${shortCode(device.deviceId)}`).waitFor()
  await row.getByText('Số lượng phải là số nguyên').waitFor()
})

test('bad lines of a file are named by number and reason, and left out only when a person says so', async () => {
  const { page, open: openPart } = await openForTest()
  await openPart('/import?kind=case-files', 'Nhập danh sách')
  await page.getByLabel('Chọn tệp CSV').setInputFiles({
    name: 'ho-so.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(TWO_CASE_FILES),
  })
  const lines = page.getByRole('table', { name: 'Các dòng sai' })
  await lines.getByRole('row', { name: /^3 Xã\/phường:.*Xã Không Có/ }).waitFor()
  await lines.getByRole('row', { name: /^4 Số người:/ }).waitFor()
  expect(await page.getByRole('button', { name: /^Nhập 1 dòng$/ }).count()).toBe(0)

  await page.getByRole('button', { name: 'Nhập 1 dòng, bỏ 2 dòng sai' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Nhập 1 dòng/ })
    .click()
  await page.getByText('Đã nhập: 1 dòng mới, 0 dòng thay đổi.').waitFor()
  await page.getByRole('link', { name: 'Nhập danh sách' }).click()
  await page.getByLabel('Chọn tệp CSV').waitFor({ state: 'attached' })
  expect(await page.getByText('Đã nhập').count()).toBe(0)
  await openPart('/case-files', 'Hồ sơ')
  await page.getByRole('button', { name: 'HS-0001' }).waitFor()
  expect(await page.getByRole('row').count()).toBe(2)
  expect(await page.content()).not.toContain('0912345678')
})

test('a file of 50,000 lines is checked and scrolled with only the lines in sight drawn', async () => {
  const { page, open: openPart } = await openForTest()
  await openPart('/import?kind=items', 'Nhập danh sách')
  const lines = Array.from({ length: 50_000 }, (_, i) => `${gtin(i)},Hàng số ${i + 1},,Khác,cái,,,`)
  await page.getByLabel('Chọn tệp CSV').setInputFiles({
    name: 'hang.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `Mã vạch,Tên hàng,Tên tiếng Anh,Nhóm,Đơn vị,Đơn vị gốc,Loại hạn,Quy cách\n${lines.join('\n')}\n`,
    ),
  })
  const all = page.getByRole('table', { name: 'Cả tệp' })
  await all.waitFor({ timeout: 60_000 })
  expect(await all.getAttribute('aria-rowcount')).toBe('50001')
  expect(await all.getByRole('row').count()).toBeLessThan(100)
  await page.getByRole('region', { name: 'Cả tệp' }).evaluate((box) => box.scrollTo(0, box.scrollHeight))
  await all.getByText('Hàng số 50000').waitFor()
  expect(await all.getByRole('row').count()).toBeLessThan(100)
})

test('a finding says what happened and is marked as handled with a note', async () => {
  const { server, page, open: openPart } = await openForTest()
  const warehouseId = await server.addWarehouse('HN')
  const shelfId = await server.addShelf(warehouseId, 'A-1')
  const device = await server.addDevice(warehouseId, 'Máy quét 1')
  const make = createFactMaker(device)
  const lines = [{ quantity: 30, fromId: shelfId, toId: 'loss:damaged' }]
  await device.push([make.movement({ kind: 'disposal', lines })])

  await openPart('/', 'Tổng quan')
  await page.getByRole('link', { name: /điểm cần kiểm tra đang mở/ }).click()
  await page.getByLabel('Loại').selectOption({ label: 'Tồn kho dưới không' })
  const finding = page.getByRole('row', { name: /còn −30.*Máy quét 1/ })
  await finding.getByRole('button', { name: 'Ghi đã xử lý' }).click()
  await page.getByLabel('Đã làm gì?').fill('Đã đếm lại kệ A-1, thiếu phiếu nhập sáng nay')
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi đã xử lý' }).click()
  await page.getByRole('cell', { name: new RegExp(`thiếu phiếu nhập.*${ADMIN.name}`) }).waitFor()
})

test('a session that ran out is renewed over the screen, and what was typed goes through', async () => {
  const { context, page, open: openPart } = await openForTest()
  await openPart('/warehouses', 'Kho và kệ')
  await page.getByRole('button', { name: 'Thêm kho' }).click()
  await page.getByLabel('Tên kho').fill('Kho Đà Nẵng')
  await page.getByLabel('Mã kho').fill('DN')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Lưu' }).click()
  const again = page.getByRole('dialog', { name: 'Đã hết phiên, hãy đăng nhập lại' })
  await again.waitFor()
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  await again.getByLabel('Tên đăng nhập').fill(ADMIN.userName)
  await again.getByLabel('Mật khẩu').fill(ADMIN.password)
  await again.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('button', { name: 'Kho Đà Nẵng' }).waitFor()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByRole('heading', { name: 'Vào bàn điều hành' }).waitFor()
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
})

test('without a network the desk says so, keeps what was typed and goes on afterwards', async () => {
  const { context, page, open: openPart } = await openForTest()
  await openPart('/items', 'Mặt hàng')
  await page.getByRole('button', { name: 'Thêm mặt hàng' }).click()
  await page.getByLabel('Tên hàng', { exact: true }).fill('Gạo tẻ ST25')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('alert').getByText('Bàn điều hành cần mạng').waitFor()
  await context.setOffline(false)
  await page.reload()
  await page.getByRole('button', { name: 'Thêm mặt hàng' }).click()
  expect(await page.getByLabel('Tên hàng', { exact: true }).inputValue()).toBe('Gạo tẻ ST25')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('button', { name: 'Gạo tẻ ST25' }).waitFor()
})

describe('with a warehouse at work', () => {
  let desk: DeskForTests
  beforeAll(async () => {
    desk = await openDesk(browser)
    const { server } = desk
    const warehouseId = await server.addWarehouse('HN')
    const shelfId = await server.addShelf(warehouseId, 'A-1')
    const device = await server.addDevice(warehouseId, 'Máy quét ở cổng chính của kho Hà Nội')
    const make = createFactMaker(device)
    await device.push([
      make.movement({ kind: 'disposal', lines: [{ quantity: 30, fromId: shelfId, toId: 'loss:damaged' }] }),
      make.intake(shelfId, -1),
      make.fact('donor-named', {}),
      null,
    ])
    await checkTwoLines()
    await desk.page.getByRole('button', { name: /bỏ 1 dòng sai/ }).click()
    await desk.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Nhập 1 dòng/ })
      .click()
    await desk.page.getByText('Đã nhập').waitFor()
  })
  afterAll(async () => desk?.close())

  /** One good line and one bad one. */
  async function checkTwoLines() {
    await desk.open('/import?kind=case-files', 'Nhập danh sách')
    await desk.page
      .getByLabel('Hoặc dán các dòng từ bảng tính')
      .fill(
        `${CASE_FILE_HEAD}\nHS-1,Hộ nghèo,,Hà Nội,Phường Ba Đình,4,,Xanh,,,,\nHS-2,Trẻ em,,Lâm Đồng,,2,,,,,,`,
      )
    await desk.page.getByRole('button', { name: 'Kiểm tra' }).click()
    await desk.page.getByText('dòng sai', { exact: true }).waitFor()
  }

  test('an import being looked at is clean to axe and cuts no text', async () => {
    await checkTwoLines()
    await expectNoAxeTrouble(desk.page)
    await expectNoTextCut(desk.page)
  })

  test('everything is reached by keyboard: / searches, arrows choose, Enter opens, Escape clears', async () => {
    const { page } = desk
    await desk.open('/case-files', 'Hồ sơ')
    await page.getByRole('button', { name: 'HS-1' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('ba dinh')
    await page.getByRole('button', { name: /Phường Ba Đình, Thành phố Hà Nội/ }).waitFor()
    // The words alone find it; Enter makes a condition of what they mean.
    await page.waitForURL(/[?&]q=ba/)
    await page.getByRole('button', { name: 'HS-1' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Bỏ điều kiện: Phường Ba Đình, Thành phố Hà Nội' }).waitFor()
    await page.keyboard.type('HS-')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'HS-1' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Hồ sơ HS-1' }).waitFor()
  })

  const PARTS = [
    ['/', 'Tổng quan', 'Overview'],
    ['/findings', 'Điểm cần kiểm tra', 'Findings'],
    ['/case-files', 'Hồ sơ', 'Case files'],
    ['/case-files/new', 'Hồ sơ mới', 'New case file'],
    ['/items', 'Mặt hàng', 'Items'],
    ['/import', 'Nhập danh sách', 'Import a list'],
    ['/warehouses', 'Kho và kệ', 'Warehouses and shelves'],
    ['/staff', 'Nhân sự', 'Staff'],
    ['/devices', 'Máy', 'Devices'],
  ] as const

  test.each(PARTS)(
    '%s is clean to axe and cuts no text, wide, upright and on a phone',
    async (path, vi, en) => {
      const { page } = desk
      await desk.open(path, vi)
      await page.waitForLoadState('networkidle')
      await expectNoAxeTrouble(page)
      for (const [width, height] of [
        [1920, 1080],
        [1280, 800],
        [1024, 768],
        [800, 1280],
        [360, 740],
      ] as const) {
        await page.setViewportSize({ width, height })
        await expectNoTextCut(page)
      }
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('heading', { name: en, level: 1 }).waitFor()
      await expectNoTextCut(page)
      await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    },
  )

  test.each([
    ['/staff', 'Nhân sự', 'Thêm người'],
    ['/items', 'Mặt hàng', 'Thêm mặt hàng'],
    ['/warehouses', 'Kho và kệ', 'Thêm kho'],
    ['/devices', 'Máy', 'Ghép máy mới'],
    ['/findings', 'Điểm cần kiểm tra', 'Ghi đã xử lý'],
  ])('the dialog of %s is clean to axe and closes by Escape', async (path, heading, button) => {
    const { page } = desk
    await desk.open(path, heading)
    await page.getByRole('button', { name: button }).first().click()
    await page.getByRole('dialog').waitFor()
    await page.waitForLoadState('networkidle')
    await expectNoAxeTrouble(page)
    await expectNoTextCut(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
})
