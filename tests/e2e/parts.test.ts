import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentenceForPart } from '#shared/part/part-refusal'
import { instantFromMs } from '#shared/time/time'
import { signInAs } from '../support/desk-client.ts'
import { findAxeViolations, findSmallTargets, keepPicture } from '../support/look-at.ts'
import { cutText } from '../support/look-over.ts'
import { makePart } from '../support/part-hands.ts'
import { openTabletInStore, type TabletInStore } from '../support/tablet-in-store.ts'
import { expectNoAxeTrouble, expectNoTextCut } from './desk-page.ts'

const WINDOWS = [
  [1280, 800],
  [800, 1280],
  [360, 740],
] as const

let store: TabletInStore
let page: Page
beforeAll(async () => {
  store = await openTabletInStore()
  page = await store.tablet.open('unsent')
  await page.getByText('Đã gửi hết').first().waitFor()
})
afterAll(() => store?.close())

/** Puts a part where a screen that takes pictures puts it: sealed, in the store of its own. */
async function putPart(plain: Buffer, state: 'unsent' | 'refused'): Promise<string> {
  const now = instantFromMs(Date.now())
  const { hash, bytes, header } = makePart(store.server, plain, {
    caseFileId: store.caseFiles.green,
    keptAt: now,
  })
  const refused = { kind: 'picture-broken', message: sentenceForPart({ kind: 'picture-broken' }) }
  const row = { ...header, hash, state, ...(state === 'refused' && { refused }) }
  await page.evaluate(
    ({ row, base64 }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('kho4d-parts')
        opening.addEventListener('error', () => reject(new Error('no store of parts')))
        opening.addEventListener('success', () => {
          const put = opening.result.transaction(['parts', 'bytes'], 'readwrite')
          put.objectStore('parts').put(row)
          const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
          put.objectStore('bytes').put({ hash: row.hash, bytes })
          put.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    { row, base64: Buffer.from(bytes).toString('base64') },
  )
  return hash
}

/** A house of many colours, as heavy as a phone makes it. */
async function drawHouse(): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 1600
    canvas.height = 1200
    const context = canvas.getContext('2d')!
    context.fillStyle = '#9cc4e4'
    context.fillRect(0, 0, 1600, 1200)
    context.fillStyle = '#6b8f4e'
    context.fillRect(0, 800, 1600, 400)
    context.fillStyle = '#b5533c'
    context.fillRect(400, 450, 800, 550)
    context.fillStyle = '#222'
    context.font = '120px sans-serif'
    context.fillText('SỐ NHÀ 12', 500, 750)
    return canvas.toDataURL('image/jpeg', 0.8).split(',')[1]!
  })
  return Buffer.from(base64, 'base64')
}

test('a picture that waits is counted in the corner, at home and in the list, and goes up with the rest', async () => {
  await page.locator('html[data-offline-ready]').waitFor()
  await store.tablet.context.setOffline(true)
  const hash = await putPart(await drawHouse(), 'unsent')
  await putPart(Buffer.from('x'), 'refused')
  await page.reload()
  await page.getByRole('heading', { name: 'Ảnh và giấy tờ đang chờ gửi' }).waitFor()
  const badge = page.locator('.badge')
  expect(await badge.innerText()).toContain('1 chưa gửi')
  expect(await badge.innerText()).toContain('1 bị trả lại')
  expect(await page.getByText('Hồ sơ H-0412').count()).toBe(2)
  for (const [width, height] of WINDOWS) {
    await page.setViewportSize({ width, height })
    await keepPicture(page, `unsent-parts-${width}`)
    expect(await findSmallTargets(page)).toEqual([])
    expect(await findAxeViolations(page)).toEqual([])
    expect(await cutText(page)).toEqual([])
  }
  await page.goto(`${store.server.url}/app/`)
  await page.getByRole('link', { name: 'Chưa gửi: 1 · Bị trả lại: 1' }).click()
  await store.tablet.context.setOffline(false)
  await page.getByRole('button', { name: 'Gửi ngay' }).click()
  await page.getByRole('heading', { name: 'Ảnh và giấy tờ đang chờ gửi' }).waitFor({ state: 'detached' })
  const { query } = store.server.reader
  const row = store.server.reader.get(
    query
      .selectFrom('part')
      .selectAll()
      .where('hash', '=', hash as never),
  )
  expect(row).toMatchObject({ type: 'image/jpeg', width: 1600, height: 1200, refusal: null })
})

test('one that came back leaves with a reason and not without', async () => {
  await page.getByRole('button', { name: 'Bỏ, có lý do' }).click()
  const dialog = page.locator('dialog[open]')
  await dialog.getByRole('button', { name: 'Bỏ, có lý do' }).click()
  await dialog.getByText('Chưa có lý do').waitFor()
  await dialog.getByLabel('Lý do bỏ').fill('đã chụp lại')
  await dialog.getByRole('button', { name: 'Bỏ, có lý do' }).click()
  await page.getByText('Mọi ghi nhận của máy này đã tới máy chủ.').waitFor()
})

test('at the desk a picture opens by a press, and everyone sees a blurred copy once a coordinator has seen it', async () => {
  const desk = await signInAs(store.server, 'coordinator')
  const context = await store.browser.newContext({ locale: 'vi-VN', serviceWorkers: 'block' })
  const [name, value] = desk.cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: store.server.url }])
  const at = await context.newPage()
  at.setDefaultTimeout(20_000)
  await at.goto(`${store.server.url}/app/desk/case-files/${store.caseFiles.green}`)
  const show = at.getByRole('button', { name: 'Xem 1 ảnh' })
  await show.waitFor()
  const reads = () => store.server.reader.all(store.server.reader.query.selectFrom('personRead').selectAll())
  const before = reads().filter(({ why }) => why === 'picture').length
  expect(before).toBe(0)
  await show.click()
  const picture = at.getByRole('img', { name: 'Ảnh 1' })
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1600)
  expect(reads().filter(({ why }) => why === 'picture')).toHaveLength(1)
  for (const [width, height] of WINDOWS) {
    await at.setViewportSize({ width, height })
    await picture.scrollIntoViewIfNeeded()
    await keepPicture(at, `case-pictures-${width}`)
    await expectNoAxeTrouble(at)
    await expectNoTextCut(at)
  }

  await at.getByRole('button', { name: 'Công khai bản mờ…' }).click()
  await at.getByRole('img', { name: 'Bản mờ sẽ công khai' }).waitFor()
  await keepPicture(at, 'release-picture-360')
  await expectNoAxeTrouble(at)
  await at.getByRole('button', { name: 'Công khai bản mờ', exact: true }).click()
  const link = at.getByRole('link', { name: 'Xem bản công khai' })
  const shown = await fetch(new URL((await link.getAttribute('href'))!, store.server.url))
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await shown.arrayBuffer()).byteLength).toBeLessThan(65_536)
  await at.getByRole('button', { name: 'Thôi công khai' }).click()
  await link.waitFor({ state: 'detached' })
  expect((await fetch(shown.url)).status).toBe(404)
  await context.close()
})
