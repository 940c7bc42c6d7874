import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { addHook, callHook, helpRequest } from '../support/help-request.ts'
import { keepPicture } from '../support/look-at.ts'
import { createPushBrowser, startPushService } from '../support/push-browser.ts'
import { startTestServer, TEST_AT, type TestServer } from '../support/test-server.ts'
import { expectNoAxeTrouble, expectNoTextCut } from './desk-page.ts'

let browser: Browser
let service: Awaited<ReturnType<typeof startPushService>>
let server: TestServer
let context: BrowserContext
let page: Page
let path: string
beforeAll(async () => {
  browser = await openBrowser()
  service = await startPushService()
  const pushOrigins = [service.origin]
  server = await startTestServer({ now: () => TEST_AT, publicUrl: 'https://kho.vn', pushOrigins })
  await addHook(server, 'zalo')
  const { body } = await callHook(server.url, 'zalo', { id: 'm-1', ...helpRequest() }, { now: TEST_AT })
  path = `/ho-so/${String(body['trackCode'])}`
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' })
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  service?.close()
})
interface Shown {
  readonly shown: readonly unknown[]
}
const button = () => page.getByRole('button', { name: 'Báo cho tôi trên máy này' })

test('a browser that can is offered to show each new step, and says in words why it does not', async () => {
  await page.goto(server.url + path)
  await button().waitFor()
  await keepPicture(page, 'bao-360')
  await button().scrollIntoViewIfNeeded()
  await keepPicture(page, 'bao-nut-360')
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  await button().click()
  await page.getByText('Máy này đang chặn tin báo').waitFor()
  await keepPicture(page, 'bao-khong-duoc-360')
  // No maker's service stands behind the browser of a test.
  await context.grantPermissions(['notifications'])
  await button().click()
  await page.getByText('không nhận được tin báo').waitFor()
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  await page.goto(`${server.url}${path}?lang=en`)
  await page.getByRole('button', { name: 'Tell me on this device' }).waitFor()
})

test('turned on, it says so after a reload too; turned off, the server knows nothing of the browser any more', async () => {
  const { subscription } = createPushBrowser(`${service.origin}/send/1`)
  // In the place of the service of the browser's maker, which a test does not have.
  await page.addInitScript((given) => {
    const made = { endpoint: given.endpoint, toJSON: () => given }
    const isMade = () => localStorage.getItem('made') !== null
    Object.assign(PushManager.prototype, {
      getSubscription: async () => (isMade() ? made : null),
      subscribe: async () => {
        localStorage.setItem('made', '')
        return made
      },
    })
  }, subscription)
  await page.goto(server.url + path)
  await button().click()
  await page.getByText('Máy này sẽ báo khi yêu cầu sang bước mới.').waitFor()
  await keepPicture(page, 'bao-dang-bat-360')
  await expectNoAxeTrouble(page)
  await expectNoTextCut(page)
  const { reader } = server
  const kept = () => reader.all(reader.query.selectFrom('pushSubscription').select('caseFileId')).length
  expect([await button().count(), kept()]).toEqual([0, 1])
  await page.reload()
  const off = page.getByRole('button', { name: 'Thôi báo' })
  await off.click()
  await button().waitFor()
  expect([await off.count(), kept()]).toEqual([0, 0])
})

test('without a script the page lacks nothing but the offer', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'vi-VN' })
  const still = await plain.newPage()
  await still.goto(server.url + path)
  await still.getByText('Người xác minh sẽ gọi hoặc tới nhà.').waitFor()
  expect(await still.getByRole('button').count()).toBe(0)
  await plain.close()
})

test('what is pushed is shown in its words under its tag, by a worker that knows only these pages', async () => {
  await context.grantPermissions(['notifications'])
  await page.goto(server.url + path)
  await button().waitFor()
  const scopes = await page.evaluate(async () => {
    await navigator.serviceWorker.register('/ho-so/bao.js', { scope: '/ho-so/' })
    await navigator.serviceWorker.ready
    return (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname)
  })
  expect(scopes).toEqual(['/ho-so/'])
  // The browser of a test has nowhere to show it: what it is asked to show is written down.
  const worker = context.serviceWorkers()[0]!
  await worker.evaluate(() => {
    const { registration } = globalThis as never as { registration: ServiceWorkerRegistration }
    const shown: unknown[] = Object.assign(globalThis, { shown: [] }).shown
    registration.showNotification = async (...notice) => void shown.push(notice)
  })
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
  const shown = () => worker.evaluate(() => (globalThis as never as Shown).shown)
  const notice = ['Kho 4Đ', { body: 'Đồ cho bạn đã được chuẩn bị.', tag: 'a', data: path }]
  await expect.poll(shown).toEqual([notice, notice])
  expect(await page.evaluate(() => caches.keys())).toEqual([])
})
