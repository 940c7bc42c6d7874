import { createPublicKey, verify } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PersonExtract } from '#shared/desk/desk-data-request-wire'
import type { RequestReceipt } from '#shared/desk/desk-request-wire'
import { HOUR_MS } from '#shared/time/time'
import { startServer } from '../../../sync-server/main.ts'
import { isKnownPushService } from '../../../sync-server/web-push/push-services.ts'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { helpRequest, OLD_MAN } from '../../support/help-request.ts'
import { createPushBrowser, openPush, startPushService, type Pushed } from '../../support/push-browser.ts'
import { foundOnDisk } from '../../support/found-on-disk.ts'
import { createTestClock, type TestClock } from '../../support/test-clock.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const PUBLIC_URL = 'https://kho.vn'
const SECRET_PATH = '/send/rieng-cua-may-nay'
let clock: TestClock
let service: Awaited<ReturnType<typeof startPushService>>
let server: TestServer
let desk: DeskClient
let browser: ReturnType<typeof createPushBrowser>
let asked: RequestReceipt
beforeEach(async () => {
  clock = createTestClock()
  service = await startPushService()
  server = await startTestServer({
    now: clock.now,
    publicUrl: PUBLIC_URL,
    pushOrigins: [service.origin],
    messageGateway: { url: `${service.origin}/sms`, secret: 'x'.repeat(20) },
  })
  desk = await signInAs(server, 'coordinator', {}, clock.now())
  browser = createPushBrowser(service.origin + SECRET_PATH)
  asked = (await desk.call<RequestReceipt>('POST', '/requests?by=phone', helpRequest({ tell: true }))).body
  clock.pass(1_000)
})
afterEach(async () => {
  await server.close()
  service.close()
})

