import { serve } from '@hono/node-server'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as letOthersRun } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RequestPage } from '#shared/desk/desk-request-wire'
import { CONSENT_VERSION } from '#shared/request/request'
import { dayInVietnam, HOUR_MS, type Instant } from '#shared/time/time'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { OLD_MAN } from '../../support/help-request.ts'
import { createTestClock, type TestClock } from '../../support/test-clock.ts'
import { createApp } from '../../../sync-server/app.ts'
import { openForWriting } from '../../../sync-server/database/open-database.ts'
import { openReader } from '../../../sync-server/database/open-reader.ts'
import { createJobRunner } from '../../../sync-server/database/run-jobs.ts'
import { createWriterDb } from '../../../sync-server/database/writer-db.ts'
import type { JobName } from '../../../sync-server/database/writer-jobs.ts'
import { createServerLog } from '../../../sync-server/http/server-log.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const FIELDS = {
  who: 'self',
  name: OLD_MAN.name,
  birthYear: '1941',
  phone: OLD_MAN.phone,
  idNumber: OLD_MAN.idNumber,
  size: '1',
  category: 'elderly',
  province: '01',
  commune: 'ba dinh',
  address: 'Ngõ Kín 7',
  howToFind: '',
  words: 'Nhà dột nát',
  consent: CONSENT_VERSION,
}
let clock: TestClock
let server: TestServer
let desk: DeskClient
beforeAll(async () => {
  clock = createTestClock()
  server = await startTestServer({ now: clock.now })
  desk = await signInAs(server, 'coordinator', {}, clock.now())
})
afterAll(() => server.close())

/** Each test sends from an address of its own. */
const nextAddress = (() => {
  let last = 0
  return () => `203.0.113.${++last}`
})()

async function open(path = '/can-giup', headers: Record<string, string> = {}, url = server.url) {
  const answer = await fetch(url + path, { headers, redirect: 'manual' })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
/** As a browser sends it, from an address of its own. */
async function send(
  fields: Record<string, string | readonly string[]>,
  from = nextAddress(),
  path = '/can-giup',
  url = server.url,
) {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  const answer = await fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': from },
    body: form.toString(),
  })
  const text = await answer.text()
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(text)?.[0] ?? ''
  return { status: answer.status, text, code, headers: answer.headers }
}
const ticketOf = (text: string) => /name="form" value="([^"]+)"/.exec(text)![1]!
/** What the page's script does; a busy machine takes so long that connections are closed meanwhile, which must be seen. */
async function prove(ticket: string): Promise<string> {
  for (let n = 0; ; n++) {
    if (n % 1_000 === 0) await letOthersRun()
    const hash = createHash('sha256').update(`${ticket}:${n}`).digest()
    if (hash.readUInt32BE(0) >>> 16 === 0) return String(n)
  }
}
const total = async () => (await desk.call<RequestPage>('GET', '/requests')).body.total

test('a form without a script becomes a request, a code and a page that follows it', async () => {
  const form = ticketOf((await open()).text)
  const sent = await send({ ...FIELDS, form, need: ['staple', 'bedding'] })
  expect([sent.status, sent.headers.get('cache-control')]).toEqual([201, 'no-store'])
  expect(sent.text).toContain('<svg')
  const { body } = await desk.call<RequestPage>('GET', '/requests')
  expect(body.rows).toMatchObject([
    {
      source: 'public',
      communeName: 'Phường Ba Đình',
      body: { needs: [{ category: 'staple', quantity: 5_000 }, { category: 'bedding' }] },
    },
  ])
  const followed = await open(`/ho-so/${sent.code.toLowerCase()}`)
  expect([followed.status, followed.text]).toEqual([200, expect.stringContaining('Đã nhận yêu cầu')])
  expect(followed.text).not.toMatch(/Bí|0912345678|001041000123|Ngõ Kín|Ba Đình|dột/)
  const again = await send({ ...FIELDS, form, need: ['staple', 'bedding'] })
  expect([again.code, await total()]).toEqual([sent.code, 1])
})

