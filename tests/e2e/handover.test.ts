import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { HandoverRow } from '#shared/desk/desk-handover-wire'
import type { TripAnswer } from '#shared/desk/desk-trip-wire'
import type { ItemId } from '#shared/item/item'
import type { LocationId } from '#shared/location/location'
import { lotId } from '#shared/lot/lot'
import type { Household } from '#shared/person/person'
import { addDays, DAY_MS, dayInVietnam, instantFromMs, type Instant, type LocalDate } from '#shared/time/time'
import { createEnrolCode } from '../../sync-server/device/enrol-code.ts'
import { signInAs, type DeskClient } from '../support/desk-client.ts'
import { fieldHandsOn } from '../support/field-hands.ts'
import { foundOnDisk } from '../support/found-on-disk.ts'
import { findAxeViolations, findSmallTargets, keepPicture } from '../support/look-at.ts'
import { createFactMaker } from '../support/make-fact.ts'
import { MILK, NOODLES, openStoreForTests, PINS, type StoreForTests } from '../support/store-for-tests.ts'
import { openTabletBrowser, type TabletBrowser } from '../support/tablet-browser.ts'
import { addCourier, addFiledHousehold, dispatchTo } from '../support/trip-world.ts'
import type { TestDevice } from '../support/test-server.ts'
import { wedge } from '../support/wedge.ts'

const HOA = { id: 'hoa', name: 'Lê Thị Hoa', pin: '730518' }
/** Said nowhere else: what must never lie on the phone in the clear. */
const PLANTED = ['Quxzname', 'Quxzproxy', 'Quxzvillage', '0912345987', '001041000120', '21.0347']
const CARD = '001041000120|012345678|DO THI GIAU Quxzname|05031941|Nam|Quxzaddress|01052021'
const HOUSEHOLD: Household = {
  persons: [
    {
      name: 'Đỗ Văn Giấu Quxzname',
      birthYear: 1941,
      sex: 'male',
      idNumber: '001041000120',
      phone: '0912345987',
    },
  ],
  address: 'Xóm Quxzaddress',
  howToFind: 'qua cầu treo',
  place: { lat: 21.0347, lon: 105.8345, accuracyM: 10 },
}

/** The case file is from before she had her new card, which still tells the number of the old one. */
const UNDER_OLD_NUMBER: Household = {
  persons: [{ name: 'Đỗ Thị Cũ Quxzname', idNumber: '012345678' }],
  address: 'Xóm Quxzaddress',
  howToFind: '',
}

