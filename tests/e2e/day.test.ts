import type { Browser, BrowserContext, Page, Request } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { handsOn } from '../support/hands.ts'
import { startServerProcess, type ServerProcess } from '../support/server-process.ts'
import { openTabletBrowser, type TabletBrowser } from '../support/tablet-browser.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { seenFigures, waitForFigure, watchFigure } from '../support/watch-figure.ts'
import {
  addKeeper,
  importList,
  makeWarehouse,
  openPart,
  seesEnrolled,
  setTick,
  setUp,
  showEnrolCode,
} from './day-at-the-desk.ts'
import {
  CASE_FILES,
  CATALOGUE,
  DONOR,
  FISH,
  gs1,
  LAN,
  MILK,
  MILK_ID,
  MINH,
  NOODLES,
  printed,
  PRIVATE,
  SAUCE,
} from './day-world.ts'
import { readQr } from './desk-page.ts'

describe('a day in the warehouse, on its screens alone', () => {
  const data = makeTempFolder()
  let server: ServerProcess
  let browser: Browser
  let office: BrowserContext
  let desk: Page
  let street: Page
  let front: TabletBrowser
  let back: TabletBrowser
  let isBroken = false
  const lan = handsOn(() => front.page())
  const minh = handsOn(() => back.page())

  beforeAll(async () => {
    server = await startServerProcess(data.folder)
    browser = await openBrowser()
    office = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' })
    desk = await office.newPage()
    desk.setDefaultTimeout(45_000)
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' })
    street = await phone.newPage()
    street.setDefaultTimeout(45_000)
    front = await openTabletBrowser({ viewport: { width: 1280, height: 800 } })
    back = await openTabletBrowser({ viewport: { width: 800, height: 1280 } })
  })
  afterAll(async () => {
    await front?.close()
    await back?.close()
    await browser?.close()
    await server?.kill()
    data.remove()
  })

  // Each part of the day goes on from the one before.
  beforeEach(({ skip }) => skip(isBroken, 'an earlier part of the day failed'))
  afterEach(({ task }) => {
    isBroken ||= task.result?.state === 'fail'
  })

  const home = () => `${server.url}/app/`
  const badge = (tablet: TabletBrowser, words: string | RegExp) =>
    tablet.page().locator('.badge').getByText(words).waitFor()
  const offlineReady = (tablet: TabletBrowser) =>
    tablet.page().waitForFunction(() => document.documentElement.dataset['offlineReady'] === '1')
  const closedSlip = async (tablet: TabletBrowser): Promise<string> => {
    await tablet.page().waitForURL(/\/app\/slip\/[\d-]+$/)
    const code = tablet.page().url().split('/').at(-1)!
    expect(await readQr(tablet.page().locator('.paper .qr'))).toBe(code)
    return code
  }
  /** The next push of a tablet that the server takes, with when it was asked and when it was answered. */
  const nextPush = (tablet: TabletBrowser): Promise<Request> => {
    const pushed = tablet
      .page()
      .waitForResponse((response) => response.url().endsWith('/api/sync/facts') && response.ok())
      .then(async (response) => {
        await response.finished()
        return response.request()
      })
    // Where the goods are not even scanned the test fails there, and nobody waits for this.
    pushed.catch(() => undefined)
    return pushed
  }
  /** The public page shows the figure after the push was asked for, and soon after it was answered. */
  const expectSoonAfter = (push: Request, { text, atMs }: { text: string; atMs: number }) => {
    const { startTime, responseEnd } = push.timing()
    const ms = Math.round(atMs - (startTime + responseEnd))
    console.log(`the public page shows ${text} ${ms} ms after the tablet heard that its push is kept`)
    expect(atMs).toBeGreaterThan(startTime)
    expect(ms).toBeLessThan(5_000)
  }

  test('an administrator prepares a warehouse from the set-up address', async () => {
    await setUp(desk, server.setupUrl!)
    await makeWarehouse(desk, 'Kho Hà Nội', 'HN', 'A-1, B-2')
    await addKeeper(desk, LAN.name, LAN.pin)
    await addKeeper(desk, MINH.name, MINH.pin)
    await importList(desk, 'Mặt hàng', CATALOGUE)
    await importList(desk, 'Hồ sơ', CASE_FILES)
    await setTick(desk, 'HS-0001', 'Tích xanh')
    await street.goto(`${server.url}/`)
    await street.locator('body.live').waitFor()
  })

  test('a tablet joins by digits or by link, and opens without a network from then on', async () => {
    const typed = await showEnrolCode(desk)
    await front.page().goto(home())
    await lan.press('Ghép máy này với kho')
    await lan.fill('Mã ghép', typed.digits)
    await lan.fill('Tên máy', 'Máy cổng trước')
    await lan.press('Ghép máy')
    await lan.sees('Kho Hà Nội')
    await seesEnrolled(desk, 'Máy cổng trước')

    const link = await showEnrolCode(desk)
    await back.page().goto(link.address)
    await minh.fill('Tên máy', 'Máy cổng sau')
    await minh.press('Ghép máy')
    await minh.sees('Kho Hà Nội')
    await seesEnrolled(desk, 'Máy cổng sau')
    expect(back.page().url()).toBe(home())

    for (const tablet of [front, back]) {
      await offlineReady(tablet)
      await tablet.page().getByText('Đang lấy dữ liệu kho về máy').waitFor({ state: 'detached' })
    }
  })

  test('goods that come in are seen by the public and on the other tablet within moments', async () => {
    const pushed = nextPush(back)
    await minh.press('Đăng nhập')
    await minh.press(new RegExp(MINH.name))
    await minh.pin(MINH.pin)
    await minh.press(/^Nhập kho/)
    await minh.press('A-1')
    await minh.press('Ẩn danh')
    for (const [code, quantity, line] of [
      [gs1(MILK, 60, 'S1'), '6', 'lô S1'],
      [gs1(NOODLES, 40, 'M1'), '10', 'lô M1'],
      [gs1(NOODLES, 200, 'M2'), '20', 'lô M2'],
    ] as const) {
      await minh.scan(code)
      await minh.line(line).waitFor()
      await minh.press('× Số lượng')
      await minh.key(quantity)
      await minh.pressInDialog('Ghi')
      await minh.seesLine(line, new RegExp(`^${quantity} (hộp|gói)$`))
    }
    await minh.press(/^Xong: 3 dòng/)
    await closedSlip(back)
    await badge(back, 'đã gửi hết')
    await pushed

    await street.locator(`[id="${MILK_ID}"] td b`).first().waitFor()
    await street.getByText('nghe từ 2/2 máy').waitFor()
    await watchFigure(street, MILK_ID)
    expect((await waitForFigure(street, '6')).text).toBe('6')

    await lan.press('Đăng nhập')
    await lan.press(new RegExp(LAN.name))
    await lan.pin(LAN.pin)
    await lan.press(/^Tồn kho/)
    await front.page().locator('.row', { hasText: 'Sữa tươi' }).getByText('6 hộp').waitFor()
    await lan.press('Về trang đầu')
    await lan.press('Khóa máy')
  })

  test('without a network a keeper signs in and takes goods in, and the death of the browser loses no scan', async () => {
    await front.goOffline()
    await back.goOffline()
    await front.page().reload()
    await badge(front, 'Ngoại tuyến')
    await lan.press('Đăng nhập')
    await lan.press(new RegExp(LAN.name))
    await lan.pin(LAN.pin)
    await lan.press(/^Nhập kho/)
    await lan.fill('Tìm tên nhà hảo tâm', DONOR)
    await lan.press('B-2')
    await lan.press(`Thêm “${DONOR}”`)
    await lan.scan(FISH)
    await lan.seesLine('Cá hộp', '1 hộp')
    await lan.scan(FISH)
    await lan.seesLine('Cá hộp', '2 hộp')
    await lan.press('× Số lượng')
    await lan.key('24')
    await lan.pressInDialog('Ghi')
    await lan.seesLine('Cá hộp', '24 hộp')
    await lan.sees('Đã lưu trên máy này')

    await front.dieAndStartAgain()
    await front.page().goto(home())
    await lan.press(/Phiếu nhập đang mở: 1 dòng/)
    await lan.sees(`từ ${DONOR} · kệ B-2`)
    await lan.seesLine('Cá hộp', '24 hộp')
    await lan.scan(FISH)
    await lan.seesLine('Cá hộp', '25 hộp')
    await lan.press('Nhập hạn')
    await lan.pressInDialog('+6 tháng')
    await lan.line('Cá hộp').getByText(/HSD/).waitFor()
  })

  test('a code that nobody knows, a code with lot and date, and rice by weight become lines of the same slip', async () => {
    await lan.scan(SAUCE)
    await lan.sees('Hàng gì đây?')
    await lan.press('Ghi hàng mới')
    await lan.fill('Tên hàng, như in trên bao bì', 'Nước mắm Nam Ngư 500 ml')
    await lan.press('Thực phẩm')
    await lan.press('chai')
    await lan.press('Nhập hạn của lô này')
    await lan.pressInDialog('+12 tháng')
    await lan.press('Ghi mặt hàng này')
    await lan.seesLine('Nước mắm', '1 chai')

    await lan.scan(gs1(NOODLES, 300, 'M9'))
    await lan.seesLine('Mì Hảo Hảo', `lô M9 · HSD ${printed(300)}`)

    await lan.press('Hàng không mã')
    await lan.dialog().getByLabel('Tên hàng').fill('Gạo tẻ Bắc Hương')
    await lan.pressInDialog('Thêm hàng mới “Gạo tẻ Bắc Hương”')
    await lan.press('Lương thực')
    await lan.press('kg')
    await lan.press('Không có hạn')
    await lan.press('Ghi mặt hàng này')
    await lan.press('Nhập số kg')
    await lan.key('37,5')
    await lan.pressInDialog('Ghi')
    await lan.seesLine('Gạo tẻ', '37,5 kg')

    await lan.press(/^Xong: 4 dòng/)
    const receipt = await closedSlip(front)
    const paper = await front.page().locator('.paper').innerText()
    for (const words of [receipt, DONOR, LAN.name, '25 hộp', '37,5 kg']) expect(paper).toContain(words)
    await lan.press('Về trang đầu')
    await lan.press(/^Tồn kho/)
    await front.page().locator('.row', { hasText: 'Gạo tẻ' }).getByText('+37,5 kg chưa gửi').waitFor()
  })

  test('two tablets without a network both let the last six boxes leave', async () => {
    await lan.press('Về trang đầu')
    await lan.press(/^Xuất kho/)
    await front.page().getByRole('searchbox').fill('ba dinh')
    await front.page().locator('.case-file', { hasText: 'HS-0001' }).tap()
    for (let box = 0; box < 6; box++) await lan.scan(MILK)
    await lan.seesLine('A-1 · lô S1', '6 hộp')
    await lan.press(/^Xong: xuất 1 dòng/)
    const first = await closedSlip(front)

    await minh.press('Về trang đầu')
    await badge(back, 'Ngoại tuyến')
    await minh.press(/^Xuất kho/)
    await back.page().getByRole('searchbox').fill('tay ho')
    await back.page().locator('.case-file', { hasText: 'HS-0003' }).tap()
    await minh.sees(/Hồ sơ tích đỏ: không xuất hàng/)
    await minh.press('Đổi hồ sơ')
    await back.page().getByRole('searchbox').fill('ba dinh')
    await back.page().locator('.case-file', { hasText: 'HS-0001' }).tap()
    await minh.sees('Tích xanh')
    await minh.sees(/biết lúc \d\d:\d\d/)
    await minh.sees('0 / 12 hộp')

    await minh.scan(gs1(NOODLES, 200, 'M2'))
    await minh.sees(
      `Lô vừa quét hạn ${printed(200)}. Trên kệ A-1 còn 10 gói hạn ${printed(40)}: hãy lấy những món ấy trước.`,
    )
    await minh.press('Bỏ dòng này')
    await minh.line('lô M2').waitFor({ state: 'detached' })
    await minh.scan(gs1(FISH, -20, 'C1'))
    await minh.seesLine('Cá hộp', `hết hạn ${printed(-20)}: để riêng và báo hủy`)
    for (let box = 0; box < 6; box++) await minh.scan(MILK)
    await minh.seesLine('A-1 · lô S1', '6 hộp')
    await minh.press(/^Xong: xuất 1 dòng/)
    const second = await closedSlip(back)
    expect(second).not.toBe(first)
    const label = await back.page().locator('.paper').innerText()
    expect(label).toContain('HS-0001')
    expect(label).not.toMatch(/Lan|Minh|Hoa|Cá hộp/)
  })

  test('a yellow tick asks for the PIN of a second person and a reason, also without a network', async () => {
    await minh.press('Xuất tiếp')
    await back.page().getByRole('searchbox').fill('hoan kiem')
    await back.page().locator('.case-file', { hasText: 'HS-0002' }).tap()
    await minh.scan(NOODLES)
    await minh.seesLine('A-1 · lô M1', '1 gói')
    await minh.press(/^Xong: xuất 1 dòng/)
    await minh.sees(/cần người thứ hai đồng ý/)
    await minh.press('Người thứ hai đồng ý')
    await minh.dialog().getByLabel('Vì sao vẫn xuất?').fill('Nhà vừa bị lũ cuốn')
    await minh.pressInDialog(LAN.name)
    await minh.key(LAN.pin)
    await minh.sees(`${LAN.name} đã đồng ý: Nhà vừa bị lũ cuốn`)
    await minh.press(/^Xong: xuất 1 dòng/)
    await closedSlip(back)
  })

  test('what the first tablet sends when the network returns is on the open public page within moments', async () => {
    const pushed = nextPush(front)
    await front.goOnline()
    expectSoonAfter(await pushed, await waitForFigure(street, '0'))
    await badge(front, 'đã gửi hết')
  })

  test('tablets and viewers go on by themselves after the server was killed', async () => {
    await server.kill()
    await street.locator('body.lost').waitFor()
    await lan.press('Về trang đầu')
    await lan.press(/^Nhập kho/)
    await lan.press('B-2')
    await lan.press('Ẩn danh')
    await lan.scan(gs1(NOODLES, 300, 'M9'))
    await lan.seesLine('Mì Hảo Hảo', '1 gói')
    await lan.press(/^Xong: 1 dòng/)
    await closedSlip(front)
    await badge(front, '1 chưa gửi')
    await badge(front, 'Chưa gặp máy chủ')

    server = await startServerProcess(data.folder, server.port)
    await badge(front, 'đã gửi hết')
    await street.locator('body.live').waitFor()
  })

  test('both movements are kept: the public sees six too few and that they are being counted', async () => {
    const pushed = nextPush(back)
    await back.goOnline()
    expectSoonAfter(await pushed, await waitForFigure(street, '−6'))
    await street.locator(`[id="${MILK_ID}"]`).getByText('đang kiểm đếm').waitFor()
    await street.getByText('nghe từ 2/2 máy').waitFor()
    await badge(back, 'đã gửi hết')
    expect((await seenFigures(street)).map(({ text }) => text)).toEqual(['6', '0', '−6'])
  })

  test('the desk gets one finding about it that names who, when and which lot', async () => {
    await openPart(desk, 'Điểm cần kiểm tra')
    await desk.getByLabel('Loại').selectOption({ label: 'Tồn kho dưới không' })
    const rows = desk.getByRole('table', { name: 'Điểm cần kiểm tra' }).locator('tbody tr')
    await expect.poll(() => rows.count()).toBe(1)
    expect(await rows.innerText()).toMatch(
      new RegExp(
        `A-1: Sữa tươi Vinamilk không đường 180 ml, lô S1, hạn ${printed(60)} còn −6 hộp.*` +
          `${MINH.name} ghi trên Máy cổng sau lúc \\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d`,
        's',
      ),
    )
  })

  test('what the public gets says nothing of people, tablets and case files', async () => {
    const answer = await fetch(`${server.url}/api/public/stock`)
    const text = await answer.text()
    const { items, devices } = JSON.parse(text) as {
      items: { itemId: string; inStock: number; inQuestion: boolean }[]
      devices: unknown
    }
    expect(items.find(({ itemId }) => itemId === MILK_ID)).toMatchObject({ inStock: -6, inQuestion: true })
    expect(devices).toMatchObject({ enrolled: 2, silent: 0, unsent: 0 })
    expect(text).not.toMatch(PRIVATE)
    expect(await street.locator('body').innerText()).not.toMatch(PRIVATE)
  })
})