test('the form once more for somebody else, by way of Back, is another request', async () => {
  const form = ticketOf((await open()).text)
  const neighbour = { name: 'Lò Thị Láng', phone: '0987654321', idNumber: '', words: 'Lũ cuốn mất bếp' }
  const before = await total()
  const other = { ...FIELDS, ...neighbour, form, address: 'Nhà bên suối' }
  const own = { ...FIELDS, name: 'Lò Văn Bản', phone: '0977000111', idNumber: '', form, address: 'Đầu bản' }
  const [first, second, again] = [await send(own), await send(other), await send(other)]
  expect([first.status, second.status, second.code === first.code]).toEqual([201, 201, false])
  expect([again.code, await total()]).toEqual([second.code, before + 2])
})

test.each([
  ['no name', { name: ' ' }, 'name'],
  ['a phone number with letters', { phone: '09xx' }, 'phone'],
  ['a phone number with a story', { phone: `0912 345 678 ${'chỉ gọi buổi tối '.repeat(2)}` }, 'phone'],
  ['an ID number that is too short', { idNumber: '12345' }, 'idNumber'],
  ['an ID number with a story', { idNumber: `001041000123 ${'cấp ở huyện cũ '.repeat(2)}` }, 'idNumber'],
  ['a year that is to come', { birthYear: '2031' }, 'birthYear'],
  ['nobody in the household', { size: '0' }, 'size'],
  ['no place at all', { address: '', howToFind: '' }, 'address'],
  ['no consent', { consent: '' }, 'consent'],
  ['the consent to another text', { consent: '2019-01' }, 'consent'],
  ['the consent to a text that has changed since', { consent: '2026-11' }, 'consent'],
  ['nothing that is needed', { words: '' }, 'need'],
  ['a neighbour without a number', { who: 'other', requesterName: 'Lan' }, 'requesterPhone'],
  [
    'a neighbour whose number has a story',
    { who: 'other', requesterName: 'Lan', requesterPhone: `0987 654 321 ${'chỉ gọi buổi tối '.repeat(2)}` },
    'requesterPhone',
  ],
])('%s: the field says what belongs there and keeps everything typed', async (_, wrong, field) => {
  const before = await total()
  const { status, text } = await send({ ...FIELDS, ...wrong })
  expect(status).toBe(422)
  expect(text.match(/id="(\w+)-fault"/g)).toEqual([`id="${field}-fault"`])
  expect(text).toContain(`href="#${field}"`)
  for (const value of Object.values({ ...FIELDS, ...wrong })) {
    if (/^[\p{L}\d ]{4,}$/u.test(value) && !['self', 'other', '2019-01'].includes(value))
      expect(text).toContain(value)
  }
  expect(await total()).toBe(before)
})

test('a commune that is not found is chosen from the list of its province', async () => {
  const { text } = await send({ ...FIELDS, commune: 'Xã Mơ' })
  expect(text).toMatch(/<select id="commune"[\s\S]*<option value="00004"/)
  const { status } = await send({ ...FIELDS, commune: '00004' })
  expect(status).toBe(201)
})

test('a commune by its name from before July 2025 finds the one of today, or asks which of them', async () => {
  const old = { ...FIELDS, phone: '0912000012', idNumber: '', name: 'Lê Văn Cũ', province: '79' }
  const sent = await send({ ...old, commune: 'p.12, go vap' })
  expect(sent.status).toBe(201)
  const { body } = await desk.call<RequestPage>('GET', '/requests?place=79')
  expect(body.rows.map(({ communeName }) => communeName)).toEqual(['Phường An Hội Tây'])
  const asked = await send({ ...old, commune: 'Phường 12' })
  expect(asked.status).toBe(422)
  const [, maybe] = /<optgroup label="Có thể là">([^]*?)<\/optgroup>/.exec(asked.text)!
  const names = [...maybe!.matchAll(/<option[^>]*>([^<]+)/g)].map(([, name]) => name)
  expect(names).toContain('Phường An Hội Tây')
  expect(names.length).toBeLessThan(20)
  const elsewhere = await send({ ...old, province: '01', commune: 'Phường 12, Quận Gò Vấp' })
  expect([elsewhere.status, elsewhere.text.includes('<optgroup')]).toEqual([422, false])
})