async function call(
  method: 'POST' | 'DELETE',
  body: unknown,
  { code = asked.trackCode, query = '', headers = {} } = {},
) {
  const answer = await fetch(`${server.url}/ho-so/${code}/bao${query}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const told = (await answer.json()) as {
    isOn?: boolean
    error?: { kind: string; message: { vi: string; en: string } }
  }
  return { status: answer.status, isOn: told.isOn, error: told.error }
}
const turnOn = (from = browser, more = {}) => call('POST', from.subscription, more)
const refuse = () => desk.call('POST', `/requests/${asked.caseFileId}/refuse`, { reason: 'not-found' })
const pushed = () => service.received.filter(({ path }) => path !== '/sms')
const rows = () => server.reader.all(server.reader.query.selectFrom('pushSubscription').selectAll())

/** What the server says of itself, checked with the key it says it with. */
function claimsOf({ headers }: Pushed, publicKey: string): Record<string, unknown> {
  const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(String(headers['authorization']))!
  expect(key).toBe(publicKey)
  const point = Buffer.from(key, 'base64url')
  const x = point.subarray(1, 33).toString('base64url')
  const y = point.subarray(33).toString('base64url')
  const [head = '', claims = '', signature = ''] = token.split('.')
  const jwk = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const signed = Buffer.from(`${head}.${claims}`)
  const isSigned = verify(
    'sha256',
    signed,
    { key: jwk, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  expect(isSigned).toBe(true)
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toMatchObject({ alg: 'ES256' })
  return JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
}
const pageOf = async (code = asked.trackCode) => (await fetch(`${server.url}/ho-so/${code}`)).text()
const keyOf = (page: string) => /data-push-key="([\w-]+)"/.exec(page)?.[1]

test('these tests open what RFC 8291 gives as its example', () => {
  const body =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN'
  const opened = openPush(Buffer.from(body, 'base64url'), {
    privateKey: Buffer.from('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url'),
    auth: Buffer.from('BTBZMqHH6r4Tts7J_aSIgg', 'base64url'),
  })
  expect(opened.toString()).toBe('When I grow up, I want to be a watermelon')
})

test('a browser shows a new step once: sealed to it, signed by this server, beside the message of the gateway', async () => {
  expect(await turnOn()).toMatchObject({ status: 200, isOn: true })
  await refuse()
  service.state.status = 503
  await server.messenger.look()
  service.state.status = 201
  await server.messenger.look()
  expect(service.received.map(({ path }) => path).toSorted()).toEqual([SECRET_PATH, '/sms'])
  clock.pass(60_000)
  await server.messenger.look()
  await server.messenger.look()
  clock.pass(HOUR_MS)
  await server.messenger.look()
  expect(service.received.map(({ path }) => path).toSorted()).toEqual([
    SECRET_PATH,
    SECRET_PATH,
    '/sms',
    '/sms',
  ])

  const [failed, sent] = pushed().map(({ body }) => browser.open(body))
  expect(sent).toEqual({
    text: 'Chúng tôi chưa giúp được yêu cầu của bạn. Mở trang theo dõi để xem lý do và hỏi ai.',
    path: `/ho-so/${asked.trackCode}`,
    tag: expect.stringMatching(/^[\w-]{32}$/),
  })
  expect(failed).toEqual(sent)
  const { headers, body } = pushed()[1]!
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '259200', topic: sent!['tag'] })
  expect(body.toString('latin1')).not.toContain(asked.trackCode)
  const { aud, sub, exp } = claimsOf(pushed()[1]!, keyOf(await pageOf())!)
  expect([aud, sub]).toEqual([service.origin, PUBLIC_URL])
  const aheadMs = Number(exp) * 1_000 - Date.parse(clock.now())
  expect(aheadMs > 0 && aheadMs <= 24 * HOUR_MS).toBe(true)
  expect(() => createPushBrowser('x').open(body)).toThrow()
})

test('wrong codes are counted together with those of the page that follows a request', async () => {
  const from = { 'x-forwarded-for': '203.0.113.7' }
  const { endpoint } = browser.subscription
  const wrong = { code: '00000-00000-00001', headers: from }
  for (let n = 0; n < 12; n++) expect((await call('POST', { endpoint }, wrong)).status).toBe(404)
  expect(await turnOn(browser, { headers: from })).toMatchObject({ status: 429, error: { kind: 'too-many' } })
  const follow = async (headers = {}) =>
    (await fetch(`${server.url}/ho-so/${asked.trackCode}`, { headers })).status
  expect([await follow(from), await follow(), rows().length]).toEqual([429, 200, 0])
  clock.pass(10 * 60_000)
  expect([await follow(from), (await turnOn(browser, { headers: from })).status]).toEqual([200, 200])
})

test('joined requests with one number or one browser tell it once a step, and a neighbour beside it', async () => {
  const ask = async (more: Parameters<typeof helpRequest>[0]) =>
    (await desk.call<RequestReceipt>('POST', '/requests?by=phone', helpRequest({ tell: true, ...more }))).body
  const again = await ask({ person: { ...OLD_MAN, phone: '+84 912 345 678' } })
  const neighbour = { name: 'Cô Láng', phone: '0987654321' }
  const third = await ask({ requester: neighbour })
  for (const { trackCode } of [asked, again]) await turnOn(browser, { code: trackCode })
  await turnOn(createPushBrowser(`${service.origin}/send/may-khac`), { code: third.trackCode })
  await refuse()
  service.state.status = 503
  await server.messenger.look()
  service.received.length = 0
  service.state.status = 201
  clock.pass(60_000)
  await server.messenger.look()
  clock.pass(HOUR_MS)
  await server.messenger.look()
  expect(
    pushed()
      .map(({ path }) => path)
      .toSorted(),
  ).toEqual([SECRET_PATH, '/send/may-khac'].toSorted())
  const told = service.received.filter(({ path }) => path === '/sms')
  const numbers = told.map(({ body }) => (JSON.parse(body.toString()) as { to: string }).to)
  expect(numbers.map((it) => it.replace(/\D/g, '').slice(-9)).toSorted()).toEqual(['912345678', '987654321'])
})

test('nothing is sent again by a server that starts anew, and its key is the same', async () => {
  await turnOn()
  await refuse()
  await server.messenger.look()
  expect(pushed()).toHaveLength(1)
  const key = keyOf(await pageOf())
  const again = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataFolder: server.folder,
    now: clock.now,
    publicUrl: PUBLIC_URL,
    pushOrigins: [service.origin],
  })
  await again.messenger.look()
  clock.pass(HOUR_MS)
  await again.messenger.look()
  expect(pushed()).toHaveLength(1)
  const page = await (await fetch(`${again.url}/ho-so/${asked.trackCode}`)).text()
  await again.close()
  expect([key?.length, keyOf(page)]).toEqual([87, key])
})

test('each browser is told in the language of its page, and those of another case file are not told', async () => {
  const english = createPushBrowser(`${service.origin}/send/2`)
  const stranger = createPushBrowser(`${service.origin}/send/3`)
  const person = { name: 'Lê Thị Khác', phone: '0933333333' }
  const { body: other } = await desk.call<RequestReceipt>(
    'POST',
    '/requests?by=phone',
    helpRequest({ person, address: 'x' }),
  )
  await turnOn()
  await turnOn(english, { query: '?lang=en' })
  await turnOn(stranger, { code: other.trackCode })
  await refuse()
  await server.messenger.look()
  const bodyAt = (path: string) => pushed().find((it) => it.path === path)?.body
  expect(browser.open(bodyAt(SECRET_PATH)!)['text']).toContain('Chúng tôi')
  expect(english.open(bodyAt('/send/2')!)['text']).toContain('We could not help')
  expect(bodyAt('/send/3')).toBeUndefined()
  // How long it is does not tell the words.
  expect(bodyAt('/send/2')!.length).toBe(bodyAt(SECRET_PATH)!.length)
})

test.each([404, 410])('a browser whose service answers %i is forgotten', async (status) => {
  await turnOn()
  service.state.status = status
  await refuse()
  await server.messenger.look()
  expect([pushed().length, rows()]).toEqual([1, []])
  expect(await call('POST', { endpoint: browser.subscription.endpoint })).toMatchObject({ isOn: false })
  service.state.status = 201
  clock.pass(HOUR_MS)
  await server.messenger.look()
  expect(pushed()).toHaveLength(1)
})

test('it is turned off again, with what still waited to be sent', async () => {
  const { endpoint } = browser.subscription
  await turnOn()
  expect(await call('POST', { endpoint })).toMatchObject({ status: 200, isOn: true })
  await refuse()
  const { reader } = server
  const waiting = () =>
    reader.all(reader.query.selectFrom('message').select('id').where('pushId', 'is not', null)).length
  expect(waiting()).toBe(1)
  expect(await call('DELETE', { endpoint })).toMatchObject({ status: 200, isOn: false })
  expect(waiting()).toBe(0)
  await server.messenger.look()
  expect([pushed(), rows()]).toEqual([[], []])
  expect(await call('POST', { endpoint })).toMatchObject({ isOn: false })
})

test('no address is called but those of known push services', async () => {
  for (const endpoint of [
    'https://fcm.googleapis.com/fcm/send/x',
    'https://updates.push.services.mozilla.com/wpush/v2/x',
    'https://web.push.apple.com/x',
    'https://sg2p.notify.windows.com/w/?token=x',
  ]) {
    expect([endpoint, isKnownPushService(endpoint)]).toEqual([endpoint, true])
  }
  for (const endpoint of [
    'http://fcm.googleapis.com/fcm/send/x',
    'https://fcm.googleapis.com:8443/x',
    'https://fcm.googleapis.com.evil.vn/x',
    'https://xfcm.googleapis.com/x',
    'https://evilpush.apple.com/x',
    'https://a@fcm.googleapis.com/x',
    'https://evil.vn/?https://fcm.googleapis.com/',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'http://169.254.169.254/latest',
    `${service.origin.replace('127.0.0.1', 'localhost')}/send`,
    'file:///etc/passwd',
    'x',
  ]) {
    const { status, error } = await turnOn(createPushBrowser(endpoint))
    expect([endpoint, status, error?.kind]).toEqual([endpoint, 400, 'service-unknown'])
    expect(error!.message.vi).toContain('không gửi tới được')
  }
  expect(rows()).toEqual([])
})

test('who does not know the code, comes from another page, sends no keys or too often is turned away', async () => {
  const { keys, endpoint } = browser.subscription
  const wrong = { code: '00000-00000-00000' }
  expect(await turnOn(browser, wrong)).toMatchObject({ status: 404, error: { kind: 'no-code' } })
  expect((await call('DELETE', { endpoint }, wrong)).status).toBe(404)
  expect((await turnOn(browser, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
  for (const body of [
    {},
    { endpoint, keys: { ...keys, auth: 'AAAA' } },
    { endpoint, keys: { ...keys, p256dh: keys.p256dh.replace(/^./, 'A') } },
    { endpoint, keys: { p256dh: keys.auth, auth: keys.auth } },
    { endpoint: 7 },
  ]) {
    expect((await call('POST', body)).status).toBe(400)
  }
  expect((await call('POST', { endpoint: 'x'.repeat(5_000) })).status).toBe(413)
  expect(rows()).toEqual([])

  const headers = { 'x-forwarded-for': '203.0.113.7' }
  const statuses = new Set<number>()
  for (let n = 0; n < 41; n++)
    statuses.add((await turnOn(createPushBrowser(`${service.origin}/send/${n}`), { headers })).status)
  expect([...statuses]).toEqual([200, 429])
  // Of one case file only the newest are told.
  expect(rows()).toHaveLength(10)
  const guesses = new Set<number>()
  for (let n = 0; n < 13; n++) guesses.add((await turnOn(browser, { ...wrong, headers })).status)
  expect([...guesses]).toEqual([404, 429])
})

test('nothing of a browser lies in the clear, its owner hears of it, and it is erased with the person', async () => {
  await turnOn()
  await refuse()
  const { endpoint, keys } = browser.subscription
  expect(foundOnDisk(server.folder, [endpoint, SECRET_PATH, keys.auth, keys.p256dh])).toEqual([])
  expect(rows()).toHaveLength(1)

  const { body: request } = await desk.call<{ id: string }>('POST', '/data-requests', {
    asks: 'erase',
    requester: 'Bí',
  })
  await desk.call('POST', `/data-requests/${request.id}/search`, { phone: OLD_MAN.phone })
  const of = `/data-requests/${request.id}/case-files/${asked.caseFileId}`
  const show = () => desk.call<PersonExtract>('POST', `${of}/show`, {})
  expect((await show()).body.toldBrowsers).toBe(1)
  await desk.call('POST', `${of}/erase`, {})
  expect([(await show()).body.toldBrowsers, rows()]).toEqual([0, []])
  await server.messenger.look()
  expect(pushed()).toEqual([])
})

test('a server that nobody reaches by HTTPS offers nothing', async () => {
  const plain = await startTestServer({
    now: clock.now,
    publicUrl: 'http://kho.vn',
    pushOrigins: [service.origin],
  })
  const staff = await signInAs(plain, 'coordinator', {}, clock.now())
  const { body } = await staff.call<RequestReceipt>('POST', '/requests?by=phone', helpRequest())
  const page = await fetch(`${plain.url}/ho-so/${body.trackCode}`)
  expect(await page.text()).not.toMatch(/data-push-key|<script/)
  const answer = await fetch(`${plain.url}/ho-so/${body.trackCode}/bao`, {
    method: 'POST',
    body: JSON.stringify(browser.subscription),
  })
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('chưa gửi tin báo')])
  await plain.close()
})

test('the worker is a script of its own folder that keeps nothing and takes no request', async () => {
  const answer = await fetch(`${server.url}/ho-so/bao.js`)
  expect(answer.headers.get('content-type')).toContain('text/javascript')
  expect(answer.headers.get('service-worker-allowed')).toBeNull()
  expect(await answer.text()).not.toMatch(/caches|fetch|indexedDB/)
})
