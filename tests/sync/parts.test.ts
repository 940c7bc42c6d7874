import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { DeviceRow } from '#shared/desk/desk-device-wire'
import type { PartHash } from '#shared/part/part'
import { checkPicture } from '../../sync-server/part/picture/check-picture.ts'
import { openSealed } from '../../sync-server/seal/seal.ts'
import type { Fault } from '../support/fault-proxy.ts'
import { signInAs } from '../support/desk-client.ts'
import { findAxeViolations, findSmallTargets, keepPicture } from '../support/look-at.ts'
import { openPartPhone, type PartPhone } from '../support/part-phone.ts'
import { JPEG, jpegSegment, makeJpeg, plantInJpeg } from '../support/pictures.ts'
import { foundOnDisk } from '../support/found-on-disk.ts'

const PERSON = 'Vũ Thị Thật'
const CONTROL = 'Trông thấy được'
const CASE_FILE = 'case-1' as CaseFileId

let phone: PartPhone
let page: Page
beforeAll(async () => {
  phone = await openPartPhone()
})
afterAll(() => phone?.close())
afterEach(async () => {
  phone.proxy.faultFor = () => undefined
  // The last test ends the phone itself.
  await phone
    .context()
    .setOffline(false)
    .catch(() => undefined)
  await page.close()
})

/** A picture with a text in it, sealed and on disk, released unless `held`; answers the hash. */
function keep(at: Page, text: string, { held = false, jpeg = JPEG }: { held?: boolean; jpeg?: Buffer } = {}) {
  return keepBytes(at, plantInJpeg(jpegSegment(0xfe, Buffer.from(text)), jpeg), held)
}
function keepBytes(at: Page, plain: Buffer, held = false): Promise<PartHash> {
  return at.evaluate(
    async ({ base64, held, caseFileId }) => {
      const plain = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const part = { kind: 'picture' as const, subjectId: 'survey-1', caseFileId, plain, held }
      const kept = await window.core.keepPart(window.db, part)
      if (!kept.ok) throw new Error(kept.error.kind)
      return kept.value
    },
    { base64: plain.toString('base64'), held, caseFileId: CASE_FILE },
  )
}
const stateOf = (at: Page) => at.evaluate(() => window.core.readPartsState(window.db))
const sendNow = (at: Page) => at.evaluate(() => window.sync.pushNow())

function rows(hash: PartHash) {
  const { query } = phone.server.reader
  return phone.server.reader.all(query.selectFrom('part').selectAll().where('hash', '=', hash))
}
async function contentOf(hash: PartHash): Promise<Buffer> {
  const file = await phone.server.parts.files.read('kept', hash)
  const opened = openSealed(phone.server.keys, file!, `part:${hash}`)
  return Buffer.from(opened.ok ? opened.value : [])
}

test(
  'pictures chosen without a network are made small, seen, taken out or kept, and arrive clean once released',
  { timeout: 60_000 },
  async () => {
    page = await phone.open()
    await page.addStyleTag({ content: phone.styles })
    await page.evaluate((caseFileId) => window.showPictures({ subjectId: 'survey-1', caseFileId }), CASE_FILE)
    await phone.context().setOffline(true)
    const inputs = page.locator('input[type=file]')
    expect(await inputs.first().getAttribute('capture')).toBe('environment')
    const large = await drawLarge(page)
    const planted = plantInJpeg(jpegSegment(0xe1, Buffer.from(`Exif\0\0${PERSON}`)), large)
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })
    await inputs.first().setInputFiles(file('nha.jpg', planted))
    await page.getByRole('img', { name: 'Ảnh 1' }).waitFor()

    await inputs.last().setInputFiles(file('thu.jpg', Buffer.from(PERSON)))
    await page.getByText('Tệp này không phải ảnh').waitFor()
    const film = join(phone.server.folder, 'phim.jpg')
    writeFileSync(film, Buffer.alloc(40_000_000))
    await inputs.last().setInputFiles(film)
    await page.getByText('Tệp này lớn quá').waitFor()
    await inputs
      .last()
      .setInputFiles([file('a.jpg', JPEG), file('b.jpg', large), file('c.jpg', JPEG), file('d.jpg', JPEG)])
    await page.getByText('Đã đủ 4 ảnh').waitFor()
    expect(await page.getByRole('img').count()).toBe(4)
    await keepPicture(page, 'picture-field-full-360')
    await page.getByRole('button', { name: 'Bỏ ảnh 2' }).tap()
    await page.getByText('Ảnh: 3 / 4').waitFor()
    await keepPicture(page, 'picture-field-360')
    expect(await findSmallTargets(page)).toEqual([])
    expect(await findAxeViolations(page)).toEqual([])
    expect(await stateOf(page)).toMatchObject({ unsent: 3, refused: 0, lost: 0, broken: false })

    await phone.context().setOffline(false)
    await sendNow(page)
    expect((await stateOf(page)).unsent).toBe(3)
    const hashes = await page.evaluate(async () => {
      await window.core.releaseParts(window.db, window.pictureHashes)
      await window.sync.pushNow()
      return window.pictureHashes
    })
    expect(await stateOf(page)).toMatchObject({ unsent: 0, refused: 0, lost: 0, broken: false })
    await page.getByText('Đã gửi hoặc đang gửi').first().waitFor()
    expect(hashes).toHaveLength(3)
    for (const hash of hashes) {
      expect(rows(hash)).toEqual([
        expect.objectContaining({ kind: 'picture', refusal: null, caseFileId: CASE_FILE }),
      ])
      expect((await contentOf(hash)).includes(PERSON)).toBe(false)
    }
    expect(rows(hashes[0]!)[0]).toMatchObject({ width: 1600, height: 1067 })
  },
)

