import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatDay } from '#shared/i18n/numbers'
import { addMonths } from '#shared/time/time'
import type { EnrolledTablet } from '../support/enrolled-tablet.ts'
import { fillDisk } from '../support/fill-disk.ts'
import { findAxeViolations, findSmallTargets, keepPicture } from '../support/look-at.ts'
import { cutText, partsOutOfSight } from '../support/look-over.ts'
import { readServerStock } from '../support/read-server-stock.ts'
import { FISH, MILK, NOODLES } from '../support/store-for-tests.ts'
import { openTabletInStore, type TabletInStore } from '../support/tablet-in-store.ts'
import { wedge } from '../support/wedge.ts'

const SOAP = '8934839111250'
const SAUCE = '8936036020373'

describe('goods in on a tablet', () => {
  let store: TabletInStore
  let tablet: EnrolledTablet
  let page: Page

  beforeAll(async () => {
    store = await openTabletInStore()
    tablet = store.tablet
    page = await tablet.open('intake')
  })
  afterAll(() => store?.close())

  const card = () => page.locator('.card.marked')
  const row = (name: string) => page.locator('aside .row', { hasText: name })
  const press = (name: string | RegExp) =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  const dialog = () => page.locator('dialog[open]')
  const pressInDialog = (name: string | RegExp) =>
    dialog()
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  async function key(digits: string) {
    for (const digit of digits) await pressInDialog(digit)
  }
  /** The tablet dies: the page goes without a word, and is opened anew. */
  async function die() {
    await page.close({ runBeforeUnload: false })
    page = await tablet.open('intake')
  }
  const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()

  test('a donor is named on the spot and a shelf is chosen, and both survive the death of the page', async () => {
    await page.getByLabel('Tìm tên nhà hảo tâm').fill('Nhóm Bếp Yêu Thương Quận Gò Vấp')
    await sees('Thêm “Nhóm Bếp Yêu Thương Quận Gò Vấp”')
    await page.getByText('Đã lưu trên máy này').waitFor()
    await die()
    expect(await page.getByLabel('Tìm tên nhà hảo tâm').inputValue()).toBe('Nhóm Bếp Yêu Thương Quận Gò Vấp')
    await keepPicture(page, 'intake-setup')
    await press('Thêm “Nhóm Bếp Yêu Thương Quận Gò Vấp”')
    await press('A-1')
    await sees('từ Nhóm Bếp Yêu Thương Quận Gò Vấp · kệ A-1')
    await die()
    await sees('từ Nhóm Bếp Yêu Thương Quận Gò Vấp · kệ A-1')
  })

  test('the same code again is one more on the same line', async () => {
    await wedge(page, NOODLES)
    await row('Mì Hảo Hảo').getByText('1 gói').waitFor()
    await wedge(page, NOODLES)
    await row('Mì Hảo Hảo').getByText('2 gói').waitFor()
    await die()
    await row('Mì Hảo Hảo').getByText('2 gói').waitFor()
    expect(await page.locator('aside .row').count()).toBe(1)
  })

  test('two scans within one moment are two', async () => {
    await Promise.all([wedge(page, NOODLES), wedge(page, NOODLES)])
    await row('Mì Hảo Hảo').getByText('4 gói').waitFor()
  })

  test('a multiplier takes whole packs, and what was keyed survives the death of the page', async () => {
    await press('× Số lượng')
    await pressInDialog('thùng × 30')
    await key('2')
    await dialog().getByText('2 thùng × 30 = 60 gói').waitFor()
    await page.getByText('Đã lưu trên máy này').waitFor()
    await die()
    await press('× Số lượng')
    await dialog().getByText('2 thùng × 30 = 60 gói').waitFor()
    await keepPicture(page, 'intake-multiplier')
    await pressInDialog('Ghi')
    await row('Mì Hảo Hảo').getByText('60 gói').waitFor()
    await card().getByText('2 thùng × 30').waitFor()
  })

  test('a quantity far above the usual is asked once, and nonsense is refused in a sentence', async () => {
    await press('× Số lượng')
    await pressInDialog('gói')
    await key('0')
    await pressInDialog('Ghi')
    await dialog().getByText('Số lượng phải lớn hơn 0').waitFor()
    await key('99999')
    await pressInDialog('Ghi')
    await dialog().getByText('nhiều hơn mọi khi').waitFor()
    await dialog().getByRole('textbox', { name: 'Số lượng' }).fill('60')
    await pressInDialog('Ghi')
    await row('Mì Hảo Hảo').getByText('60 gói').waitFor()
  })

  test('a production day and months make the date, and a production day to come is refused', async () => {
    const typed = (day: string) => `${day.slice(8)}${day.slice(5, 7)}${day.slice(2, 4)}`
    const digits = dialog().getByRole('textbox', { name: 'Hạn sử dụng' })
    const take = dialog().getByRole('button', { name: 'Ghi hạn này' })
    await press('Nhập hạn')
    await pressInDialog('NSX + số tháng')
    await digits.fill('311326')
    await dialog().getByText('Lịch không có ngày này').waitFor()
    await digits.fill(typed(store.day(30)))
    await pressInDialog('+12 tháng')
    await dialog()
      .getByText(/Ngày sản xuất .* chưa tới/)
      .waitFor()
    expect(await take.isDisabled()).toBe(true)
    await digits.fill(typed(store.day(-30)))
    await dialog()
      .getByText(`Hạn ${formatDay(addMonths(store.day(-30), 12))}`)
      .waitFor()
    expect(await take.isDisabled()).toBe(false)
    await digits.fill('')
    await pressInDialog('Đóng')
  })

  test('the date of a lot is keyed as it is printed', async () => {
    const day = store.day(190).split('-')
    await press('Nhập hạn')
    // At the pace of a person, who types with a real keyboard here.
    await page.keyboard.type(`${Number(day[2])}/${Number(day[1])}/${day[0]!.slice(2)}`, { delay: 90 })
    await keepPicture(page, 'intake-date')
    await page.keyboard.press('Enter')
    await row('Mì Hảo Hảo').getByText(`HSD ${day[2]}/${day[1]}/${day[0]}`).waitFor()
    await wedge(page, NOODLES)
    await row('Mì Hảo Hảo').getByText('61 gói').waitFor()
  })

  test('a GS1 code brings its lot and its date', async () => {
    const [year, month, date] = store.day(20).split('-')
    await wedge(page, `01${MILK.padStart(14, '0')}17${year!.slice(2)}${month}${date}10LO7`)
    await row('Sữa tươi').getByText(`lô LO7 · HSD ${date}/${month}/${year}`).waitFor()
    await row('Sữa tươi').getByText('còn 20 ngày').waitFor()
    await card().getByText(MILK).waitFor()
    expect(
      await card()
        .getByText(`01${MILK.padStart(14, '0')}`)
        .count(),
    ).toBe(0)
  })

  test('a lot number is rubbed out and typed anew', async () => {
    await press('Lô / hạn dùng')
    const field = dialog().getByLabel('Số lô (nếu có in)')
    await field.press('End')
    for (let letter = 0; letter < 3; letter++) await field.press('Backspace')
    await expect.poll(() => field.inputValue()).toBe('')
    await page.keyboard.type('M4', { delay: 90 })
    await pressInDialog('Chỉ ghi số lô, giữ hạn như cũ')
    await row('Sữa tươi').getByText('lô M4 · HSD').waitFor()
    await press('Lô / hạn dùng')
    await field.fill('LO7')
    await pressInDialog('Chỉ ghi số lô, giữ hạn như cũ')
    await row('Sữa tươi').getByText('lô LO7 · HSD').waitFor()
  })

  test('expired goods are stopped with a sentence, and no line is made', async () => {
    const [year, month, date] = store.day(-3).split('-')
    await wedge(page, `01${FISH.padStart(14, '0')}17${year!.slice(2)}${month}${date}`)
    await sees(/để riêng và báo hủy/)
    expect(await row('Cá hộp').count()).toBe(0)
  })

  test('unknown codes wait at the side, scanning goes on, and the card survives the death of the page', async () => {
    await wedge(page, SOAP)
    await sees('Hàng gì đây?')
    await wedge(page, SAUCE)
    await wedge(page, SOAP)
    await wedge(page, NOODLES)
    await row('Mì Hảo Hảo').getByText('62 gói').waitFor()
    await sees('còn 1 mã nữa đang chờ')
    await press('Ghi hàng mới')
    await page.getByLabel('Tên hàng, như in trên bao bì').fill('Xà phòng Lifebuoy bảo vệ vượt trội 90 g')
    await press('Vệ sinh')
    await page.getByText('Đã lưu trên máy này').waitFor()
    await die()
    await page.getByText(/đã quét 2 lần/).waitFor()
    await keepPicture(page, 'intake-unknown')
    await press('Ghi hàng mới')
    expect(await page.getByLabel('Tên hàng, như in trên bao bì').inputValue()).toContain('Lifebuoy')
    for (const [width, height] of [
      [360, 740],
      [800, 1280],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height })
      if (width > 360) expect(await partsOutOfSight(dialog())).toEqual([])
      else await dialog().getByRole('button', { name: 'Ghi mặt hàng này' }).click({ trial: true })
      expect([...(await findSmallTargets(page)), ...(await cutText(page))]).toEqual([])
      await keepPicture(page, `intake-learn-${width}`)
    }
    expect(await findAxeViolations(page)).toEqual([])
    for (const letters of ['150', '200', '100']) {
      await page.evaluate((size) => (document.documentElement.dataset['text'] = size), letters)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect([...(await findSmallTargets(page)), ...(await cutText(page))], letters).toEqual([])
      }
    }
  })

  test('an unknown code without a unit is refused beside its card, and known from then on', async () => {
    await press('Ghi mặt hàng này')
    await sees(/Chưa có đơn vị/)
    await press('cái')
    await page.getByText('Đã lưu trên máy này').waitFor()
    await fillDisk(page, 'drafts')
    await press('Ghi mặt hàng này')
    await sees(/Máy hết chỗ/)
    await die()
    // Either the card or the line: with both, the answer would take back what was scanned meanwhile.
    await sees(/^Thêm 2 cái/)
    expect(await row('Lifebuoy').count()).toBe(0)
    await press(/^Thêm 2 cái/)
    await row('Lifebuoy').getByText('2 cái').waitFor()
    await wedge(page, SOAP)
    await row('Lifebuoy').getByText('3 cái').waitFor()
  })

  test('food that nobody knew asks for its date at once', async () => {
    await press('Ghi hàng mới')
    await page.getByLabel('Tên hàng, như in trên bao bì').fill('Nước mắm Nam Ngư 500 ml')
    await press('Thực phẩm')
    await press('chai')
    await press('Nhập hạn của lô này')
    await pressInDialog('+12 tháng')
    await press('Ghi mặt hàng này')
    await row('Nước mắm').getByText('1 chai').waitFor()
    await row('Nước mắm').getByText(/HSD/).waitFor()
    expect(await page.getByText('Hàng gì đây?').count()).toBe(0)
  })

  test('rice without a barcode is weighed in kilograms with a comma, and is not called unknown', async () => {
    const flashes = await watchFlashes(page)
    await press('Hàng không mã')
    await pressInDialog(/Gạo tẻ ST25/)
    await dialog().getByText('tất cả bao nhiêu?').waitFor()
    await expect.poll(flashes).toEqual(['to-weigh'])
    const field = dialog().getByRole('textbox')
    await dialog().getByRole('button', { name: '7', exact: true }).focus()
    await page.keyboard.type('12')
    expect(await field.inputValue()).toBe('12')
    // No scanner presses this key: what was typed and what is scanned are two things.
    await page.keyboard.press('ArrowRight')
    await dialog().getByRole('button', { name: '7', exact: true }).focus()
    // A wrong check digit makes no line, and must not stay in the field either.
    await wedge(page, `${MILK.slice(0, -1)}0`)
    await sees(/đọc sai một chữ số/)
    expect(await field.inputValue()).toBe('12')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await key('37,5')
    await keepPicture(page, 'intake-weigh')
    await pressInDialog('Ghi')
    await row('Gạo tẻ').getByText('37,5 kg').waitFor()
  })

  test('a scan while a field has the focus is taken and does not stay in the field', async () => {
    await press('Gõ mã')
    await dialog().getByLabel('Số dưới mã vạch').fill('893')
    await wedge(page, NOODLES)
    await row('Mì Hảo Hảo').getByText('63 gói').waitFor()
    expect(await dialog().getByLabel('Số dưới mã vạch').inputValue()).toBe('893')
    await dialog().getByLabel('Số dưới mã vạch').fill(SOAP)
    await pressInDialog('Ghi')
    await row('Lifebuoy').getByText('4 cái').waitFor()
  })

  test('a name typed where a code belongs leads on to the search by name', async () => {
    await press('Gõ mã')
    await dialog().getByLabel('Số dưới mã vạch').fill('hảo hảo')
    await dialog().getByLabel('Số dưới mã vạch').press('Enter')
    await dialog().getByText('Đây không phải mã.').waitFor()
    await keepPicture(page, 'intake-not-a-code')
    expect(await page.getByText('Hàng gì đây?').count()).toBe(0)
    await pressInDialog('Tìm hàng')
    await dialog().getByRole('heading', { name: 'Tìm hàng' }).waitFor()
    expect(await dialog().getByLabel('Tên hàng').inputValue()).toBe('hảo hảo')
    await dialog()
      .getByRole('button', { name: /Mì Hảo Hảo/ })
      .waitFor()
    await pressInDialog('Đóng')
    await press('Gõ mã')
    expect(await dialog().getByLabel('Số dưới mã vạch').inputValue()).toBe('')
    await pressInDialog('Đóng')
  })

  test('a dropped line can be taken back, even after the death of the page', async () => {
    await row('Lifebuoy').click()
    await press('Bỏ dòng này')
    await sees(/Đã bỏ Xà phòng/)
    await die()
    await press('Lấy lại')
    await row('Lifebuoy').getByText('4 cái').waitFor()
  })

  test('every target is as large as a thumb and axe finds nothing, in three sizes', async () => {
    for (const [width, height] of [
      [1280, 800],
      [800, 1280],
      [360, 740],
    ] as const) {
      await page.setViewportSize({ width, height })
      await keepPicture(page, `intake-${width}`)
      expect(await findSmallTargets(page)).toEqual([])
      expect(await findAxeViolations(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  test('closing asks about a line without a date, then prints a receipt with its number', async () => {
    await wedge(page, FISH)
    await row('Cá hộp').waitFor()
    await press(/^Xong: 6 dòng/)
    await dialog().getByText('Những dòng này chưa có hạn dùng').waitFor()
    await keepPicture(page, 'intake-review')
    await pressInDialog('Bao bì không in hạn')
    await pressInDialog(/^Xong: 6 dòng/)
    await page.waitForURL(/\/app\/slip\/4-/)
    await page.locator('.paper .qr').waitFor()
    await page.getByText('Nhóm Bếp Yêu Thương Quận Gò Vấp').waitFor()
    expect(await page.locator('.paper tbody tr').count()).toBe(6)
    expect(await findAxeViolations(page)).toEqual([])
    expect(await findSmallTargets(page)).toEqual([])
    await keepPicture(page, 'receipt')
  })

  test('the server has every line once, in whole base units', async () => {
    await page.getByText(/đã gửi hết/).waitFor()
    const stock = await readServerStock(store.device)
    const shelf = store.shelves['A-1']
    const rice = Object.entries(stock).find(([place]) => place.startsWith(`${shelf}|item:gao-st25`))
    expect(rice?.[1]).toBe(37_500)
    const noodles = Object.entries(stock).filter(([place]) => place.startsWith(`${shelf}|gtin:0${NOODLES}`))
    expect(noodles.map(([, quantity]) => quantity).reduce((a, b) => a + b, 0)).toBe(40 + 63)
  })

  test('after closing nothing is open, and a discarded slip records nothing', async () => {
    await page.goto(`${store.server.url}/app/intake`)
    await sees('Chưa quét gì')
    await press('Ẩn danh')
    await wedge(page, NOODLES)
    await row('Mì Hảo Hảo').getByText('1 gói').waitFor()
    await press('Bỏ phiếu này')
    await pressInDialog('Bỏ phiếu')
    await page.waitForURL(`${store.server.url}/app/`)
    await page.goto(`${store.server.url}/app/intake`)
    await sees('Chưa quét gì')
  })

  test('boxes of one code with two dates are two lines, and each scan adds to the one touched last', async () => {
    const printed = (fromToday: number) => store.day(fromToday).split('-').reverse().join('/')
    const keyed = (fromToday: number) =>
      printed(fromToday)
        .replace(/\/20(..)$/, '$1')
        .replaceAll('/', '')
    const typeDay = async (fromToday: number) => {
      await page.keyboard.type(keyed(fromToday), { delay: 90 })
      await page.keyboard.press('Enter')
    }
    const lot = (fromToday: number, quantity: string) =>
      page
        .locator('aside .row', { hasText: `HSD ${printed(fromToday)}` })
        .getByText(quantity, { exact: true })
    await press('Ẩn danh')
    await wedge(page, MILK)
    await row('Sữa tươi').getByText('1 hộp').waitFor()
    expect(await page.getByRole('button', { name: 'Lô khác' }).isDisabled()).toBe(true)
    await press('× Số lượng')
    await key('24')
    await pressInDialog('Ghi')
    await press('Nhập hạn')
    await typeDay(40)
    await lot(40, '24 hộp').waitFor()

    await wedge(page, MILK)
    await lot(40, '25 hộp').waitFor()
    await page.getByRole('button', { name: 'Lô khác' }).focus()
    await page.keyboard.press('Enter')
    await dialog()
      .getByRole('button', { name: 'Chỉ 1 hộp vừa quét' })
      .and(page.locator('[aria-pressed=true]'))
      .waitFor()
    await keepPicture(page, 'intake-other-lot')
    expect(await findAxeViolations(page)).toEqual([])
    await typeDay(130)
    await lot(130, '1 hộp').waitFor()
    await lot(40, '24 hộp').waitFor()
    await wedge(page, MILK)
    await lot(130, '2 hộp').waitFor()
    await die()
    await lot(130, '2 hộp').waitFor()
    await wedge(page, MILK)
    await lot(130, '3 hộp').waitFor()
    await lot(40, '24 hộp').click()
    await card().getByText(printed(40)).waitFor()
    await page.getByText('Đã lưu trên máy này').waitFor()
    await die()
    await lot(40, '24 hộp').waitFor()
    await wedge(page, MILK)
    await lot(40, '25 hộp').waitFor()
  })

  test('some of a line go to a line that has their lot already, and the server has each box once', async () => {
    const day = store.day(130).split('-').reverse()
    await page.setViewportSize({ width: 360, height: 740 })
    await keepPicture(page, 'intake-idle-360')
    await press('Lô khác')
    await pressInDialog('Nhiều hơn…')
    await dialog().last().getByText('bao nhiêu là lô khác?').waitFor()
    await page.keyboard.type('26', { delay: 90 })
    await page.keyboard.press('Enter')
    await dialog()
      .last()
      .getByText(/không có nhiều như vậy/)
      .waitFor()
    await page.keyboard.press('Backspace')
    await page.keyboard.type('0', { delay: 90 })
    await keepPicture(page, 'intake-other-lot-quantity-360')
    await page.keyboard.press('Backspace', { delay: 90 })
    await page.keyboard.press('Backspace', { delay: 90 })
    await page.keyboard.type('5', { delay: 90 })
    await page.keyboard.press('Enter')
    await dialog().getByRole('button', { name: 'Đã chọn 5 hộp' }).waitFor()
    await keepPicture(page, 'intake-other-lot-360')
    expect(await findSmallTargets(page)).toEqual([])
    await dialog().getByRole('textbox').first().focus()
    await page.keyboard.type(`${day[0]}${day[1]}${day[2]!.slice(2)}`, { delay: 90 })
    await page.keyboard.press('Enter')
    await page.locator('.camera-flash').getByText('Đã nhận').waitFor()
    expect(await page.locator('.camera-flash').boundingBox()).toMatchObject({ x: 0, y: 0, width: 360 })
    await keepPicture(page, 'intake-flash-360')
    await row('Sữa tươi').getByText('8 hộp').waitFor()
    await row('Sữa tươi').getByText('20 hộp').waitFor()
    expect(await page.locator('aside .row').count()).toBe(2)
    await page.setViewportSize({ width: 1280, height: 800 })

    await press(/^Xong: 2 dòng/)
    await page.waitForURL(/\/app\/slip\/4-/)
    await page.getByText(/đã gửi hết/).waitFor()
    const stock = await readServerStock(store.device)
    const came = (fromToday: number) =>
      Object.entries(stock)
        .filter(([place]) => place.endsWith(`|gtin:0${MILK}~~${store.day(fromToday)}~`))
        .map(([, quantity]) => quantity)
    expect([came(40), came(130)]).toEqual([[20], [8]])
  })
})

/** Every answer the scanner's frame has shown since, however short. */
async function watchFlashes(page: Page): Promise<() => Promise<string[]>> {
  const shown = await page.evaluateHandle(() => {
    const flashes: string[] = []
    const look = new MutationObserver(() => {
      const flash = document.querySelector<HTMLElement>('.camera-view')?.dataset['flash']
      if (flash !== undefined) flashes.push(flash)
    })
    look.observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-flash'] })
    return flashes
  })
  return () => shown.jsonValue()
}
