import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, type EnrolledTablet } from '../support/enrolled-tablet.ts'
import { fillDisk } from '../support/fill-disk.ts'
import { findAxeViolations, findSmallTargets, keepPicture } from '../support/look-at.ts'
import { readServerStock } from '../support/read-server-stock.ts'
import { createFactMaker } from '../support/make-fact.ts'
import { FISH, MILK, NOODLES, PINS } from '../support/store-for-tests.ts'
import { openTabletInStore, type TabletInStore } from '../support/tablet-in-store.ts'
import { wedge } from '../support/wedge.ts'

describe('goods out on a tablet', () => {
  let store: TabletInStore
  let tablet: EnrolledTablet
  let page: Page

  beforeAll(async () => {
    store = await openTabletInStore()
    tablet = store.tablet
    page = await tablet.open('dispatch')
  })
  afterAll(() => store?.close())

  const row = (name: string) => page.locator('aside .row', { hasText: name })
  const dialog = () => page.locator('dialog[open]')
  const named = (name: string | RegExp) => ({ name, exact: typeof name === 'string' })
  const press = (name: string | RegExp) => page.getByRole('button', named(name)).first().click()
  const pressInDialog = (name: string | RegExp) => dialog().getByRole('button', named(name)).first().click()
  const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()
  const printed = (fromToday: number) => store.day(fromToday).split('-').reverse().join('/')
  const gs1Day = (fromToday: number) => store.day(fromToday).replaceAll('-', '').slice(2)
  async function key(digits: string) {
    for (const digit of digits) await pressInDialog(digit)
  }
  /** The tablet dies as soon as it has said that all is kept. */
  async function die() {
    await page.getByText('Đã lưu trên máy này').waitFor()
    await page.close({ runBeforeUnload: false })
    page = await tablet.open('dispatch')
  }
  async function choose(query: string, code: string) {
    await page.getByRole('searchbox').fill(query)
    await page.locator('.case-file', { hasText: code }).click()
    await sees(`cho hồ sơ ${code}`)
  }

  test('a case file is found by its commune without diacritics, and an unknown one stops with a sentence', async () => {
    await page.getByRole('searchbox').fill('H-9999')
    await sees(/Máy này không biết hồ sơ “H-9999”/)
    await page.getByRole('searchbox').fill('ho ngheo')
    await page.locator('.case-file').nth(3).waitFor()
    await keepPicture(page, 'dispatch-find')
    expect(await findAxeViolations(page)).toEqual([])
  })

  test('a red tick stops everything and says what to do', async () => {
    await choose('H-0414', 'H-0414')
    await sees(/Hồ sơ tích đỏ: không xuất hàng/)
    await wedge(page, NOODLES)
    expect(await row('Mì').count()).toBe(0)
    expect(await page.getByRole('button', { name: /^Xong/ }).isDisabled()).toBe(true)
    await keepPicture(page, 'dispatch-red')
  })

  test('a green tick that has run out is red, with its reason', async () => {
    await press('Đổi hồ sơ')
    await choose('H-0415', 'H-0415')
    await sees('Tích xanh đã hết hạn')
    await sees(/Tích đã hết hạn: không xuất hàng/)
  })

  test('a green tick lets goods leave, and the case file survives the death of the page', async () => {
    await press('Đổi hồ sơ')
    await choose('h-0412', 'H-0412')
    await sees('Tích xanh')
    await sees(/biết lúc \d\d:\d\d/)
    await die()
    await sees('cho hồ sơ H-0412')
    await sees(/0 \/ 30 gói/)
  })

  test('goods without a lot on their code leave by FEFO, over to the next lot when one is empty', async () => {
    for (let scan = 0; scan < 7; scan++) await wedge(page, MILK)
    await row('B-2 · lô L1').getByText('6 hộp').waitFor()
    await row('A-1 · lô L2').getByText('1 hộp').waitFor()
    await sees(/7 \/ 12 hộp/)
    await die()
    await row('B-2 · lô L1').getByText('6 hộp').waitFor()
  })

  test('a box of which one lot has too few leaves by FEFO like boxes scanned one by one', async () => {
    await row('A-1 · lô L2').click()
    await press('Bỏ dòng này')
    await row('A-1 · lô L2').waitFor({ state: 'detached' })
    await row('B-2 · lô L1').click()
    await press('Bỏ dòng này')
    await row('B-2 · lô L1').waitFor({ state: 'detached' })
    await wedge(page, `02${MILK.padStart(14, '0')}377`)
    await row('B-2 · lô L1').getByText('6 hộp').waitFor()
    await row('A-1 · lô L2').getByText('1 hộp').waitFor()
    await wedge(page, `02${MILK.padStart(14, '0')}372`)
    await row('A-1 · lô L2').getByText('3 hộp').waitFor()
  })

  test('quick presses of + each count, and none takes back a scan that is being written', async () => {
    const letGo = await holdTheTurn()
    await wedge(page, MILK)
    await page.getByRole('button', { name: 'Thêm một' }).dblclick()
    await letGo()
    await row('A-1 · lô L2').getByText('6 hộp').waitFor()
    await press('× Số lượng')
    await key('1')
    await pressInDialog('Ghi')
    await row('A-1 · lô L2').getByText('1 hộp').waitFor()
  })

  test('a later lot in hand names the lot that leaves first', async () => {
    await row('B-2 · lô L1').click()
    await press('Bỏ dòng này')
    await row('B-2 · lô L1').waitFor({ state: 'detached' })
    await wedge(page, `01${MILK.padStart(14, '0')}17${gs1Day(280)}10L2`)
    await sees(
      `Lô vừa quét hạn ${printed(280)}. Trên kệ B-2 còn 6 hộp hạn ${printed(11)}: hãy lấy những món ấy trước.`,
    )
    await keepPicture(page, 'dispatch-fefo')
  })

  test('an expired lot is listed as not taken and never recorded', async () => {
    await wedge(page, `01${FISH.padStart(14, '0')}17${gs1Day(-20)}`)
    await row('Cá hộp').getByText('không nhận').waitFor()
    await row('Cá hộp')
      .getByText(`hết hạn ${printed(-20)}: để riêng và báo hủy`)
      .waitFor()
    await die()
    await row('Cá hộp').getByText('không nhận').waitFor()
  })

  test('a keyed quantity is spread over the lots like scans, and what no book has is said plainly', async () => {
    await wedge(page, NOODLES)
    await press('× Số lượng')
    await key('45')
    await pressInDialog('Ghi')
    await row('Mì Hảo Hảo').getByText('45 gói').waitFor()
    await sees('Sổ ghi còn 40 gói, bạn lấy 45 gói: sẽ thành điểm cần kiểm tra.')
  })

  test('more than was asked for is asked once and holds the end until it is answered', async () => {
    await sees(/hồ sơ cần 30 gói, bạn đã lấy 45 gói. Vẫn xuất chứ/)
    await press(/^Xong: xuất/)
    await sees(/Bấm “Vẫn xuất” hoặc sửa số lượng/)
    await press('Vẫn xuất')
    await page.getByText(/bạn đã lấy 45 gói/).waitFor({ state: 'detached' })
    await die()
    await row('Mì Hảo Hảo').waitFor()
    expect(await page.getByText(/Vẫn xuất chứ/).count()).toBe(0)
  })

  test('rice is chosen by name and weighed', async () => {
    await press('Hàng không mã')
    await pressInDialog(/Gạo tẻ ST25/)
    await key('20')
    await pressInDialog('Ghi')
    await row('Gạo tẻ').getByText('20 kg').waitFor()
    await sees(/20 \/ 25 kg/)
  })

  test('goods that wait for their weight hold the end of the slip', async () => {
    await press('Hàng không mã')
    await pressInDialog(/Gạo tẻ ST25/)
    await key('5')
    await pressInDialog('Đóng')
    await press(/^Xong: xuất/)
    await sees(/Còn hàng chưa có số lượng/)
    await keepPicture(page, 'dispatch-waiting')
    await sees('Đã lưu trên máy này')
  })

  test('a page that dies as goods get their weight neither doubles nor loses them', async () => {
    await fillDisk(page, 'drafts')
    await press('Nhập số kg')
    await pressInDialog('Ghi')
    await sees(/Máy hết chỗ/)
    await page.close({ runBeforeUnload: false })
    page = await tablet.open('dispatch')
    await press('Nhập số kg')
    await pressInDialog('Ghi')
    await row('Gạo tẻ').getByText('25 kg').waitFor()
    await page.getByText('Chưa có số lượng').waitFor({ state: 'detached' })
  })

  test('every target is as large as a thumb and axe finds nothing, in three sizes', async () => {
    for (const [width, height] of [
      [1280, 800],
      [800, 1280],
      [360, 740],
    ] as const) {
      await page.setViewportSize({ width, height })
      await keepPicture(page, `dispatch-${width}`)
      expect(await findSmallTargets(page)).toEqual([])
      expect(await findAxeViolations(page)).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  test('closing makes a consignment with a label of digits, and no person on it', async () => {
    await press(/^Xong: xuất 3 dòng/)
    await page.waitForURL(/\/app\/slip\/5-[\d-]+$/)
    await page.locator('.paper .qr').waitFor()
    const label = await page.locator('.paper').innerText()
    expect(label).toContain('H-0412')
    expect(label).not.toMatch(/Lan|Minh|Ẩn danh|Cá hộp/)
    await keepPicture(page, 'consignment')
  })

  test('the server has the goods on their way and not on the shelf', async () => {
    await page.getByText(/đã gửi hết/).waitFor()
    const stock = await readServerStock(store.device)
    const onTheWay = Object.entries(stock).filter(([place]) => place.startsWith('transit:5-'))
    expect(onTheWay.map(([, quantity]) => quantity).sort((a, b) => a - b)).toEqual([2, 45, 25_000])
  })

  test('a yellow tick holds the end until a second person agrees with their own PIN and a reason', async () => {
    await page.goto(`${store.server.url}/app/dispatch`)
    await choose('H-0413', 'H-0413')
    await wedge(page, MILK)
    await row('Sữa tươi').waitFor()
    await press(/^Xong: xuất 1 dòng/)
    await sees(/cần người thứ hai đồng ý/)
    await press('Người thứ hai đồng ý')
    expect(await dialog().getByRole('button', { name: /Lan/ }).count()).toBe(0)
    expect(await dialog().getByRole('button', { name: /Minh/ }).isDisabled()).toBe(true)
    await dialog()
      .getByText(/Ghi lý do trước/)
      .waitFor()
    await keepPicture(page, 'dispatch-second-first')
    await dialog().getByLabel('Vì sao vẫn xuất?').fill('Nhà vừa bị lũ cuốn, xác minh sẽ bổ sung')
    await pressInDialog(/Minh/)
    await keepPicture(page, 'dispatch-second')
    // Scanning goes on until that person comes, and is nobody's wrong PIN.
    await dialog().getByRole('button', { name: '1', exact: true }).waitFor()
    await wedge(page, MILK)
    await row('Sữa tươi').getByText('2 hộp').waitFor()
    await padIsReady()
    expect(
      await dialog()
        .getByText(/Mã PIN chưa đúng/)
        .count(),
    ).toBe(0)
    await typePinIn(PINS.lan)
    await dialog()
      .getByText(/Mã PIN chưa đúng/)
      .waitFor()
    await typePinIn(PINS.minh)
    await sees(/Trần Quang Minh đã đồng ý/)
    await die()
    await sees(/Trần Quang Minh đã đồng ý/)
  })

  test('whoever agreed takes over the shift and ends the slip with the word of another', async () => {
    await page.goto(`${store.server.url}/app/`)
    await press('Khóa máy')
    await page.getByRole('link', { name: 'Đăng nhập' }).waitFor()
    await page.goto(`${store.server.url}/app/dispatch`)
    await signIn(page, 'Trần Quang Minh', PINS.minh)
    await press('Người thứ hai đồng ý')
    expect(await dialog().getByLabel('Vì sao vẫn xuất?').inputValue()).toContain('lũ cuốn')
    await pressInDialog(/Lan/)
    await typePinIn(PINS.lan)
    await sees(/Nguyễn Thị Lan đã đồng ý/)
    await press(/^Xong: xuất 1 dòng/)
    await page.waitForURL(/\/app\/slip\/5-[\d-]+$/)
  })

  test('a quantity of a lot that its code names is taken from every shelf that has it, and from no other lot', async () => {
    const code = MILK.padStart(14, '0')
    const itemId = `gtin:${code}`
    const lotId = `${itemId}~L9~${store.day(90)}~`
    const line = (toId: string, quantity: number) => ({
      itemId,
      lotId,
      quantity,
      fromId: 'donor:anonymous',
      toId,
    })
    const facts = createFactMaker(store.device)
    facts.skipNumbers(1)
    const lines = [line(store.shelves['A-1'], 3), line(store.shelves['B-2'], 2)]
    await store.device.push([facts.movement({ lines })])
    await page.goto(`${store.server.url}/app/stock`)
    await page.getByRole('searchbox').fill('L9')
    await page.locator('.row').getByText('5 hộp').waitFor()
    await page.goto(`${store.server.url}/app/dispatch`)
    await choose('H-0412', 'H-0412')
    await wedge(page, `01${code}17${gs1Day(90)}10L9`)
    await row('A-1 · lô L9').getByText('1 hộp').waitFor()
    await press('× Số lượng')
    await key('5')
    await pressInDialog('Ghi')
    await row('A-1 · lô L9').getByText('3 hộp').waitFor()
    await row('B-2 · lô L9').getByText('2 hộp').waitFor()
  })

  test('what was said yes to for one case file is asked anew for another', async () => {
    await wedge(page, `02${NOODLES.padStart(14, '0')}3735`)
    await press('Vẫn xuất')
    await page.getByText(/bạn đã lấy 35 gói/).waitFor({ state: 'detached' })
    await press('Đổi hồ sơ')
    await choose('H-0413', 'H-0413')
    await sees(/hồ sơ cần 30 gói, bạn đã lấy 35 gói. Vẫn xuất chứ/)
  })

  /** As long as it is held, what is done waits its turn. */
  async function holdTheTurn(): Promise<() => Promise<void>> {
    const held = await page.evaluateHandle(
      () =>
        new Promise<() => void>((resolve) => {
          const hold = () => new Promise<void>((letGo) => resolve(letGo))
          void navigator.locks.request('kho4d-dispatch-draft', hold)
        }),
    )
    return () => held.evaluate((letGo) => letGo())
  }

  function padIsReady() {
    return dialog().getByRole('button', { name: '1', exact: true }).and(page.locator(':enabled')).waitFor()
  }

  async function typePinIn(pin: string) {
    await padIsReady()
    for (const digit of pin) await pressInDialog(digit)
  }
})
