import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import { instantFromMs } from '#shared/time/time'
import { browserLaunchOptions } from '../support/browser.ts'
import { keepPicture } from '../support/look-at.ts'
import { axeFindings, cutText, smallTargets } from '../support/look-over.ts'
import { openDesk, type DeskForTests } from './desk-page.ts'

const PHONE = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36'
const PERSON = { name: 'Lò Văn Thật', phone: '0912 345 678' }

let browser: Browser
let desk: DeskForTests
let page: Page
let caseFileId: CaseFileId
beforeAll(async () => {
  browser = await chromium.launch(await browserLaunchOptions())
  desk = await openDesk(browser)
  page = desk.page
  const { writer, persons } = desk.server
  const signed = { changedBy: 'test', at: instantFromMs(Date.now() - 1_000) }
  const added = await writer.write('addCaseFile', {
    caseFile: {
      code: 'HS-0001',
      category: 'elderly',
      provinceCode: '01',
      communeCode: '00004',
      householdSize: 1,
      needs: [{ category: 'staple', quantity: 10_000, unit: 'kg' }],
    },
    ...signed,
  })
  if (!added.ok) throw new Error(added.error.kind)
  caseFileId = added.value
  await writer.write('setTick', { id: caseFileId, tick: 'green', tickUntil: null, ...signed })
  await persons.put(caseFileId, { persons: [PERSON], address: 'Ngõ Kín 7', howToFind: '' }, 'test')
})
afterAll(async () => {
  await desk?.close()
  await browser?.close()
})

test('a coordinator publishes a case in words that name nobody, and everyone sees it without a script and sends a heart', async () => {
  await desk.open(`/case-files/${caseFileId}`, 'Hồ sơ HS-0001')
  const card = page.getByRole('region', { name: 'Đăng công khai' })
  await card.getByLabel('Lời kể ngắn').fill('Cụ Lò Văn Thật sống một mình, nhà dột.')
  await card.getByRole('button', { name: 'Đăng công khai' }).click()
  await card.getByText('Nội dung có tên người').waitFor()
  await card.getByLabel('Lời kể ngắn').fill('Một cụ già sống một mình, nhà dột.')
  await card.getByRole('button', { name: 'Đăng công khai' }).click()
  const link = card.getByRole('link', { name: 'Mở trang công khai' })
  await link.waitFor()
  expect(await axeFindings(page)).toEqual([])
  const address = desk.server.url + (await link.getAttribute('href'))

  const visitor = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
    userAgent: PHONE,
    javaScriptEnabled: false,
  })
  const phone = await visitor.newPage()
  await phone.goto(`${desk.server.url}/truong-hop`)
  await phone.getByRole('link', { name: 'Người cao tuổi · Hà Nội' }).click()
  await phone.getByText('Một cụ già sống một mình, nhà dột.').waitFor()
  await keepPicture(phone, 'public-case-360')
  await phone.getByRole('button', { name: 'Gửi một trái tim' }).click()
  await phone.getByText('Hôm nay bạn đã gửi trái tim').waitFor()
  expect(await visitor.cookies()).toEqual([])
  await visitor.close()

  await page.reload()
  const counted = page.getByRole('region', { name: 'Đăng công khai' })
  await counted.getByText('Trái tim').waitFor()
  expect(await counted.locator('.figures').allTextContents()).toEqual(['1', '1'])
  await counted.getByRole('button', { name: 'Thôi đăng' }).click()
  await counted.getByText('Đã thôi đăng ngày').waitFor()
  expect((await page.request.get(address)).status()).toBe(404)
})

test('the public pages are clean to axe, large enough to press and cut nothing off, on a phone and a wide screen', async () => {
  const { writer } = desk.server
  const published = await writer.write('publish', {
    caseFileId,
    publicCode: '23456789ab',
    words: 'Một cụ già sống một mình, nhà dột.',
    wordsEn: '',
    by: 'test' as never,
    at: instantFromMs(Date.now()),
  })
  expect(published.ok).toBe(true)
  const found: string[] = []
  for (const width of [360, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 740 }, locale: 'vi-VN' })
    const visit = await context.newPage()
    await visit.goto(`${desk.server.url}/truong-hop`)
    found.push(...(await axeFindings(visit)), ...(await cutText(visit)), ...(await smallTargets(visit, 40)))
    await visit.locator('.case a').click()
    found.push(...(await axeFindings(visit)), ...(await cutText(visit)), ...(await smallTargets(visit, 40)))
    await context.close()
  }
  expect(found).toEqual([])
})
