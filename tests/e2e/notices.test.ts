import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { addHook, callHook, helpRequest } from '../support/help-request.ts'
import { keepPicture } from '../support/look-at.ts'
import { startTestServer, TEST_AT, type TestServer } from '../support/test-server.ts'
import { expectNoAxeTrouble, expectNoTextCut } from './desk-page.ts'

let browser: Browser
let server: TestServer
let context: BrowserContext
let page: Page
let path: string
beforeAll(async () => {
  browser = await openBrowser()
  server = await startTestServer({ now: () => TEST_AT, publicUrl: 'https://kho.vn' })
  await addHook(server, 'zalo')
  const { body } = await callHook(server.url, 'zalo', { id: 'm-1', ...helpRequest() }, { now: TEST_AT })
  path = `/ho-so/${String(body['trackCode'])}`
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' })
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})
const button = () => page.getByRole('button', { name: 'Báo cho tôi trên máy này' })
/** What the browser itself does not let a page do without its maker's service. */
const refused = /chặn tin báo|không nhận được tin báo/

test('a browser that can is offered to show each new step, and says in words why it does not', async () => {
  await page.goto(server.url + path)
  await button().waitFor()
  await keepPicture(page, 'bao-360')
  await button().scrollIntoViewIfNeeded()
  await keepPicture(page, 'bao-nut-360')
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  await button().click()
  await page.getByText(refused).waitFor()
  await keepPicture(page, 'bao-khong-duoc-360')
  await context.grantPermissions(['notifications'])
  await button().click()
  await page.getByText('không nhận được tin báo').waitFor()
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  await page.goto(`${server.url}${path}?lang=en`)
  await page.getByRole('button', { name: 'Tell me on this device' }).waitFor()
})

test('without a script the page lacks nothing but the offer', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' })
  const still = await plain.newPage()
  await still.goto(server.url + path)
  await still.getByText('Người xác minh sẽ gọi hoặc tới nhà.').waitFor()
  expect(await still.getByRole('button').count()).toBe(0)
  await plain.close()
})

test('what is pushed is shown with its words, the same once, by a worker that knows only these pages', async () => {
  await page.goto(server.url + path)
  await button().waitFor()
  const scopes = await page.evaluate(async () => {
    await navigator.serviceWorker.register('/ho-so/bao.js', { scope: '/ho-so/' })
    await navigator.serviceWorker.ready
    return (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname)
  })
  expect(scopes).toEqual(['/ho-so/'])
  const cdp = await context.newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations
      if (first) resolve(first.registrationId)
    })
  })
  await cdp.send('ServiceWorker.enable')
  const registrationId = await registered
  const data = JSON.stringify({ text: 'Đồ cho bạn đã được chuẩn bị.', path, tag: 'a' })
  for (let n = 0; n < 2; n++)
    await cdp.send('ServiceWorker.deliverPushMessage', { origin: server.url, registrationId, data })
  const shown = () =>
    page.evaluate(async () => {
      const { getNotifications } = ServiceWorkerRegistration.prototype
      const all = await getNotifications.call(await navigator.serviceWorker.ready)
      return all.map(({ title, body, data }) => ({ title, body, data: String(data) }))
    })
  await expect.poll(shown).toEqual([{ title: 'Kho 4Đ', body: 'Đồ cho bạn đã được chuẩn bị.', data: path }])
  expect(await page.evaluate(() => caches.keys())).toEqual([])
})
