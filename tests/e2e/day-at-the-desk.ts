import type { Page } from 'playwright'
import { readQr } from './desk-page.ts'

/** What the administrator of the day does at the desk, on its screens alone. */
export async function setUp(page: Page, setupUrl: string): Promise<void> {
  await page.goto(setupUrl)
  await page.getByLabel('Họ tên của bạn').fill('Đặng Thu Hằng')
  await page.getByLabel('Tên đăng nhập').fill('hang')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('gạo trắng nước trong')
  await page.getByLabel('Gõ lại mật khẩu').fill('gạo trắng nước trong')
  await page.getByRole('button', { name: 'Tạo quản trị' }).click()
  await page.getByRole('region', { name: 'Chuẩn bị kho' }).waitFor()
}

export async function makeWarehouse(page: Page, name: string, code: string, shelves: string): Promise<void> {
  await openPart(page, 'Kho và kệ')
  await page.getByRole('button', { name: 'Thêm kho' }).click()
  await page.getByLabel('Tên kho').fill(name)
  await page.getByLabel('Mã kho').fill(code)
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByLabel('Thêm kệ').fill(shelves)
  await page.getByRole('button', { name: /^Thêm \d kệ$/ }).click()
  await page.getByText(/Đã thêm \d kệ\./).waitFor()
}

export async function addKeeper(page: Page, name: string, pin: string): Promise<void> {
  await openPart(page, 'Nhân sự')
  await page.getByRole('button', { name: 'Thêm người' }).click()
  await page.getByLabel('Họ tên').fill(name)
  await page.getByLabel('Mã PIN').fill(pin)
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('button', { name }).waitFor()
}

export async function importList(page: Page, kind: 'Mặt hàng' | 'Hồ sơ', csv: string): Promise<void> {
  const count = csv.trim().split('\n').length - 1
  await openPart(page, 'Nhập danh sách')
  await page.getByRole('button', { name: kind, exact: true }).click()
  await page
    .getByLabel('Chọn tệp CSV')
    .setInputFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: `Nhập ${count} dòng`, exact: true }).click()
  await page.getByText(`Đã nhập: ${count} dòng mới, 0 dòng thay đổi.`).waitFor()
  await page.getByRole('button', { name: 'Nhập tệp khác' }).click()
}

export async function setTick(page: Page, code: string, tick: 'Tích xanh'): Promise<void> {
  await openPart(page, 'Hồ sơ')
  await page.getByRole('button', { name: code }).click()
  await page.getByRole('heading', { name: `Hồ sơ ${code}` }).waitFor()
  await page.getByRole('radio', { name: new RegExp(`^${tick}`) }).check()
  await page.getByLabel('Dựa vào đâu').fill('Ủy ban xã đã xác nhận')
  await page.getByRole('button', { name: `Đặt ${tick}` }).click()
  await page.getByRole('table', { name: 'Lịch sử tích' }).getByText(tick).first().waitFor()
}

/** A fresh code: its digits as they are read aloud, and the address that a camera reads from the picture. */
export async function showEnrolCode(
  page: Page,
): Promise<{ readonly digits: string; readonly address: string }> {
  await openPart(page, 'Máy')
  await page.getByRole('button', { name: 'Ghép máy mới' }).click()
  await page.getByRole('button', { name: 'Hiện mã' }).click()
  const picture = page.getByRole('img', { name: 'Mã vuông để ghép máy' })
  await picture.waitFor()
  const digits = (await page.getByLabel('Mã ghép máy').textContent()) ?? ''
  const address = (await readQr(picture)) ?? ''
  return { digits, address }
}

export async function seesEnrolled(page: Page, name: string): Promise<void> {
  await page.getByText(`Đã ghép máy ${name}.`).waitFor()
  await page.getByRole('button', { name: 'Đóng' }).click()
}

export async function openPart(page: Page, part: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: part, exact: true }).click()
  await page.getByRole('heading', { name: part, level: 1 }).waitFor()
}