describe('at the door, without a network, on a phone that dies between each two steps', () => {
  let store: StoreForTests
  let desk: DeskClient
  let phone: TabletBrowser
  let consignments: ConsignmentId[]
  let caseFiles: string[]
  let trip: TripAnswer['trip']
  const page = () => phone.page()
  const {
    sees,
    press,
    follow,
    open,
    saved,
    goOn,
    handsOver,
    takePicture,
    pin: typePin,
  } = fieldHandsOn(
    () => phone,
    () => store.server.url,
  )
  const button = (name: string | RegExp) =>
    page()
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
  const choose = (label: string) => page().getByRole('radio', { name: label }).check({ force: true })
  /** The battery falls out; she opens the same door again. */
  async function die(step: string) {
    await saved()
    await phone.dieAndStartAgain()
    await open(`handover/${consignments[0]}`)
    await sees(step)
  }
  async function sign(field: string) {
    const canvas = page().getByLabel(field, { exact: true })
    await page().locator('canvas[data-ready=true]').waitFor()
    const box = (await canvas.boundingBox())!
    for (const [from, to] of [
      [0.2, 0.5],
      [0.55, 0.8],
    ] as const) {
      await page().mouse.move(box.x + box.width * from, box.y + box.height * 0.3)
      await page().mouse.down()
      await page().mouse.move(box.x + box.width * to, box.y + box.height * 0.7, { steps: 8 })
      await page().mouse.up()
    }
    await sees('Đã ký')
  }
  async function looksRight(name: string, target: Page = page()) {
    await keepPicture(target, `handover-${name}`)
    // The field behind a PIN pad is not for fingers.
    expect((await findSmallTargets(target)).filter((small) => !small.startsWith('null 8'))).toEqual([])
    expect(await findAxeViolations(target)).toEqual([])
    const overflow = await target.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }
  const handoversOf = async (caseFile: string): Promise<readonly HandoverRow[]> => {
    const { body } = await desk.call<{ handovers: HandoverRow[] }>('GET', `/case-files/${caseFile}/handovers`)
    return body.handovers
  }

  beforeAll(async () => {
    store = await openStoreForTests()
    const { server, warehouseId } = store
    const at = instantFromMs(Date.now())
    desk = await signInAs(server, 'coordinator', { name: 'Chị Điều' })
    const courier = await addCourier(server, warehouseId, { ...HOA, at })
    const clerk = await server.addDevice(warehouseId, 'Máy xuất')
    const facts = createFactMaker(clerk)
    caseFiles = []
    consignments = []
    for (const code of ['D-1', 'D-2', 'D-3', 'D-4']) {
      const household = code === 'D-4' ? UNDER_OLD_NUMBER : HOUSEHOLD
      const caseFileId = await addFiledHousehold(server, { code, household, at })
      caseFiles.push(caseFileId)
      const lines = [
        { ...lotOf(NOODLES, store.day(200)), quantity: 10 },
        { ...lotOf(MILK, store.day(280), 'L2'), quantity: 3 },
      ]
      const shelfId = store.shelves['A-1']
      if (code === 'D-4') await helpBefore(clerk, facts, { caseFileId, shelfId, at })
      consignments.push(await dispatchTo(clerk, facts, { caseFileId, shelfId, lines }))
    }
    const red = { id: caseFiles[2] as CaseFileId, tick: 'red', tickUntil: null } as const
    await server.writer.write('setTick', { ...red, changedBy: 'test', at: instantFromMs(Date.now()) })
    const made = await desk.call<TripAnswer>('POST', '/trips', {
      warehouseId,
      courierId: courier.id,
      vehicle: 'Xe tải',
      plate: '29H-1',
      dayOn: dayInVietnam(at),
    })
    const stops = await desk.call<TripAnswer>('PATCH', `/trips/${made.body.trip.id}`, {
      version: made.body.version,
      stops: [0, 1, 3].map((at) => consignments[at]),
    })
    trip = stops.body.trip
    phone = await openTabletBrowser({ viewport: { width: 360, height: 740 } })

    const code = await createEnrolCode(server.writer, {
      warehouseId,
      createdBy: null,
      origin: server.url,
      at,
    })
    if (!code.ok) throw new Error(code.error.kind)
    await open(`enrol#${code.value.code}`)
    await press('Ghép máy')
    await page().waitForURL(`${server.url}/app/`)
    await open('sign-in')
    await press(new RegExp(HOA.name))
    await typePin(HOA.pin)
    await follow(/^Chuyến giao/)
    await follow(/CG-/)
    await sees(/D-1 · Đỗ Văn Giấu/)
    await sees(/D-2 · Đỗ Văn Giấu/)
    await page().evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await phone.goOffline()
  })
  afterAll(async () => {
    await phone?.close()
    await store?.server.close()
  })

  test('goods line by line: nobody goes on while one is open, and a part needs its reason', async () => {
    await open(`handover/${consignments[0]}`)
    await sees('Bước 1/8: Hàng')
    await looksRight('goods')
    await goOn()
    await sees(/Chưa chọn giao bao nhiêu/)
    await press('Giao đủ tất cả')
    await die('Bước 1/8: Hàng')
    await press('Một phần')
    await page().locator('dialog[open]').getByRole('button', { name: '8', exact: true }).click()
    await press('Ghi')
    await sees('Nhận 8 gói')
    await goOn()
    await sees(/Chưa chọn vì sao còn lại/)
    await choose('Nhiều hơn cần')
    await looksRight('goods-part')
    await die('Nhận 8 gói')
    await goOn()
    await sees('Bước 2/8: Người nhận')
  })

  test('a proxy without a name is stopped with a sentence', async () => {
    await die('Ai nhận hàng?')
    // Whoever is called away finds it again among the doors of the trip.
    await open(`trips/${trip.id}`)
    await page().getByRole('link', { name: /D-1/ }).getByText('Biên bản ghi dở').waitFor()
    await follow(/D-1/)
    await follow('Ghi tiếp biên bản')
    await choose('Người nhận thay')
    await goOn()
    await sees(/Chưa có tên người nhận thay/)
    await page().getByLabel('Họ tên người nhận thay').fill('Đỗ Thị Con Quxzproxy')
    await page().getByLabel('Vì sao nhận thay').fill('con gái')
    await die('Ai nhận hàng?')
    expect(await page().getByLabel('Họ tên người nhận thay').inputValue()).toBe('Đỗ Thị Con Quxzproxy')
    await looksRight('recipient')
    await goOn()
  })

  test('the card is scanned and compared, once her PIN has opened what she was given', async () => {
    await open(`trips/${trip.id}`)
    await press('Xem tên và địa chỉ')
    await typePin(HOA.pin)
    await sees(/Quxzname/)
    await follow(/D-1/)
    await follow('Ghi tiếp biên bản')
    await sees('Kiểm tra giấy tờ thế nào?')
    await choose('Quét thẻ căn cước')
    await goOn()
    await sees(/Chưa quét được thẻ/)
    await wedge(page(), NOODLES)
    await sees(/không phải mã trên căn cước/)
    await wedge(page(), CARD)
    await sees('Khớp với hồ sơ.')
    await looksRight('card')
    await goOn()
  })

  test('a signature is there again after the phone died, and so is the witness’s', async () => {
    await die('Chữ ký người nhận')
    await looksRight('signature-empty')
    await sign('Người nhận')
    await looksRight('signature')
    await die('Đã ký')
    await goOn()
    await sees(/Người làm chứng$/)
    await sign('Người làm chứng')
    await goOn()
    await sees(/Chưa có tên người làm chứng/)
    await page().getByLabel('Họ tên người làm chứng').fill('Trưởng thôn Quxzvillage')
    await die('Đã ký')
    expect(await page().getByLabel('Họ tên người làm chứng').inputValue()).toContain('Quxzvillage')
    await goOn()
  })

  test('a picture and the place', async () => {
    await sees('Bước 6/8: Ảnh')
    await takePicture()
    await die('Đã niêm phong')
    await looksRight('pictures')
    await goOn()
    await press('Lấy vị trí')
    await sees('Máy không cho lấy vị trí. Không sao, bấm “Tiếp”.')
    await phone.context().grantPermissions(['geolocation'], { origin: store.server.url })
    await phone.context().setGeolocation({ latitude: 21.0615, longitude: 105.8345, accuracy: 12 })
    await press('Lấy vị trí')
    await sees('Đã có vị trí, sai số 12 m.')
    await looksRight('place')
    await die('Đã có vị trí, sai số 12 m.')
    await goOn()
  })

  test('her PIN ends it: one delivery and one proof, also when the phone dies right after', async () => {
    await sees('Bước 8/8: Xác nhận')
    await looksRight('confirm')
    // A pad far down, as under many notices, does not slide the screen away with its unseen field.
    await page().setViewportSize({ width: 360, height: 500 })
    await page().evaluate(() => (document.documentElement.dataset['text'] = '150'))
    const below = () => page().evaluate(() => document.documentElement.scrollHeight - innerHeight)
    await expect.poll(below).toBeLessThanOrEqual(0)
    await page().evaluate(() => delete document.documentElement.dataset['text'])
    await page().setViewportSize({ width: 360, height: 740 })
    await typePin('111222')
    await sees(/Mã PIN không đúng/)
    await typePin(HOA.pin)
    // Her PIN alone could compare: she reads it before it goes into the record.
    await sees(/cách nhà trong hồ sơ khoảng 3 km/)
    await looksRight('confirmed-far')
    await die('Người giao đã xác nhận')
    // Not even for a moment may it look as if nothing had been recorded: a second tap would begin anew.
    await page().evaluate(() => {
      const look = () => {
        if (document.querySelector('.handover-all')) document.documentElement.dataset['anew'] = 'yes'
      }
      new MutationObserver(look).observe(document, { subtree: true, childList: true })
    })
    await press('Ghi biên bản')
    await sees('Đủ xác nhận')
    expect(await page().evaluate(() => document.documentElement.dataset['anew'])).toBeUndefined()
    await looksRight('done')
    await phone.dieAndStartAgain()
    await open(`handover/${consignments[0]}`)
    await sees('Biên bản đã ghi')
    await sees('Chưa gửi, sẽ tự gửi khi có mạng')
    expect(await button('Bước 1').count()).toBe(0)
  })

  test('at the second door nobody is home: nothing is handed over, and it says what to do', async () => {
    await open(`handover/${consignments[1]}`)
    await handsOver(false)
    await goOn()
    await goOn()
    await goOn()
    await press('Không nhớ mã PIN: vẫn ghi biên bản')
    await sees('Chờ đủ xác nhận')
    await sees(/Mang về kho/)
    await looksRight('nobody')
  })

  test('a card that could only be compared once her PIN was typed matches by its old number too', async () => {
    await phone.dieAndStartAgain()
    await open(`handover/${consignments[3]}`)
    // Before any papers are shown: many have none.
    await sees(/Hộ này đã nhận ngày .*, mở lại từ/)
    await handsOver(true)
    await goOn()
    await choose('Chính người trong hồ sơ')
    await goOn()
    await choose('Quét thẻ căn cước')
    await page().locator('.camera-view').waitFor()
    await wedge(page(), CARD)
    await sees('Chưa so được với hồ sơ.')
    await goOn()
    await sign('Người nhận')
    await goOn()
    await goOn()
    await goOn()
    await typePin(HOA.pin)
    await sees('Đủ xác nhận')
  })

  test('a label of no trip of hers says so, a tick that turned red on the way takes the word of a second person; neither stops her', async () => {
    await open('handover')
    await page().getByLabel('Số trên nhãn').fill(consignments[2]!)
    await press('Mở kiện này')
    await sees(/không thuộc chuyến giao của bạn/)
    await sees(/đã chuyển sang tích đỏ sau khi xếp hàng/)
    await press('Người thứ hai đồng ý')
    await page().getByLabel('Vì sao vẫn giao?').fill('đã đến tận nhà, đúng hộ nghèo')
    await press(/Nguyễn Thị Lan/)
    await typePin(PINS.lan)
    await sees('Nguyễn Thị Lan đã đồng ý: đã đến tận nhà, đúng hộ nghèo')
    await looksRight('red-agreed')
    await saved()
    await phone.dieAndStartAgain()
    await open(`handover/${consignments[2]}`)
    await sees('Nguyễn Thị Lan đã đồng ý: đã đến tận nhà, đúng hộ nghèo')
    // It is on no trip of hers, and yet not out of sight.
    await open('trips')
    await page().getByRole('list', { name: 'Biên bản ghi dở' }).getByText('D-3').waitFor()
    await looksRight('trips-begun')
    await follow(/D-3/)
    await sees('Nguyễn Thị Lan đã đồng ý: đã đến tận nhà, đúng hộ nghèo')
    await open('handover/5-0000-0000-0000-0000-0000-00')
    await sees(/Máy này chưa biết kiện/)
  })

  test('nothing personal of it lies on the disk of the phone', async () => {
    await phone.startAgain()
    expect(foundOnDisk(phone.profileFolder, [consignments[0]!]).length).toBeGreaterThan(0)
    expect(foundOnDisk(phone.profileFolder, PLANTED)).toEqual([])
  })

  test('with a network all of it arrives once, and the desk sees how each stands', async () => {
    await phone.goOnline()
    await open(`handover/${consignments[0]}`)
    await sees('Máy chủ đã nhận')
    await expect
      .poll(async () => (await handoversOf(caseFiles[0]!))[0]?.parts.filter(({ kind }) => kind === null), {
        timeout: 30_000,
      })
      .toEqual([])
    const [handover, ...others] = await handoversOf(caseFiles[0]!)
    expect(others).toEqual([])
    expect(handover).toMatchObject({
      outcome: 'part',
      complete: true,
      recipient: 'proxy',
      identity: 'card',
      identityMatched: true,
    })
    expect(handover!.parts.map(({ kind }) => kind).toSorted()).toEqual([
      'picture',
      'recipient',
      'signature',
      'signature',
    ])
    expect((await handoversOf(caseFiles[3]!))[0]).toMatchObject({ identity: 'card', identityMatched: true })
    const [nobody] = await handoversOf(caseFiles[1]!)
    expect(nobody).toMatchObject({ outcome: 'none', complete: false, missing: ['giver'], withoutPin: true })
    const { reader } = store.server
    const rows = reader.all(
      reader.query
        .selectFrom('part')
        .select(['kind', 'refusal'])
        .where('caseFileId', '=', caseFiles[0] as never),
    )
    expect(rows.map(({ refusal }) => refusal)).toEqual([null, null, null, null])
    const inTransit = reader.all(
      reader.query
        .selectFrom('stock')
        .select(['itemId', 'quantity'])
        .where('locationId', '=', `transit:${consignments[0]}` as never)
        .where('quantity', '<>', 0),
    )
    expect(inTransit).toEqual([{ itemId: expect.stringContaining(NOODLES), quantity: 2 }])
    const found = reader.all(
      reader.query.selectFrom('finding').select('kind').where('open', '=', 1).orderBy('kind'),
    )
    expect(found.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['handover-without-pin', 'place-far']),
    )
    const stock = (await (await fetch(`${store.server.url}/api/public/stock`)).json()) as {
      handovers: unknown
    }
    expect(stock.handovers).toEqual({ complete: 2, waiting: 0 })
  })

  test('goods that another phone handed over meanwhile are told where a handover stands open', async () => {
    const consignmentId = consignments[2]!
    await open(`handover/${consignmentId}`)
    await sees(/đã đồng ý/)
    const caseFileId = caseFiles[2]!
    const given = [
      { ...lotOf(NOODLES, store.day(200)), quantity: 10 },
      { ...lotOf(MILK, store.day(280), 'L2'), quantity: 3 },
    ]
    const lines = given.map((line) => ({
      ...line,
      fromId: `transit:${consignmentId}`,
      toId: `case-file:${caseFileId}`,
    }))
    const facts = createFactMaker(store.device)
    await store.device.push([
      facts.movement({ kind: 'delivery', lines, rest: { caseFileId, consignmentId } }),
    ])
    await sees(/không còn hàng nào đang đi/)
  })

  test('her giver’s word can be added later', async () => {
    await open(`handover/${consignments[1]}`)
    await press('Xác nhận bằng mã PIN')
    await typePin(HOA.pin)
    await sees('Đủ xác nhận')
    await expect
      .poll(async () => (await handoversOf(caseFiles[1]!))[0]?.complete, { timeout: 30_000 })
      .toBe(true)
  })

  test('a handover is corrected by another fact: the old delivery is taken back whole, and the goods are exact', async () => {
    await open(`handover/${consignments[0]}`)
    await press('Sửa biên bản')
    const dialog = page().locator('dialog[open]').last()
    await dialog.getByRole('radio', { name: 'Ghi nhầm số lượng' }).check({ force: true })
    await dialog.getByRole('button', { name: 'Một phần' }).first().click()
    await page().locator('dialog[open]').last().getByRole('button', { name: '9', exact: true }).click()
    await press('Ghi')
    await dialog.getByText('Nhận 9 gói').waitFor()
    await sees(`Mã PIN của ${HOA.name} để ghi bản sửa`)
    await looksRight('correct')
    await typePin(HOA.pin)
    await sees('Đã sửa')
    await expect
      .poll(async () => (await handoversOf(caseFiles[0]!))[0]?.corrected, { timeout: 30_000 })
      .toBe(true)
    const [handover, ...others] = await handoversOf(caseFiles[0]!)
    expect(others).toEqual([])
    expect(handover).toMatchObject({
      outcome: 'part',
      complete: true,
      lines: [{ delivered: 9, left: 1 }, {}],
    })
    const { reader } = store.server
    // When it was put into writing is not when the household was helped.
    const life = reader.get(
      reader.query
        .selectFrom('caseLife')
        .select('step')
        .where('caseFileId', '=', caseFiles[0] as never),
    )
    expect(life?.step).toBe('confirmed')
    const kinds = reader.all(
      reader.query
        .selectFrom('finding')
        .select('kind')
        .where('open', '=', 1)
        .where('kind', 'in', ['false-reversal', 'below-zero', 'delivered-twice']),
    )
    expect(kinds).toEqual([])
  })

  test('the keeper scans the label, and what was left over is on a shelf again', async () => {
    await open('')
    await press('Khóa máy')
    // Before she is really gone the next page would still be hers.
    await page().getByRole('link', { name: 'Đăng nhập' }).waitFor()
    await open('give-back')
    await press(/Nguyễn Thị Lan/)
    await typePin(PINS.lan)
    await sees('Quét nhãn kiện mang về')
    await phone.goOffline()
    await page().locator('.camera-view').waitFor()
    await wedge(page(), consignments[0]!)
    await sees('Đang đi: 1 gói')
    await looksRight('give-back')
    await choose('B-2')
    await press('Nhận lại, cất vào kệ')
    await sees(/Đã nhận lại hàng của kiện/)
    await page().locator('.camera-view').waitFor()
    await wedge(page(), consignments[0]!)
    await sees(/không còn hàng nào đang đi/)
    await phone.goOnline()
    const { reader } = store.server
    await expect
      .poll(() =>
        reader.all(
          reader.query
            .selectFrom('stock')
            .select('quantity')
            .where('locationId', '=', `transit:${consignments[0]}` as never)
            .where('quantity', '<>', 0),
        ),
      )
      .toEqual([])
  })
})

