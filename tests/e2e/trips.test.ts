import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { TripAnswer } from '#shared/desk/desk-trip-wire'
import type { Household } from '#shared/person/person'
import { instantFromMs } from '#shared/time/time'
import { createEnrolCode } from '../../sync-server/device/enrol-code.ts'
import { SESSION_COOKIE } from '../../sync-server/staff/session-cookie.ts'
import { openBrowser } from '../support/browser.ts'
import { signInAs, type DeskClient } from '../support/desk-client.ts'
import { foundOnDisk } from '../support/found-on-disk.ts'
import { findAxeViolations, findSmallTargets, keepPicture } from '../support/look-at.ts'
import { createFactMaker } from '../support/make-fact.ts'
import { NOODLES, openStoreForTests, type StoreForTests } from '../support/store-for-tests.ts'
import { openTabletBrowser, type TabletBrowser } from '../support/tablet-browser.ts'
import type { TestDevice } from '../support/test-server.ts'
import { addCourier, addFiledHousehold, dispatchTo } from '../support/trip-world.ts'
import { wedge } from '../support/wedge.ts'

const HOA = { id: 'hoa', name: 'Lê Thị Hoa', pin: '730518' }
const NOODLES_ID = `gtin:0${NOODLES}`
/** Words that stand nowhere else: what is looked for on the disk of the phone. */
const PLANTED = [
  'Quxzname',
  'Đỗ Thị Giấu',
  '0912345987',
  '0912 345 987',
  'Quxzaddress',
  'Quxzfind',
  '21.0347',
]
/** Where the number of a stop stands: no button is under it. */
const GRIP = { x: 24, y: 24 }
const households: Household[] = [0, 1, 2].map((i) => ({
  persons: [{ name: `Đỗ Thị Giấu Quxzname${i}`, phone: '0912 345 987', idNumber: `00104100012${i}` }],
  address: `Xóm Quxzaddress ${i}`,
  howToFind: `Quxzfind ${i}: qua cầu treo, nhà có cổng xanh`,
  // Nobody has noted where the second one is.
  ...(i !== 1 && { place: { lat: 21.0347 + i * 0.011, lon: 105.8345, accuracyM: 10 } }),
}))

