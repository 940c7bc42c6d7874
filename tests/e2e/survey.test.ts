import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import { instantFromMs } from '#shared/time/time'
import { createEnrolCode } from '../../sync-server/device/enrol-code.ts'
import { signInAs } from '../support/desk-client.ts'
import { fieldHandsOn } from '../support/field-hands.ts'
import { foundOnDisk } from '../support/found-on-disk.ts'
import { helpRequest } from '../support/help-request.ts'
import { findAxeViolations, findSmallTargets, keepPicture } from '../support/look-at.ts'
import { openStoreForTests, type StoreForTests } from '../support/store-for-tests.ts'
import { openTabletBrowser, type TabletBrowser } from '../support/tablet-browser.ts'
import { addCourier } from '../support/trip-world.ts'
import { wedge } from '../support/wedge.ts'

const MAI = { id: 'mai', name: 'Phạm Thị Mai', pin: '730518', role: 'verifier' } as const
const SMALL = { width: 360, height: 740 }
const LARGE = { width: 1280, height: 800 }
/** Said nowhere else: what must never lie on the phone in the clear. */
const PLANTED = [
  'Quxzvisit',
  '0912777666',
  'Quxzlane',
  'Quxzname',
  'Quxzchild',
  'Quxzaddress',
  'Quxzway',
  '0912345987',
  '001041000120',
  '21.0347',
]