test('an address may send a few requests an hour without the proof of work, and more with it', async () => {
  const one = (n: number) => ({
    ...FIELDS,
    phone: '',
    idNumber: '',
    birthYear: String(1940 + n),
    name: `Người Thứ ${n}`,
  })
  const [from, other] = [nextAddress(), nextAddress()]
  const statuses = []
  for (let n = 0; n < 5; n++) statuses.push((await send(one(n), from)).status)
  expect(statuses).toEqual([201, 201, 201, 201, 429])
  const refused = await send(one(5), from)
  expect([refused.text, refused.headers.get('retry-after')]).toEqual([
    expect.stringContaining('Người Thứ 5'),
    '3600',
  ])
  expect((await send(one(5), other)).status).toBe(201)
  const form = ticketOf((await open()).text)
  expect((await send({ ...one(6), form, proof: await prove(form) }, from)).status).toBe(201)
  expect((await send({ ...one(7), form: `${form}x`, proof: await prove(form) }, from)).status).toBe(429)
  clock.pass(HOUR_MS)
  expect((await send(one(8), from)).status).toBe(201)
})

test('a story that is too long comes back whole; what no request can hold is turned away in words', async () => {
  const words = 'ố'.repeat(20_000)
  const long = await send({ ...FIELDS, words })
  expect([long.status, long.text.includes(words)]).toEqual([422, true])
  expect(long.text.match(/id="(\w+)-fault"/g)).toEqual(['id="words-fault"'])
  const endless = await send({ ...FIELDS, words: words.repeat(2) })
  expect([endless.status, endless.text]).toEqual([413, expect.stringContaining('Gửi dài quá')])
  expect((await send({ ...FIELDS, words: words.repeat(2) }, '', '/can-giup?lang=en')).text).toContain(
    'too long',
  )
})