describe("a courier's trip", () => {
  let store: StoreForTests
  let desk: DeskClient
  let clerk: TestDevice
  let facts: ReturnType<typeof createFactMaker>
  let phone: TabletBrowser
  let consignments: ConsignmentId[]
  let other: ConsignmentId
  let trip: TripAnswer
  const page = () => phone.page()
  const sees = (text: string | RegExp) => page().getByText(text).first().waitFor()
  const press = (name: string | RegExp) => page().getByRole('button', { name }).first().click()
  const follow = (name: string | RegExp) => page().getByRole('link', { name }).first().click()
  const open = (path: string) => page().goto(`${store.server.url}/app/${path}`)
  async function typePin(pin: string) {
    for (const digit of pin) await page().getByRole('button', { name: digit, exact: true }).click()
  }
  async function signInAsHoa() {
    await press(new RegExp(HOA.name))
    await typePin(HOA.pin)
  }
  function packagesHeld(): Promise<number> {
    return page().evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('kho4d')
          opening.addEventListener('error', () => reject(opening.error!))
          opening.addEventListener('success', () => {
            const db = opening.result
            const counting = db.transaction('packages').objectStore('packages').count()
            counting.addEventListener('success', () => {
              db.close()
              resolve(counting.result)
            })
          })
        }),
    )
  }
  async function looksRight(name: string) {
    await keepPicture(page(), name)
    expect(await findSmallTargets(page())).toEqual([])
    expect(await findAxeViolations(page())).toEqual([])
    const overflow = await page().evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }

  beforeAll(async () => {
    store = await openStoreForTests()
    const { server, warehouseId } = store
    const at = instantFromMs(Date.now())
    desk = await signInAs(server, 'coordinator', { name: 'Chị Điều' })
    await addCourier(server, warehouseId, { ...HOA, at })
    clerk = await server.addDevice(warehouseId, 'Máy xuất')
    facts = createFactMaker(clerk)
    const noodles = { itemId: NOODLES_ID, lotId: `${NOODLES_ID}~L7~2027-06-30~` }
    const shelf = store.shelves['A-1']
    await clerk.push([
      facts.movement({ lines: [{ ...noodles, quantity: 100, fromId: 'donor:anonymous', toId: shelf }] }),
    ])
    consignments = []
    for (const [i, household] of households.entries()) {
      const caseFileId = await addFiledHousehold(server, { code: `T-10${i}`, household, at })
      consignments.push(
        await dispatchTo(clerk, facts, { caseFileId, shelfId: shelf, quantity: 5 + i, goods: noodles }),
      )
    }
    const elsewhere = await addFiledHousehold(server, { code: 'T-200', at })
    other = await dispatchTo(clerk, facts, { caseFileId: elsewhere, shelfId: shelf })
    phone = await openTabletBrowser({ viewport: { width: 360, height: 740 } })
  })
  afterAll(async () => {
    await phone?.close()
    await store?.server.close()
  })

  describe('at the desk', () => {
    let browser: Browser
    let bench: Page
    const press = (name: string | RegExp) => bench.getByRole('button', { name }).first().click()

    beforeAll(async () => {
      browser = await openBrowser()
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: 'vi-VN',
        serviceWorkers: 'block',
      })
      const [, value = ''] = desk.cookie.split('=')
      await context.addCookies([{ name: SESSION_COOKIE, value, url: store.server.url }])
      bench = await context.newPage()
      bench.setDefaultTimeout(20_000)
    })
    afterAll(() => browser?.close())

    const codes = async () => (await bench.locator('.stops .stop-words strong').allInnerTexts()).join(' ')
    const shows = (text: string) => bench.locator('.stops').getByText(text).waitFor()

    test('a coordinator makes a trip, puts consignments on it and orders them by keyboard and by dragging', async () => {
      await bench.goto(`${store.server.url}/app/desk/trips`)
      await press('Tạo chuyến')
      const form = bench.getByRole('dialog')
      await form.getByLabel('Người giao').selectOption({ label: HOA.name })
      await form.getByLabel('Xe', { exact: true }).fill('Xe tải 1,5 tấn')
      await form.getByLabel('Biển số').fill('29H-123.45')
      await form.getByLabel('Lái xe', { exact: true }).fill('Lò Văn Lái')
      await form.getByLabel('Điện thoại lái xe').fill('0987 111 222')
      await form.getByRole('button', { name: 'Lưu' }).click()
      await bench.getByRole('heading', { name: /Chuyến CG-/, level: 1 }).waitFor()
      await keepPicture(bench, 'desk-trip-empty')
      for (const code of ['T-100', 'T-101', 'T-102']) {
        await press(`Xếp vào chuyến: ${code}`)
        await shows(code)
      }
      expect(await codes()).toBe('T-100 T-101 T-102')
      await bench.getByRole('button', { name: 'Đưa T-102 lên trước' }).focus()
      await bench.keyboard.press('Enter')
      await bench.locator('.stops li:nth-child(2)').getByText('T-102').waitFor()
      // Whatever scrolls while something is held takes it along.
      await bench.locator('#stops-title').evaluate((title) => title.scrollIntoView())
      await bench.locator('.stops li:nth-child(3)').hover({ position: GRIP })
      await bench.mouse.down()
      // A drop is only let in by what has been dragged over it, not just onto it.
      await bench.locator('.stops li:nth-child(2)').hover({ position: GRIP })
      await bench.locator('.stops li:nth-child(1)').hover({ position: GRIP })
      await bench.locator('.stops li:nth-child(1)').hover({ position: { x: 26, y: 26 } })
      await bench.mouse.up()
      await bench.locator('.stops li:nth-child(1)').getByText('T-101').waitFor()
      expect(await codes()).toBe('T-101 T-100 T-102')
      await bench.locator('#loading-title').scrollIntoViewIfNeeded()
      await keepPicture(bench, 'desk-trip')
      expect(await findAxeViolations(bench)).toEqual([])
      await press('Cho đi')
      await bench.getByText('Đang đi').first().waitFor()
    })

    test('what somebody else changes while a form stands open is not undone by it', async () => {
      const { rows } = (await desk.call<{ rows: TripAnswer[] }>('GET', '/trips')).body
      const { trip, version } = rows[0]!
      const second = await bench.context().newPage()
      await second.clock.install()
      await second.goto(`${store.server.url}/app/desk/trips/${trip.id}`)
      await second.getByRole('button', { name: 'Sửa', exact: true }).click()
      const form = second.getByRole('dialog')
      await form.getByLabel('Biển số').fill('29H-678.90')
      await desk.call('PATCH', `/trips/${trip.id}`, { version, vehicle: 'Xe cứu trợ' })
      await expect
        .poll(
          async () => {
            // The screen behind the form asks again.
            await second.clock.fastForward(20_000)
            return second.getByText(/Xe cứu trợ/).count()
          },
          { timeout: 30_000, interval: 500 },
        )
        .toBeGreaterThan(0)
      await form.getByRole('button', { name: 'Lưu' }).click()
      await form.getByText(/người khác/).waitFor()
      const { body } = await desk.call<TripAnswer>('GET', `/trips/${trip.id}`)
      expect(body.trip).toMatchObject({ vehicle: 'Xe cứu trợ', plate: '29H-123.45' })
      await second.close()
    })

    test('the waybill has codes, names and the word to destroy it', async () => {
      await bench.getByRole('link', { name: 'In phiếu đường đi' }).click()
      const paper = bench.locator('.waybill')
      await paper.getByText('Đỗ Thị Giấu Quxzname1').waitFor()
      expect(await paper.locator('.qr').count()).toBe(3)
      expect(await paper.innerText()).toMatch(/xé nhỏ hoặc đốt/)
      await bench.emulateMedia({ media: 'print' })
      await keepPicture(bench, 'desk-waybill')
      await bench.emulateMedia({ media: null })
      const { body } = await desk.call<{ rows: TripAnswer[] }>('GET', '/trips')
      trip = body.rows[0]!
    })
  })

  test('her phone fetches the trip, and her PIN shows who waits at each door', async () => {
    const code = await createEnrolCode(store.server.writer, {
      warehouseId: store.warehouseId,
      createdBy: null,
      origin: store.server.url,
      at: instantFromMs(Date.now()),
    })
    if (!code.ok) throw new Error(code.error.kind)
    await open(`enrol#${code.value.code}`)
    await press('Ghép máy')
    await page().waitForURL(`${store.server.url}/app/`)
    await follow('Đăng nhập').catch(() => press('Đăng nhập'))
    await signInAsHoa()
    await follow(/^Chuyến giao/)
    await follow(/CG-/)
    await sees(/T-101 · Đỗ Thị Giấu Quxzname1/)
    await sees(/Lò Văn Lái/)
    await looksRight('trip')
    expect(await packagesHeld()).toBe(3)
  })

  test('without a network: phone, address, how to find it and the map are there', async () => {
    await page().evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await follow(/T-101/)
    await sees('Xóm Quxzaddress 1')
    await phone.goOffline()
    await page().goBack()
    await follow(/T-100/)
    await sees('Xóm Quxzaddress 0')
    await sees(/Quxzfind 0: qua cầu treo/)
    expect(await page().locator('a[href="tel:0912345987"]').count()).toBe(1)
    expect(await page().locator('a[href^="geo:21.0347,105.8345"]').count()).toBe(1)
    await looksRight('stop')
  })

  test('labels are checked as parcels go on board; one of another trip is put aside', async () => {
    await follow('Về trang đầu').catch(() => open(`trips/${trip.trip.id}`))
    await open(`trips/${trip.trip.id}/loading`)
    await sees('Còn phải lên xe')
    await wedge(page(), consignments[0]!)
    await sees('T-100: đã lên xe')
    await wedge(page(), consignments[0]!)
    await sees('T-100: đã quét rồi')
    await wedge(page(), other)
    await sees(/chưa xếp vào chuyến nào/)
    await wedge(page(), '8934563138165')
    await sees(/không phải nhãn kiện/)
    await page().getByLabel('Số trên nhãn kiện').fill(consignments[1]!)
    await press('Ghi')
    await sees('T-101: đã lên xe')
    await looksRight('loading')
  })

  test('after the app was closed she is still signed in: codes at once, names after her PIN', async () => {
    await phone.startAgain()
    await open(`trips/${trip.trip.id}`)
    await sees('T-101')
    await sees('Kiểm hàng lên xe: 2/3')
    await sees(/Nhập mã PIN của bạn/)
    expect(await page().locator('body').innerText()).not.toContain('Quxz')
    await looksRight('trip-locked')
    await press('Xem tên và địa chỉ')
    await typePin('111222')
    await sees(/Sai mã PIN/)
    await typePin(HOA.pin)
    await sees(/T-101 · Đỗ Thị Giấu/)
  })

  test('cases around her: drawn from the phone alone, with and without her own position', async () => {
    await follow('Hồ sơ quanh đây')
    await page()
      .getByRole('img', { name: /Bản đồ/ })
      .waitFor()
    expect(await page().locator('.around-map .door').count()).toBe(2)
    await sees('Chưa ghi vị trí nên không có ở đây: T-101.')
    await press('Tôi đang ở đâu?')
    await sees(/không cho biết vị trí|Chưa tìm được vị trí/)
    await looksRight('around')
    await phone.context().grantPermissions(['geolocation'], { origin: store.server.url })
    await phone.context().setGeolocation({ latitude: 21.06, longitude: 105.83, accuracy: 35 })
    await press('Tôi đang ở đâu?')
    await sees('Vị trí của bạn, sai số khoảng 35 m')
    const first = page().getByRole('list', { name: 'Gần trước' }).locator('li').first()
    expect(await first.innerText()).toMatch(/T-102.*\n?.*cách 420 m, phía đông nam|T-102/s)
    expect(await page().getByRole('button', { name: 'Tôi đang ở đâu?' }).isEnabled()).toBe(true)
    await looksRight('around-here')
  })

  test('nothing of it lies in the clear on the disk of the phone', async () => {
    await phone.startAgain()
    await open('')
    await sees('Chuyến giao')
    // What may be there is found, in the letters of both kinds: so the search can find.
    for (const known of [consignments[0]!, HOA.name])
      expect([known, foundOnDisk(phone.profileFolder, [known]).length > 0]).toEqual([known, true])
    expect(foundOnDisk(phone.profileFolder, PLANTED)).toEqual([])
  })

  test('the PIN is forgotten in the hills: the trip goes on by codes, under a rule that is said', async () => {
    await press('Khóa máy')
    await sees('Chưa ai đăng nhập')
    await open('trips')
    await press('Quên mã PIN: đi tiếp chuyến giao')
    await sees(/Mỗi lần trao hàng được ghi là không có mã PIN/)
    await looksRight('pin-forgotten')
    await press(HOA.name)
    await follow(/CG-/)
    await sees('T-101')
    await sees(/Đang đi không có mã PIN/)
    await follow(/T-100/)
    await sees('Phường Ba Đình')
    expect(await page().locator('body').innerText()).not.toContain('Quxz')
    await looksRight('stop-without-pin')
  })

  test('a door whose goods were handed over is wiped when the server knows, the others are not', async () => {
    const stop = trip.trip.stops.find(({ consignmentId }) => consignmentId === consignments[0])!
    const lines = [
      {
        itemId: NOODLES_ID,
        lotId: `${NOODLES_ID}~L7~2027-06-30~`,
        fromId: `transit:${stop.consignmentId}`,
        toId: `case-file:${stop.caseFileId}`,
        quantity: 5,
      },
    ]
    const rest = { caseFileId: stop.caseFileId, consignmentId: stop.consignmentId }
    await clerk.push([facts.movement({ kind: 'delivery', lines, rest })])
    expect(await packagesHeld()).toBe(3)
    await phone.goOnline()
    await open(`trips/${trip.trip.id}`)
    await sees('Không còn trên xe')
    await expect.poll(packagesHeld, { timeout: 30_000 }).toBe(2)
  })

  test('revoked, the phone keeps no names', async () => {
    const { body } = await (
      await signInAs(store.server, 'admin')
    ).call<{
      devices: { id: string; name: string }[]
    }>('GET', '/devices')
    const mine = body.devices.find(({ id }) => id !== clerk.deviceId && id !== store.device.deviceId)!
    await store.server.writer.write('revokeDevice', { deviceId: mine.id, at: instantFromMs(Date.now()) })
    await page().reload()
    await expect.poll(packagesHeld, { timeout: 30_000 }).toBe(0)
    expect(foundOnDisk(phone.profileFolder, PLANTED)).toEqual([])
  })
})