describe('a visit without a network, on a phone that dies between each two steps', () => {
  let store: StoreForTests
  let phone: TabletBrowser
  let path: string
  let visited: { readonly caseFileId: CaseFileId; readonly code: string }
  const page = () => phone.page()
  const {
    sees,
    press,
    follow,
    open,
    saved,
    goOn,
    choose,
    takePicture,
    pin: typePin,
  } = fieldHandsOn(
    () => phone,
    () => store.server.url,
  )
  const field = (label: string, at = 0) => page().getByLabel(label, { exact: true }).nth(at)
  /** The battery falls out; she opens the same visit again. */
  async function die(step: string) {
    await saved()
    await phone.dieAndStartAgain()
    await open(path)
    await sees(step)
  }
  async function looksRight(name: string, target: Page = page()) {
    await keepPicture(target, `survey-${name}`)
    expect(await findSmallTargets(target)).toEqual([])
    expect(await findAxeViolations(target)).toEqual([])
    for (const size of [LARGE, SMALL]) {
      const overflow = await target.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      await target.setViewportSize(size)
      if (size === LARGE) await keepPicture(target, `survey-${name}-1280`)
    }
  }
  /** What a window of an older version may have left on the disk: a survey that is recorded stands open again. */
  async function beginAgain(id: string): Promise<void> {
    await page().evaluate(async (id) => {
      const opening = indexedDB.open('kho4d')
      const db = await new Promise<IDBDatabase>(
        (resolve) => (opening.onsuccess = () => resolve(opening.result)),
      )
      const putting = db.transaction('drafts', 'readwrite')
      const about = { needs: [], itemNeeds: [] }
      const draft = { kind: 'survey', id, code: 'KS', step: 'consent', about, pictures: [], typed: {} }
      putting.objectStore('drafts').put(draft)
      await new Promise((resolve) => (putting.oncomplete = resolve))
      db.close()
    }, id)
    await page().reload()
  }
  function life(code: string) {
    const { reader } = store.server
    return reader.get(reader.query.selectFrom('caseLife').selectAll().where('code', '=', code))
  }
  function household(caseFileId: CaseFileId) {
    const opened = store.server.persons.openUnseen(caseFileId)
    return opened.ok ? opened.value : null
  }

  beforeAll(async () => {
    store = await openStoreForTests()
    const { server, warehouseId } = store
    const at = instantFromMs(Date.now())
    await addCourier(server, warehouseId, { ...MAI, at })
    const desk = await signInAs(server, 'coordinator', { name: 'Chị Điều' })
    const person = { name: 'Hà Thị Thăm Quxzvisit', phone: '0912777666', idNumber: '001141000555' }
    const request = helpRequest({ person, address: 'Ngõ Quxzlane 7', howToFind: 'sau đình' })
    const asked = await desk.call<{ caseFileId: CaseFileId; code: string }>('POST', '/requests', request)
    visited = asked.body
    await desk.call('POST', `/requests/${visited.caseFileId}/assign`, { staffId: MAI.id })
    phone = await openTabletBrowser({ viewport: SMALL })
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
    await press(new RegExp(MAI.name))
    await typePin(MAI.pin)
    await page()
      .getByRole('link', { name: /^Khảo sát/ })
      .waitFor()
    await looksRight('home')
    await follow(/^Khảo sát/)
    await sees(`${visited.code} · Hà Thị Thăm Quxzvisit`)
    await looksRight('list')
    await page().evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await phone.goOffline()
  })
  afterAll(async () => {
    await phone?.close()
    await store?.server.close()
  })

  test('nothing is noted before they agree', async () => {
    await follow('Hộ mới, chưa có hồ sơ')
    await sees('Bước 1/6: Đồng ý')
    path = new URL(page().url()).pathname.replace(/^\/app\//, '')
    await goOn()
    await sees(/Chưa có đồng ý/)
    await looksRight('consent')
    await choose('Đã đọc, gia đình đồng ý')
    await die('Bước 1/6: Đồng ý')
    await goOn()
  })

  test('who lives there: what is typed and cannot be right is said, and all of it is there after a death', async () => {
    await sees('Bước 2/6: Người trong nhà')
    await field('Họ tên').fill('Đỗ Văn Giấu Quxzname')
    await field('Năm sinh').fill('19')
    await goOn()
    await sees(/Năm sinh của người thứ 1 chưa đúng/)
    await press('Quét thẻ căn cước')
    await page().locator('.camera-view').waitFor()
    await wedge(page(), '001041000120|012345678|DO VAN GIAU|05031941|Nam|Quxzaddress|01052021')
    await page().locator('.camera-view').waitFor({ state: 'detached' })
    expect(await field('Số căn cước hoặc CMND').inputValue()).toBe('001041000120')
    await field('Năm sinh').fill('1951')
    await sees(/1941/)
    await field('Năm sinh').fill('1941')
    await field('Điện thoại').fill('0912345987')
    await press('Thêm một người')
    await field('Họ tên', 1).fill('Đỗ Thị Con Quxzchild')
    await looksRight('household')
    await die('Bước 2/6: Người trong nhà')
    expect(await field('Họ tên').inputValue()).toBe('Đỗ Văn Giấu Quxzname')
    expect(await field('Họ tên', 1).inputValue()).toBe('Đỗ Thị Con Quxzchild')
    await goOn()
  })

  test('where: the commune from the list on the phone, the way, and the position', async () => {
    await sees('Bước 3/6: Nơi ở')
    await goOn()
    await sees(/Chưa chọn xã, phường/)
    await field('Tìm xã, phường').fill('ba dinh')
    await looksRight('commune')
    await press(/Phường Ba Đình/)
    await field('Thôn, xóm, số nhà').fill('Xóm Quxzaddress')
    await field('Đường vào nhà').fill('qua cầu Quxzway')
    await press('Lấy vị trí nhà')
    await sees(/Không lấy được vị trí/)
    await phone.context().grantPermissions(['geolocation'], { origin: store.server.url })
    await phone.context().setGeolocation({ latitude: 21.0347, longitude: 105.8345, accuracy: 12 })
    await press('Lấy vị trí nhà')
    await sees('Đã có vị trí, sai số khoảng 12 m.')
    await looksRight('place')
    await die('Đã có vị trí, sai số khoảng 12 m.')
    await sees(/Phường Ba Đình/)
    await goOn()
  })

  test('what they need', async () => {
    await sees('Bước 4/6: Hoàn cảnh, nhu cầu')
    await choose('Hộ nghèo')
    await field('Số người trong nhà').fill('2')
    await press('Lương thực')
    await goOn()
    await sees(/Nhu cầu thứ 1 chưa đúng/)
    await field('Số lượng').fill('12,5')
    await looksRight('needs')
    await die('Bước 4/6: Hoàn cảnh, nhu cầu')
    expect(await field('Số lượng').inputValue()).toBe('12,5')
    await goOn()
  })

  test('a picture, a last look, and one survey, also when the phone dies right after', async () => {
    await sees('Bước 5/6: Ảnh nhà')
    await takePicture()
    await die('Đã niêm phong')
    await looksRight('pictures')
    await goOn()
    await sees('Bước 6/6: Xem lại')
    await looksRight('check')
    await die('Bước 6/6: Xem lại')
    await press('Ghi khảo sát')
    await sees(/Đã ghi khảo sát KS-/)
    await looksRight('recorded')
    await phone.dieAndStartAgain()
    await open('surveys')
    await beginAgain(path.split('/').at(-1)!)
    await sees('Đang ghi dở')
    await open(path)
    await sees(/Đã ghi khảo sát KS-/)
    await page().getByText('Đang ghi dở').waitFor({ state: 'detached' })
    expect(await page().getByText('Đang ghi dở').count()).toBe(0)
  })

  test('a case file that is known is visited from the list, with what is known of it', async () => {
    await page().getByLabel('Hoặc tìm hồ sơ: mã, xã, tỉnh, nhóm').fill('H-0414')
    await follow(/H-0414/)
    await sees('Bước 1/6: Đồng ý')
    await choose('Đã đọc, gia đình đồng ý')
    await goOn()
    await field('Họ tên').fill('Bà Hai')
    await goOn()
    await sees(/Ba Đình/)
    await goOn()
    expect(await field('Số người trong nhà').inputValue()).toBe('5')
    await field('Số người trong nhà').fill('4')
    await looksRight('known-needs')
    await goOn()
    await goOn()
    await press('Ghi khảo sát')
    await sees('Đã ghi khảo sát H-0414. Máy tự gửi khi có mạng.')
  })

  test('a visit she was sent to: her PIN opens the names, and what is known is there to go on from, after a death too', async () => {
    await sees('Xem tên và địa chỉ')
    await press('Xem tên và địa chỉ')
    await typePin(MAI.pin)
    await follow(`${visited.code} · Hà Thị Thăm Quxzvisit`)
    await sees('Gọi 0912777666')
    await looksRight('visit')
    await follow('Bắt đầu khảo sát')
    await sees('Bước 1/6: Đồng ý')
    path = new URL(page().url()).pathname.replace(/^\/app\//, '')
    await choose('Gia đình đã ký giấy đồng ý')
    await die('Bước 1/6: Đồng ý')
    await goOn()
    expect(await field('Họ tên').inputValue()).toBe('Hà Thị Thăm Quxzvisit')
    expect(await field('Số căn cước hoặc CMND').inputValue()).toBe('')
    await field('Năm sinh').fill('1950')
    await goOn()
    expect(await field('Thôn, xóm, số nhà').inputValue()).toBe('Ngõ Quxzlane 7')
    await goOn()
    await goOn()
    await goOn()
    await press('Ghi khảo sát')
    await sees(`Đã ghi khảo sát ${visited.code}. Máy tự gửi khi có mạng.`)
    await sees('Đã ghi, chờ gửi')
    await looksRight('visits-recorded')
  })

  test('nothing personal of it lies on the disk of the phone', async () => {
    await phone.startAgain()
    expect(foundOnDisk(phone.profileFolder, [visited.caseFileId]).length).toBeGreaterThan(0)
    expect(foundOnDisk(phone.profileFolder, PLANTED)).toEqual([])
  })

  test('with a network all of it arrives once, and the case files go on to verification', async () => {
    await open('surveys')
    await phone.goOnline()
    await sees('Khảo sát tại nhà')
    const { reader, preChecker } = store.server
    const parts = () =>
      reader.all(reader.query.selectFrom('part').select(['kind', 'refusal']).orderBy('kind'))
    await expect
      .poll(() => parts().map(({ kind, refusal }) => `${kind} ${refusal ?? 'taken'}`), { timeout: 30_000 })
      .toEqual(['picture taken', 'survey taken', 'survey taken', 'survey taken'])
    const surveyed = reader.all(
      reader.query.selectFrom('caseEvent').select(['caseFileId', 'by']).where('kind', '=', 'surveyed'),
    )
    expect(surveyed).toHaveLength(3)
    const known = [store.caseFiles.red, visited.caseFileId]
    const found = surveyed.find(({ caseFileId }) => !known.includes(caseFileId))!
    expect(household(found.caseFileId)).toEqual({
      persons: [
        {
          name: 'Đỗ Văn Giấu Quxzname',
          birthYear: 1941,
          sex: 'male',
          idNumber: '001041000120',
          phone: '0912345987',
        },
        { name: 'Đỗ Thị Con Quxzchild' },
      ],
      address: 'Xóm Quxzaddress',
      howToFind: 'qua cầu Quxzway',
      place: { lat: 21.0347, lon: 105.8345, accuracyM: 12 },
    })
    await preChecker.look()
    expect(
      reader.get(reader.query.selectFrom('caseLife').selectAll().where('caseFileId', '=', found.caseFileId)),
    ).toMatchObject({
      source: 'field',
      step: 'verification',
      surveyedBy: MAI.id,
      communeCode: '00004',
      category: 'poor-household',
      doubts: 0,
    })
    const { body } = life('H-0414')!
    expect(JSON.parse(body)).toMatchObject({
      householdSize: 4,
      needs: expect.arrayContaining([
        { category: 'food', quantity: 30, unit: 'gói' },
        { category: 'staple', quantity: 25_000, unit: 'kg' },
        { itemId: expect.any(String), quantity: 12, unit: 'hộp' },
      ]),
    })
    expect(household(store.caseFiles.red)).toMatchObject({ persons: [{ name: 'Bà Hai' }] })
    expect(life(visited.code)).toMatchObject({ step: 'verification', surveyedBy: MAI.id })
    expect(household(visited.caseFileId)).toMatchObject({
      persons: [{ name: 'Hà Thị Thăm Quxzvisit', birthYear: 1950, idNumber: '001141000555' }],
    })
  })

  test('once the server has the survey the phone holds no visit any more', async () => {
    await page().getByText('Đã ghi, chờ gửi').waitFor({ state: 'detached' })
    await sees(/Chưa có lượt thăm nào/)
    const held = await page().evaluate(async () => {
      const open = indexedDB.open('kho4d')
      const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)))
      const count = db.transaction('packages').objectStore('packages').count()
      return new Promise<number>((resolve) => (count.onsuccess = () => resolve(count.result)))
    })
    expect(held).toBe(0)
  })
})