test('while nothing can be stored the form comes back with everything typed, and no turn is lost by it', async () => {
  const lines: string[] = []
  const sqlite = openForWriting(server.folder)
  sqlite.pragma('busy_timeout = 0')
  const run = createJobRunner(sqlite, createWriterDb(sqlite))
  const writer = {
    write: async (name: JobName, args: unknown) => {
      const [outcome] = run([{ name, args }])
      if (!outcome!.ok) throw outcome!.error
      return outcome!.answer
    },
  }
  const log = createServerLog((line) => void lines.push(line))
  const { reader, keys, persons, markKeeper } = server
  const app = createApp({
    reader,
    writer,
    keys,
    persons,
    markKeeper,
    log,
    now: clock.now,
    newId: randomUUID,
  } as never)
  const http = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(http, 'listening')
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const from = nextAddress()
  const typed = { ...FIELDS, name: 'Lù Thị Chờ', phone: '0966000111', idNumber: '', need: ['bedding'] }
  const before = await total()

  // Another process takes in a long list.
  const other = openForWriting(server.folder)
  other.exec('BEGIN IMMEDIATE')
  for (let n = 0; n < 5; n++) {
    const { status, text, headers } = await send(typed, from, '/can-giup', url)
    expect([status, headers.get('retry-after')]).toEqual([503, '60'])
    for (const kept of [
      'Hiện chưa nhận được',
      'Lù Thị Chờ',
      '0966000111',
      'Nhà dột nát',
      'value="bedding" checked',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(kept)
  }
  other.exec('ROLLBACK')
  other.close()
  expect((await send(typed, from, '/can-giup', url)).status).toBe(201)
  expect(await total()).toBe(before + 1)

  sqlite.close()
  const broken = await send(typed, from, '/can-giup?lang=en', url)
  expect([broken.status, broken.text]).toEqual([500, expect.stringContaining('could not take it in')])
  expect(broken.text).toContain('Lù Thị Chờ')
  expect(lines.join('')).toContain('"path":"/can-giup"')
  expect(lines.join('')).not.toMatch(/Chờ|0966000111|dột/)
  http.closeAllConnections()
  http.close()
})

test('a code that is mistyped and one that nobody was given look the same, and trying is slow', async () => {
  const from = nextAddress()
  const typed = (code: string) => send({ code }, from, '/ho-so')
  const wrong = [await typed('00000-00000-00001'), await typed('00000-00000-00000')]
  expect(wrong.map(({ status }) => status)).toEqual([404, 404])
  expect(wrong[0]!.text).toBe(wrong[1]!.text)
  const statuses = []
  for (let n = 0; n < 12; n++) statuses.push((await typed('7K2M9')).status)
  expect(statuses.slice(-2)).toEqual([429, 429])
  const { code } = await send(FIELDS)
  // A right one looks no different by then, or guessing would go on.
  const shut = await typed(code)
  expect([shut.status, shut.text]).toEqual([429, (await typed('7K2M9')).text])
  expect(shut.headers.get('retry-after')).toBe('600')
  expect((await open(`/ho-so/${code}`, { 'x-forwarded-for': from })).status).toBe(429)
  expect((await open(`/ho-so/${code}`, { 'x-forwarded-for': nextAddress() })).status).toBe(200)
  clock.pass(10 * 60_000)
  expect((await typed(code)).headers.get('location')).toBe(`/ho-so/${code}?lang=vi`)
})

test('whoever joins by itself a case that was there learns only what happens from then on', async () => {
  const khac = {
    ...FIELDS,
    name: 'Lò Thị Ghép',
    phone: '0909090909',
    idNumber: '001041000999',
    commune: 'Hoàn Kiếm',
  }
  const first = await send(khac)
  const { body } = await desk.call<RequestPage>('GET', '/requests?place=00070')
  const { caseFileId } = body.rows[0]!
  clock.pass(60_000)
  await desk.call('POST', `/requests/${caseFileId}/assign`, { staffId: desk.me.id })
  await desk.call('POST', `/case-files/${caseFileId}/tick`, { tick: 'green', reason: 'UBND xã' })
  clock.pass(60_000)
  const second = await send({ ...khac, name: 'bà Lò Ghép', address: 'khác' })
  const now = async (code: string) =>
    /class="now"[\s\S]*?<span\s*>([^<]+)/.exec((await open(`/ho-so/${code}`)).text)?.[1]?.trim()
  expect([await now(first.code), await now(second.code)]).toEqual(['Đã xác minh', 'Đã nhận yêu cầu'])
  clock.pass(1_000)
  await desk.call('POST', `/requests/${caseFileId}/refuse`, { reason: 'already-helped', words: 'Lan ở cùng' })
  for (const { code } of [first, second]) {
    const { text } = await open(`/ho-so/${code}`)
    expect(text).toContain('Nhà này vừa được giúp rồi.')
    expect(text).not.toContain('Lan')
  }
})

/** The stages with a day on the page of a code, and the days. */
async function daysOf(code: string) {
  const { text } = await open(`/ho-so/${code}`)
  const rows = text.split('<li').slice(1)
  return rows.flatMap((row) => {
    const [, stage = ''] = /<span\s*>([^<]+)/.exec(row) ?? []
    const [, on] = /<time datetime="([^"]+)"/.exec(row) ?? []
    return on === undefined ? [] : [`${stage.trim()} ${on}`]
  })
}