test('a picture is not taken out while the next one is being put away: none is named that is not there', async () => {
  page = await phone.open()
  await page.evaluate((caseFileId) => window.showPictures({ subjectId: 'survey-2', caseFileId }), CASE_FILE)
  const camera = page.locator('input[type=file]').first()
  const file = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: JPEG })
  const takeOut = (number: number) => page.getByRole('button', { name: `Bỏ ảnh ${number}` })
  await camera.setInputFiles(file('a.jpg'))
  await page.getByText('Ảnh: 1 / 4').waitFor()
  const turn = await page.evaluateHandle(
    () =>
      new Promise<() => void>((resolve) => {
        void navigator.locks.request('kho4d-part-keep', () => new Promise<void>((end) => resolve(end)))
      }),
  )
  await camera.setInputFiles(file('b.jpg'))
  await page.waitForFunction(async () => (await navigator.locks.query()).pending?.length === 1)
  expect(await takeOut(1).isDisabled()).toBe(true)
  await turn.evaluate((end) => end())
  await page.getByText('Ảnh: 2 / 4').waitFor()
  await takeOut(1).click()
  await page.getByText('Ảnh: 1 / 4').waitFor()
  const kept = await page.evaluate(() => window.core.listPartsOf(window.db, 'survey-2'))
  expect(await page.evaluate(() => window.pictureHashes)).toEqual(kept.map(({ hash }) => hash))
  await takeOut(1).click()
  await page.getByText('Ảnh: 0 / 4').waitFor()
})

/** As a camera would: larger than what is kept. */
async function drawLarge(at: Page): Promise<Buffer> {
  const base64 = await at.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 3000
    canvas.height = 2000
    const context = canvas.getContext('2d')!
    for (let i = 0; i < 400; i++) {
      context.fillStyle = `hsl(${i * 37} 60% 55%)`
      context.fillRect((i * 151) % 3000, (i * 97) % 2000, 300, 200)
    }
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]!
  })
  return Buffer.from(base64, 'base64')
}

test('a part leaves the phone only when its hash was acknowledged, whatever happens to the answers', async () => {
  page = await phone.open()
  const jpeg = makeJpeg(900_000, 1)
  const hash = await keep(page, PERSON, { jpeg })
  const faults: Fault[] = [
    { kind: 'lost-on-the-way' },
    { kind: 'answer-lost' },
    { kind: 'answer-cut' },
    { kind: 'other-page' },
    { kind: 'status-after', status: 500 },
    { kind: 'status-instead', status: 413 },
    { kind: 'answer-broken' },
  ]
  for (let asked = 0; (await stateOf(page)).unsent > 0; asked++) {
    expect(asked).toBeLessThan(40)
    let turn = asked
    phone.proxy.faultFor = ({ path }) =>
      path.includes('/parts/') && turn++ % 2 === 0 ? faults[asked % 7] : undefined
    await sendNow(page)
    if ((await stateOf(page)).refused > 0)
      await page.evaluate((hash) => window.core.resendPart(window.db, hash), hash)
    else if ((await stateOf(page)).unsent === 0) expect(rows(hash)).toHaveLength(1)
  }
  const cleaned = await checkPicture(jpeg)
  expect(cleaned.ok && (await contentOf(hash)).equals(cleaned.value.bytes)).toBe(true)
})

test('the desk is told how many pictures a phone still holds, those of an open draft included', async () => {
  page = await phone.open()
  const unsentParts = async () => {
    const desk = await signInAs(phone.server, 'auditor')
    const { body } = await desk.call<{ devices: DeviceRow[] }>('GET', '/devices')
    return body.devices.map((row) => row.unsentParts)
  }
  const held = await keep(page, 'held', { held: true })
  await keep(page, 'sent')
  await sendNow(page)
  expect(await unsentParts()).toEqual([1])
  await page.evaluate((hash) => window.core.releaseParts(window.db, [hash]), held)
  await sendNow(page)
  expect(await unsentParts()).toEqual([0])
})

test('two windows that send at the same time send each part once', async () => {
  page = await phone.open()
  const other = await phone.open()
  const hashes: PartHash[] = []
  for (let i = 0; i < 6; i++) hashes.push(await keep(i % 2 === 0 ? page : other, String(i)))
  const before = phone.proxy.seen.length
  await Promise.all([sendNow(page), sendNow(other)])
  const sent = phone.proxy.seen.slice(before).filter(({ method }) => method === 'PUT')
  expect(sent.map(({ path }) => path.split('?')[0]!.slice(-64)).sort()).toEqual([...hashes].sort())
  await other.close()
})