function lotOf(gtin: string, expiresOn: LocalDate, lotNumber?: string) {
  const itemId = `gtin:${gtin.padStart(14, '0')}` as ItemId
  return { itemId, lotId: lotId({ itemId, expiresOn, ...(lotNumber && { lotNumber }) }) }
}

/** Three days ago, with other goods. */
async function helpBefore(
  clerk: TestDevice,
  facts: ReturnType<typeof createFactMaker>,
  { caseFileId, shelfId, at }: { caseFileId: CaseFileId; shelfId: LocationId; at: Instant },
): Promise<void> {
  const line = { ...lotOf(NOODLES, addDays(dayInVietnam(at), 200)), quantity: 1 }
  await clerk.push([facts.movement({ lines: [{ ...line, fromId: 'donor:anonymous', toId: shelfId }] })])
  const consignmentId = await dispatchTo(clerk, facts, { caseFileId, shelfId, lines: [line] })
  const occurredAt = instantFromMs(Date.parse(at) - 3 * DAY_MS)
  const goods = { ...line, fromId: `transit:${consignmentId}`, toId: `case-file:${caseFileId}` }
  await clerk.push([
    facts.movement({ kind: 'delivery', lines: [goods], rest: { caseFileId, consignmentId, occurredAt } }),
  ])
}