test('whom a person joined sees the whole way, from whichever side, and no day before their own in Vietnam', async () => {
  const own = createTestClock('2026-11-23T15:00:00.000Z' as Instant)
  const server = await startTestServer({ now: own.now })
  const desk = await signInAs(server, 'coordinator', {}, own.now())
  const ask = async (name: string) => {
    const { code } = await send(
      { ...FIELDS, name, phone: '', idNumber: '' },
      nextAddress(),
      '/can-giup',
      server.url,
    )
    const { body } = await desk.call<RequestPage>('GET', '/requests')
    return { code, id: body.rows.at(-1)!.caseFileId }
  }
  const first = await ask('Hà Thị Đầu')
  await desk.call('POST', `/case-files/${first.id}/tick`, { tick: 'green', reason: 'UBND xã' })
  // Two in the morning of the next day, which is the same one by UTC.
  own.pass(4 * HOUR_MS)
  const second = await ask('Tạ Văn Nhì')
  await desk.call('POST', `/requests/${second.id}/merge`, { intoId: first.id })
  own.pass(1_000)
  const third = await ask('Vì Thị Ba')
  await desk.call('POST', `/requests/${first.id}/merge`, { intoId: third.id })
  for (const { code } of [second, third]) {
    const { text } = await open(`/ho-so/${code}`, {}, server.url)
    expect(text.match(/<li[^<]*class="now"[\s\S]*?<span\s*>([^<]+)/)?.[1]?.trim()).toBe('Đã xác minh')
    expect(text.match(/datetime="[^"]+"/g)).toEqual(['datetime="2026-11-24"'])
  }
  await server.close()
})

test('a step that did not hold has no day any longer', async () => {
  const { code } = await send({
    ...FIELDS,
    name: 'Đinh Thị Rút',
    phone: '',
    idNumber: '',
    commune: 'Cửa Nam',
  })
  const { body } = await desk.call<RequestPage>('GET', '/requests?place=00082')
  const { caseFileId } = body.rows[0]!
  const tick = (tick: string) => desk.call('POST', `/case-files/${caseFileId}/tick`, { tick, reason: 'xã' })
  expect((await tick('green')).status).toBe(200)
  const today = dayInVietnam(clock.now())
  expect(await daysOf(code)).toEqual([`Đã nhận yêu cầu ${today}`, `Đã xác minh ${today}`])
  clock.pass(1_000)
  expect((await tick('red')).status).toBe(200)
  expect(await daysOf(code)).toEqual([`Đã nhận yêu cầu ${today}`, `Đang xác minh ${today}`])
})

test('whoever asked to be told gets each new step once, also from a gateway that is down for a while', async () => {
  const received: { body: string; signature: string }[] = []
  let isDown = true
  const gateway = createServer((request: IncomingMessage, answer) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      if (!isDown) received.push({ body, signature: String(request.headers['x-kho-signature']) })
      answer.writeHead(isDown ? 503 : 200).end()
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => gateway.once('listening', resolve))
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`
  const own = await startTestServer({
    now: clock.now,
    messageGateway: { url, secret: 'x'.repeat(20) },
    publicUrl: 'https://kho.vn',
  })
  const staff = await signInAs(own, 'coordinator', {}, clock.now())
  const { code } = await send(
    { ...FIELDS, phone: '0912 345 678 (buổi tối)', tell: '1' },
    '',
    '/can-giup',
    own.url,
  )
  const quiet = await send(
    { ...FIELDS, name: 'Người Im Lặng', phone: '0911111111', idNumber: '' },
    '',
    '/can-giup',
    own.url,
  )
  expect(quiet.status).toBe(201)
  const { body } = await staff.call<RequestPage>('GET', '/requests')
  clock.pass(1_000)
  for (const { caseFileId } of body.rows) {
    await staff.call('POST', `/requests/${caseFileId}/refuse`, { reason: 'not-found' })
  }
  await own.messenger.look()
  expect(received).toEqual([])
  isDown = false
  await own.messenger.look()
  expect(received).toEqual([])
  clock.pass(60_000)
  await own.messenger.look()
  await own.messenger.look()
  clock.pass(HOUR_MS)
  await own.messenger.look()
  expect(received.map((it) => JSON.parse(it.body))).toEqual([
    {
      id: expect.any(String),
      to: OLD_MAN.phone,
      step: 'refused',
      text: expect.stringContaining(`https://kho.vn/ho-so/${code}`),
    },
  ])
  expect(received[0]!.signature).toMatch(/^sha256=[0-9a-f]{64}$/)
  gateway.close()
  await own.close()
})

test('an unexpected error tells no code in the log', async () => {
  const lines: string[] = []
  const { code } = await send(FIELDS, nextAddress())
  const closed = openReader(server.folder)
  closed.close()
  const log = createServerLog((line) => void lines.push(line))
  const app = createApp({ reader: closed, keys: server.keys, now: clock.now, log } as never)
  expect((await app.request(`/ho-so/${code}`)).status).toBe(500)
  expect(lines.join('')).toContain('/ho-so/…')
  expect(lines.join('')).not.toContain(code)
})