for (const step of ['part: before the transaction', 'part: kept', 'part: answered', 'part: removed']) {
  test(`a phone that dies at "${step}" loses nothing that was said to be saved, and doubles nothing`, async () => {
    let died = () => {}
    const death = new Promise<void>((resolve) => (died = resolve))
    const dying = await phone.open({
      onStep: (name) => {
        if (name !== step) return 'go on'
        died()
        return 'stop'
      },
    })
    const said: PartHash[] = []
    const work = async () => {
      said.push(await keep(dying, step))
      await sendNow(dying)
    }
    await Promise.race([death, work().catch(() => undefined)])
    await dying.close()

    page = await phone.open()
    await sendNow(page)
    expect(await stateOf(page)).toMatchObject({ unsent: 0, lost: 0 })
    const { query } = phone.server.reader
    const taken = phone.server.reader.all(query.selectFrom('part').select('hash'))
    for (const hash of said) expect(taken.filter((row) => row.hash === hash)).toHaveLength(1)
    if (step === 'part: kept') expect(said).toEqual([])
  })
}

test('what the server cannot take, and what is damaged on the phone, stays in sight until a person decides', async () => {
  page = await phone.open()
  const noPicture = await keepBytes(page, Buffer.from(PERSON))
  const damaged = await keep(page, '1')
  await page.evaluate(async (hash) => {
    const row = await window.db.parts.bytes.get(hash)
    row!.bytes[100]! ^= 1
    await window.db.parts.bytes.put(row!)
  }, damaged)
  await sendNow(page)
  expect(await stateOf(page)).toMatchObject({ unsent: 0, refused: 2, lost: 0, broken: false })
  const { refused } = await page.evaluate(() => window.core.listUnsentParts(window.db))
  expect(refused.map((part) => part.refused?.kind).sort()).toEqual(['damaged', 'not-a-picture'])
  for (const part of refused) expect(part.refused?.message.vi).toMatch(/\. Hãy /)
  const state = await page.evaluate(() => window.core.readDeviceState(window.db))
  expect(state.quarantined).toBe(2)
  const exported = await page.evaluate(() => window.core.exportParts(window.db))
  expect(exported.map(({ hash }) => hash).sort()).toEqual([noPicture, damaged].sort())

  expect(await page.evaluate(() => window.core.forgetWarehouse(window.db))).toMatchObject({ ok: false })
  for (const hash of [noPicture, damaged]) {
    await page.evaluate(
      (hash) => window.core.dropPart(window.db, hash, { reason: 'chụp lại', staffId: 's' as never }),
      hash,
    )
  }
  expect(await stateOf(page)).toMatchObject({ unsent: 0, refused: 0, lost: 0, broken: false })
})

test('a phone that is to forget its warehouse keeps it while a picture waits', async () => {
  page = await phone.open()
  const hash = await keep(page, '2', { held: true })
  expect((await page.evaluate(() => window.core.readDeviceState(window.db))).unsent).toBe(1)
  expect(await page.evaluate(() => window.core.forgetWarehouse(window.db))).toMatchObject({ ok: false })
  expect(await page.evaluate((hash) => window.core.takeOutPart(window.db, hash), hash)).toBe(true)
})

test('a store of pictures that the browser threw away is noticed, and says how many are lost', async () => {
  page = await phone.open()
  await keep(page, '3')
  await keep(page, '4', { held: true })
  await page.evaluate(async () => {
    window.db.parts.close()
    await window.db.parts.delete()
  })
  await page.close()
  page = await phone.open()
  await sendNow(page)
  expect(await stateOf(page)).toMatchObject({ unsent: 0, refused: 0, lost: 2, broken: false })
  await page.evaluate(() => window.core.acknowledgeLostParts(window.db))
  await sendNow(page)
  expect((await stateOf(page)).lost).toBe(0)
})

test('what was held and never released is sent after half a day, since it may be all there is', async () => {
  page = await phone.open()
  const hash = await keep(page, '5', { held: true })
  await page.evaluate(async (hash) => {
    await window.db.parts.parts.update(hash, {
      keptAt: new Date(Date.now() - 13 * 3_600_000).toISOString() as never,
    })
  }, hash)
  await sendNow(page)
  expect(rows(hash)).toHaveLength(1)
})

test('nothing that names a person is in the clear on the disk of the phone or of the server', async () => {
  page = await phone.open()
  await keep(page, PERSON, { held: true })
  await page.evaluate(
    async ([control]) => {
      await window.core.writeMeta(window.db, 'usualShelf', control as never)
    },
    [CONTROL],
  )
  await phone.end()
  expect(foundOnDisk(phone.profile, [CONTROL])).not.toEqual([])
  expect(foundOnDisk(phone.profile, [PERSON])).toEqual([])
  expect(foundOnDisk(phone.server.folder, [PERSON])).toEqual([])
})
