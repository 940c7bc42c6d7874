import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PublicationAnswer } from '#shared/desk/desk-publication-wire'
import type { RequestAnswer } from '#shared/desk/desk-request-wire'
import type { LocationId, WarehouseId } from '#shared/location/location'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { helpRequest, OLD_MAN } from '../../support/help-request.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { handIn, makePart } from '../../support/part-hands.ts'
import { JPEG } from '../../support/pictures.ts'
import { publish, publishedCase, PUBLIC_WORDS, verifiedCase } from '../../support/published-case.ts'
import { createTestClock, type TestClock } from '../../support/test-clock.ts'
import { startTestServer, type TestDevice, type TestServer } from '../../support/test-server.ts'
import { addFiledHousehold, dispatchTo } from '../../support/trip-world.ts'

let clock: TestClock
let server: TestServer
let desk: DeskClient
let verifier: DeskClient
let warehouseId: WarehouseId
let device: TestDevice
let shelfId: LocationId
let facts: ReturnType<typeof createFactMaker>
beforeAll(async () => {
  clock = createTestClock()
  server = await startTestServer({ now: clock.now })
  desk = await signInAs(server, 'coordinator', {}, clock.now())
  verifier = await signInAs(server, 'verifier', {}, clock.now())
  warehouseId = await server.addWarehouse('HN')
  shelfId = await server.addShelf(warehouseId, 'A-1')
  device = await server.addDevice(warehouseId)
  facts = createFactMaker(device)
  await desk.call('POST', '/items', { name: 'Gạo tẻ', gtin: '08934563108168', category: 'staple' })
  await device.push([facts.intake(shelfId, 100)])
})
afterAll(() => server.close())

