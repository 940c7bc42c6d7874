import type { Page } from 'playwright'

/** Fills in the public form as a neighbour of somebody old in Ba Đình would; it is not sent yet. */
export async function askForHelp(
  page: Page,
  url: string,
  { name, phone }: { readonly name: string; readonly phone: string },
): Promise<void> {
  await page.goto(`${url}/can-giup`)
  await page.getByLabel('Cho người khác').check()
  await page.getByLabel('Họ tên của bạn').fill('Cô Hàng Xóm')
  await page.getByLabel('Số điện thoại của bạn').fill('0987 654 321')
  await page.getByLabel('Họ tên', { exact: true }).fill(name)
  await page.getByRole('textbox', { name: /^Số điện thoại \(/ }).fill(phone)
  await page.getByLabel('Hoàn cảnh').selectOption('elderly')
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Thành phố Hà Nội' })
  await page.getByLabel('Địa chỉ').fill('Ngõ 7, tổ 3')
  await page.getByLabel('Gạo').check()
  await page.getByLabel('Tôi đồng ý').check()
}