const someone = (n: number) => ({
  person: { name: `Người Thứ ${n}`, phone: `09${String(n).padStart(8, '0')}` },
})
async function open(path: string, language = 'vi') {
  const answer = await fetch(server.url + path, { headers: { 'accept-language': language } })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

test('a case is published by a coordinator after its green tick, and by nobody else', async () => {
  const { body: red } = await desk.call<{ caseFileId: string }>('POST', '/requests', {
    ...helpRequest(someone(1)),
  })
  const early = await publish(desk, red.caseFileId as never)
  expect([early.status, (early.body as unknown as Refused).error.message.vi]).toEqual([
    400,
    expect.stringContaining('tích xanh'),
  ])
  const { caseFileId } = await verifiedCase(desk, someone(2))
  expect((await publish(verifier, caseFileId)).status).toBe(403)
  const { status, body } = await publish(desk, caseFileId)
  expect([status, body]).toEqual([
    200,
    expect.objectContaining({ words: PUBLIC_WORDS, withdrawnAt: null, hindrance: null, views: 0, hearts: 0 }),
  ])
  const page = await open(`/truong-hop/${body.publicCode}`)
  expect([page.status, page.text]).toEqual([200, expect.stringContaining(PUBLIC_WORDS)])
  expect((await open('/truong-hop')).text).toContain(`/truong-hop/${body.publicCode}?`)
})

test('words that tell who it is about are refused beside their field, without repeating them', async () => {
  const { caseFileId } = await verifiedCase(desk, {
    person: { ...OLD_MAN, idNumber: '' },
    address: 'Bản Kín 7',
  })
  for (const words of [`Gọi ${OLD_MAN.phone}`, `Cụ ${OLD_MAN.name}`, 'Ở bản kín 7', 'Ở phường Ba Đình']) {
    const { status, body } = await publish(desk, caseFileId, words)
    const { fields } = (body as unknown as Refused).error
    expect([status, fields?.[0]?.field]).toEqual([400, 'words'])
    expect(JSON.stringify(body)).not.toContain(words)
  }
  const english = await publish(desk, caseFileId, PUBLIC_WORDS, { wordsEn: `Mr ${OLD_MAN.name} needs rice` })
  expect((english.body as unknown as Refused).error.fields?.[0]?.field).toBe('wordsEn')
  const { body } = await desk.call<PublicationAnswer>('GET', `/case-files/${caseFileId}/publication`)
  expect(body.publicCode).toBeNull()
})

test('nothing personal of a household is on any page, and the code of a page is none of its other codes', async () => {
  const secrets = {
    name: 'Hoàng Thị Mật',
    phone: '0977 123 987',
    idNumber: '001141000777',
    address: 'Ngõ Thầm 13',
    howToFind: 'Cạnh giếng làng cổ',
  }
  const { name, phone, idNumber, address, howToFind } = secrets
  const receipt = await publishedCase(desk, {
    person: { name, phone, idNumber, birthYear: 1941 },
    address,
    howToFind,
    requester: { name: 'Vi Văn Kể', phone: '0966 555 444' },
    words: 'Lời kể riêng tư',
  })
  const told = (
    await Promise.all(
      ['vi', 'en'].flatMap((lang) => [
        open(`/truong-hop/${receipt.publicCode}?lang=${lang}`),
        open(`/truong-hop?lang=${lang}`),
      ]),
    )
  ).map(({ text, headers }) => text + JSON.stringify([...headers]))
  const hidden = [
    ...Object.values(secrets),
    'Vi Văn Kể',
    '0966',
    'riêng tư',
    '1941',
    'Ba Đình',
    '00004',
    receipt.caseFileId,
    receipt.code,
    receipt.trackCode,
    desk.me.name,
  ]
  for (const page of told) expect(hidden.filter((it) => page.includes(it))).toEqual([])
  expect(told[0]).toContain('Hà Nội')
})

test('the page tells what was asked for, what is on the way and what was handed over', async () => {
  const needs = [
    { itemId: 'gtin:08934563108168', quantity: 10, unit: 'gói' },
    { category: 'bedding', quantity: 2, unit: 'cái' },
  ]
  const { caseFileId, publicCode } = await publishedCase(desk, { ...someone(3), needs } as never)
  const consignmentId = await dispatchTo(device, facts, { caseFileId, shelfId, quantity: 6 })
  const row = async () => {
    const { text } = await open(`/truong-hop/${publicCode}`)
    const [, cells] = /<th scope="row">([^]*?)<\/tr>/.exec(text)!
    return cells!
      .split(/<\/t[hd]>/)
      .map((cell) => cell.replace(/<[^>]*>/g, '').trim())
      .filter(Boolean)
  }
  expect(await row()).toEqual(['Gạo tẻ', '10 gói', '6 gói', '–'])
  await device.push([
    facts.movement({
      kind: 'delivery',
      lines: [{ quantity: 4, fromId: `transit:${consignmentId}`, toId: `case-file:${caseFileId}` }],
      rest: { caseFileId, consignmentId },
    }),
  ])
  expect(await row()).toEqual(['Gạo tẻ', '10 gói', '2 gói', '4 gói'])
})

test('a picture is on the page only in the blurred copy that a coordinator released', async () => {
  const { caseFileId, publicCode } = await publishedCase(desk, someone(4))
  const part = makePart(server, JPEG, { caseFileId })
  await handIn(device, part)
  expect((await open(`/truong-hop/${publicCode}`)).text).not.toContain('<img')
  const { body } = await desk.call<{ publicHash: string }>('POST', `/parts/${part.hash}/public`, {
    base64: JPEG.toString('base64'),
  })
  expect((await open(`/truong-hop/${publicCode}`)).text).toContain(`src="/hinh/${body.publicHash}"`)
  await desk.call('DELETE', `/parts/${part.hash}/public`)
  expect((await open(`/truong-hop/${publicCode}`)).text).not.toContain('<img')
})

test('taken back, without its tick, or refused, a case is gone from page and list; put up again it has its old address', async () => {
  const isThere = async (publicCode: string) => {
    const page = await open(`/truong-hop/${publicCode}`)
    const isListed = (await open('/truong-hop')).text.includes(publicCode)
    expect(isListed).toBe(page.status === 200)
    if (page.status === 404) expect(page.text).toContain('thôi đăng')
    return isListed
  }
  const { caseFileId, publicCode } = await publishedCase(desk, someone(5))
  expect(await isThere(publicCode)).toBe(true)
  const path = `/case-files/${caseFileId}/publication`
  expect((await verifier.call('DELETE', path)).status).toBe(403)
  clock.pass(1_000)
  const gone = await desk.call<PublicationAnswer>('DELETE', path)
  expect([gone.status, gone.body.withdrawnAt]).toEqual([200, clock.now()])
  expect(await isThere(publicCode)).toBe(false)
  clock.pass(1_000)
  expect((await publish(desk, caseFileId)).body.publicCode).toBe(publicCode)
  expect(await isThere(publicCode)).toBe(true)

  // Also of one whose goods have left: then its step says nothing of the tick.
  await dispatchTo(device, facts, { caseFileId, shelfId })
  expect(await isThere(publicCode)).toBe(true)
  clock.pass(60_000)
  await desk.call('POST', `/case-files/${caseFileId}/tick`, { tick: 'red', reason: 'nghi ngờ' })
  expect(await isThere(publicCode)).toBe(false)
  clock.pass(1_000)
  await desk.call('POST', `/case-files/${caseFileId}/tick`, { tick: 'green', reason: 'đã rõ' })
  expect(await isThere(publicCode)).toBe(true)
  clock.pass(1_000)
  await desk.call('POST', `/requests/${caseFileId}/refuse`, { reason: 'already-helped' })
  expect(await isThere(publicCode)).toBe(false)
  const { body } = await desk.call<RequestAnswer>('GET', `/requests/${caseFileId}`)
  expect(body.events.map(({ kind }) => kind).filter((kind) => kind.includes('published'))).toEqual([
    'published',
    'unpublished',
    'published',
  ])
})

test('words that name somebody who becomes known later are taken back with that', async () => {
  const { caseFileId, publicCode } = await publishedCase(desk, someone(7))
  await publish(desk, caseFileId, 'Cụ Bống sống một mình, nhà dột.')
  expect((await open(`/truong-hop/${publicCode}`)).status).toBe(200)
  clock.pass(1_000)
  const household = {
    persons: [{ name: 'Người Thứ 7' }, { name: 'Hà Thị Bống' }],
    address: '',
    howToFind: '',
  }
  await server.persons.put(caseFileId, household, 'device:phone')
  expect((await open(`/truong-hop/${publicCode}`)).status).toBe(404)
  const { body } = await desk.call<RequestAnswer>('GET', `/requests/${caseFileId}`)
  expect(body.events.at(-1)).toMatchObject({ kind: 'unpublished', by: null })
  const again = await publish(desk, caseFileId, 'Cụ Bống sống một mình, nhà dột.')
  expect(again.status).toBe(400)
})

test('a person who is erased takes page, words and figures along', async () => {
  const { caseFileId, publicCode } = await publishedCase(desk, someone(6))
  await server.persons.erase(caseFileId, null)
  expect((await open(`/truong-hop/${publicCode}`)).status).toBe(404)
  const { body } = await desk.call<PublicationAnswer>('GET', `/case-files/${caseFileId}/publication`)
  expect([body.publicCode, body.words]).toEqual([null, ''])
})

test('what was never given is answered like what was taken back, whatever somebody types', async () => {
  for (const code of ['aaaaaaaaaa', 'x', '%00', "'; DROP", 'AAAAAAAAAA', '../..', 'é'.repeat(10)]) {
    const { status, headers } = await open(`/truong-hop/${encodeURIComponent(code)}`)
    expect([code, status, headers.get('cache-control')]).toEqual([code, 404, 'no-store'])
  }
  expect((await open('/truong-hop?truoc=%27%3B&lang=en')).status).toBe(200)
})

test('pages of a long list follow one another, with each case once, in 14 kB each', async () => {
  const words = `${PUBLIC_WORDS} `.repeat(11).slice(0, 600)
  const added: string[] = []
  for (let n = 0; n < 43; n++) {
    const caseFileId = await addFiledHousehold(server, { code: `L-${n}`, at: clock.now() })
    // Several of the same moment.
    if (n % 3 === 0) clock.pass(1_000)
    const { body } = await publish(desk, caseFileId, words)
    added.push(body.publicCode!)
  }
  const seen: string[] = []
  let next: string | undefined = '/truong-hop?lang=vi'
  let pages = 0
  while (next !== undefined) {
    const { text } = await open(next)
    pages++
    expect(gzipSync(text).length).toBeLessThanOrEqual(14_000)
    expect(brotliCompressSync(text).length).toBeLessThanOrEqual(14_000)
    seen.push(...[...text.matchAll(/\/truong-hop\/(\w{10})\?/g)].map(([, code]) => code!))
    next = /href="(\/truong-hop\?truoc=[^"]*)">[^<]*›/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(pages).toBeGreaterThan(2)
  expect(new Set(seen).size).toBe(seen.length)
  expect(added.filter((code) => !seen.includes(code))).toEqual([])
  const page = await open(`/truong-hop/${added[0]}`)
  expect(gzipSync(page.text).length).toBeLessThanOrEqual(14_000)
})
