import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaseFileAnswer, CaseFilePage, TickRow } from '#shared/desk/desk-case-file-wire'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { PictureRow } from '#shared/desk/desk-part-wire'
import type { FindingPage } from '#shared/desk/desk-finding-wire'
import { DAY_MS, HOUR_MS } from '#shared/time/time'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { JPEG } from '../../support/pictures.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { createTestClock, type TestClock } from '../../support/test-clock.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const PERSON = { name: 'Nguyễn Thị Bí Mật', phone: '0900000001', address: 'Ngõ Kín 7' }
const CASE_FILE = {
  code: 'HS-0001',
  category: 'poor-household',
  provinceCode: '01',
  communeCode: '00004',
  householdSize: 4,
  needs: [{ category: 'staple', quantity: 25_000, unit: 'kg' }],
  person: PERSON,
}
let clock: TestClock
let server: TestServer
let desk: DeskClient

beforeEach(async () => {
  clock = createTestClock()
  server = await startTestServer({ now: clock.now })
  desk = await signInAs(server, 'coordinator', { name: 'Chị Điều' }, clock.now())
})
afterEach(() => server.close())

/** Longer than a session lasts without a request, so somebody signs in anew. */
async function pass(ms: number): Promise<void> {
  clock.pass(ms)
  desk = await signInAs(server, 'coordinator', {}, clock.now())
}

async function add(more: object = {}): Promise<CaseFileAnswer> {
  const { status, body } = await desk.call<CaseFileAnswer>('POST', '/case-files', { ...CASE_FILE, ...more })
  expect(status).toBe(201)
  return body
}

function setTick(id: string, body: object) {
  return desk.call<CaseFileAnswer>('POST', `/case-files/${id}/tick`, {
    reason: 'UBND xã đã xác nhận',
    ...body,
  })
}

/** What a visit tells, and the look over it that follows. */
async function survey(caseFileId: CaseFileId, by: string): Promise<void> {
  const event = {
    id: crypto.randomUUID(),
    caseFileId,
    kind: 'surveyed',
    at: clock.now(),
    by,
    detail: {},
  } as const
  await server.writer.write('addCaseEvent', event)
  await server.preChecker.look()
  clock.pass(1_000)
}

test('a new case file is red until somebody verifies it', async () => {
  const { caseFile, tickNow, provinceName, communeName } = await add()
  expect(caseFile).toMatchObject({ tick: 'red', tickUntil: null })
  expect([tickNow, provinceName, communeName]).toEqual(['red', 'Thành phố Hà Nội', 'Phường Ba Đình'])
})

const SEARCHES = [
  ['part of a code', 'hs-00', 1],
  ['a code without its signs', 'HS0001', 1],
  ['a category', 'hộ nghèo', 1],
  ['a category in English', 'poor', 1],
  ['a commune without diacritics', 'ba dinh', 1],
  ['a province', 'Hà Nội', 2],
  ['words of several, begun only', 'elder hoan kiem ha', 1],
  ['words of which one is nowhere', 'hộ nghèo hoàn kiếm', 0],
  ['nothing but a sign', '/', 0],
  ['a name', 'Bí Mật', 0],
  ['a phone number', '0900000001', 0],
] as const

test('a case file is found by parts of its code, its category and its place, and never by a person', async () => {
  await add()
  await add({ code: 'X.2', category: 'elderly', communeCode: '00070', person: undefined })
  for (const [by, q, found] of SEARCHES) {
    const { body } = await desk.call<CaseFilePage>('GET', `/case-files?q=${encodeURIComponent(q)}&limit=1`)
    expect([by, body.total, body.rows.length]).toEqual([by, found, Math.min(found, 1)])
  }
})

test('a green tick says who, when and until when: ninety days unless said otherwise', async () => {
  const { caseFile } = await add()
  clock.pass(60_000)
  const { body } = await setTick(caseFile.id, { tick: 'green' })
  expect(body.caseFile).toMatchObject({
    tick: 'green',
    tickAt: clock.now(),
    tickUntil: '2027-02-19T16:59:59.999Z',
  })
  const { body: history } = await desk.call<{ ticks: TickRow[] }>('GET', `/case-files/${caseFile.id}/ticks`)
  expect(history.ticks.map(({ tick, staffName }) => [tick, staffName])).toEqual([
    ['green', 'Chị Điều'],
    ['red', 'Chị Điều'],
  ])
})

test('a tick holds to the end of its last day in Vietnam and then counts as run out', async () => {
  const { caseFile } = await add()
  await setTick(caseFile.id, { tick: 'green', until: '2026-11-22' })
  const found = async (query: string) =>
    (await desk.call<CaseFilePage>('GET', `/case-files?tick=${query}`)).body.rows.map((row) => row.expired)
  await pass(DAY_MS + 14 * HOUR_MS)
  expect([await found('green'), await found('expired'), await found('red')]).toEqual([[false], [], []])
  await pass(HOUR_MS)
  expect([await found('green'), await found('expired'), await found('red')]).toEqual([[], [true], [true]])
})

test('another change of a case file leaves the name of whoever set the tick', async () => {
  const { caseFile } = await add()
  await survey(caseFile.id, 'staff-1')
  const { body: ticked } = await setTick(caseFile.id, { tick: 'yellow' })
  const other = await signInAs(server, 'admin', { name: 'Anh Khác' }, clock.now())
  await other.call('PATCH', `/case-files/${caseFile.id}`, { version: ticked.version, householdSize: 5 })
  const { body } = await desk.call<{ ticks: TickRow[] }>('GET', `/case-files/${caseFile.id}/ticks`)
  expect(body.ticks[0]).toMatchObject({ tick: 'yellow', staffName: 'Chị Điều' })
})

test('two ticks at the same moment are both in the history', async () => {
  const { caseFile } = await add()
  await survey(caseFile.id, 'staff-1')
  await setTick(caseFile.id, { tick: 'yellow' })
  await setTick(caseFile.id, { tick: 'green' })
  const { body } = await desk.call<{ ticks: TickRow[] }>('GET', `/case-files/${caseFile.id}/ticks`)
  expect(body.ticks.map(({ tick }) => tick)).toEqual(['green', 'yellow', 'red'])
})

test('a person is known to those who verify and to nobody else', async () => {
  const { caseFile } = await add()
  for (const role of ['admin', 'coordinator', 'verifier', 'auditor'] as const) {
    const client = await signInAs(server, role, {}, clock.now())
    const { body } = await client.call<CaseFileAnswer>('GET', `/case-files/${caseFile.id}`)
    expect([role, body.person]).toEqual([role, role === 'auditor' ? undefined : PERSON])
  }
})

test('no list, no document, no history and no public answer holds anything about a person', async () => {
  const { caseFile } = await add()
  await setTick(caseFile.id, { tick: 'green' })
  const device = await server.addDevice(await server.addWarehouse('HN'))
  const { reader } = server
  const texts = [
    JSON.stringify((await desk.call('GET', '/case-files')).body),
    JSON.stringify((await desk.call('GET', `/case-files/${caseFile.id}/ticks`)).body),
    await (await device.fetch('/api/sync/documents/caseFiles')).text(),
    await (await fetch(`${server.url}/api/public/stock`)).text(),
    await (await fetch(server.url)).text(),
    JSON.stringify(reader.all(reader.query.selectFrom('documentHistory').selectAll())),
  ]
  expect(texts[2]).toContain('HS-0001')
  for (const text of texts) expect(text).not.toMatch(/Bí Mật|0900000001|Ngõ Kín/)
})

test('a search by code, place, category and tick narrows the list', async () => {
  await add()
  await add({ code: 'HS-0002', category: 'building', subCategory: 'house' })
  await add({ code: 'DN-0003', provinceCode: '48', communeCode: '20194' })
  const codes = async (query: string) => {
    const { body } = await desk.call<CaseFilePage>('GET', `/case-files?${query}`)
    return body.rows.map(({ caseFile }) => caseFile.code)
  }
  expect(await codes('')).toEqual(['DN-0003', 'HS-0001', 'HS-0002'])
  expect(await codes('q=hs-')).toEqual(['HS-0001', 'HS-0002'])
  expect(await codes('province=48')).toEqual(['DN-0003'])
  expect(await codes('commune=00004&category=building')).toEqual(['HS-0002'])
  expect(await codes('tick=green')).toEqual([])
})

test('a green tick that is set later excuses nothing that left before it', async () => {
  const warehouseId = await server.addWarehouse('HN')
  const shelf = await server.addShelf(warehouseId, 'A-1')
  const device = await server.addDevice(warehouseId)
  const facts = createFactMaker(device)
  const { caseFile } = await add()
  const transit = { fromId: shelf, toId: 'transit:c1' }
  await device.push([
    facts.intake(shelf, 5),
    facts.movement({
      kind: 'dispatch',
      lines: [transit],
      rest: { caseFileId: caseFile.id, consignmentId: 'c1' },
    }),
  ])
  const open = async () => (await desk.call<FindingPage>('GET', '/findings?kind=tick-not-green')).body.total
  expect(await open()).toBe(1)
  await pass(DAY_MS)
  await setTick(caseFile.id, { tick: 'green' })
  expect(await open()).toBe(1)
})

const WRONG = [
  ['a commune of another province', { provinceCode: '48' }, 'communeCode'],
  ['a commune nobody knows', { communeCode: '99999' }, 'communeCode'],
  ['a sub-category of another category', { subCategory: 'house' }, 'subCategory'],
  ['nobody in the household', { householdSize: 0 }, 'householdSize'],
  ['a code with spaces', { code: 'HS 1' }, 'code'],
  ['a need without a quantity', { needs: [{ category: 'staple', unit: 'kg' }] }, 'needs'],
  ['a person with a field of their own', { person: { ...PERSON, idNumber: '1' } }, 'person'],
] as const

test('what is wrong is refused beside its field in both languages', async () => {
  for (const [what, more, field] of WRONG) {
    const answer = await desk.call<Refused>('POST', '/case-files', { ...CASE_FILE, ...more })
    expect(answer.status, what).toBe(400)
    expect(answer.body.error.fields, what).toEqual([
      { field, message: { vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) } },
    ])
    expect(JSON.stringify(answer.body), what).not.toContain(PERSON.name)
  }
})

test('a code names one case file, whatever its case', async () => {
  await add()
  const { status, body } = await desk.call<Refused>('POST', '/case-files', { ...CASE_FILE, code: 'hs-0001' })
  expect([status, body.error.fields?.[0]?.field]).toEqual([400, 'code'])
})

test('who changes what somebody else has just changed is told, and overwrites nothing', async () => {
  const { caseFile, version } = await add()
  const path = `/case-files/${caseFile.id}`
  expect((await desk.call('PATCH', path, { version, householdSize: 5 })).status).toBe(200)
  expect((await desk.call('PATCH', path, { version, householdSize: 6 })).status).toBe(409)
})

test('a green tick cannot end on a day that is over, or that does not exist', async () => {
  const { caseFile } = await add()
  for (const until of ['2026-11-20', '2026-02-30']) {
    const { status, body } = (await setTick(caseFile.id, { tick: 'green', until })) as unknown as {
      status: number
      body: Refused
    }
    expect([until, status, body.error.fields?.[0]?.field]).toEqual([until, 400, 'until'])
  }
})

test('yellow says that it was surveyed and looked over: without that it is refused', async () => {
  const { caseFile } = await add()
  expect((await setTick(caseFile.id, { tick: 'yellow' })).status).toBe(400)
  await server.writer.write('addCaseEvent', {
    id: 's',
    caseFileId: caseFile.id,
    kind: 'surveyed',
    at: clock.now(),
    by: 'staff-1',
    detail: {},
  })
  expect((await setTick(caseFile.id, { tick: 'yellow' })).status).toBe(400)
  await server.preChecker.look()
  expect((await setTick(caseFile.id, { tick: 'yellow' })).status).toBe(200)
})

test('whoever surveyed does not set the green tick; somebody else does, with what proves it', async () => {
  const { caseFile } = await add()
  await survey(caseFile.id, desk.me.id)
  const own = (await setTick(caseFile.id, { tick: 'green' })) as unknown as { status: number; body: Refused }
  expect([own.status, own.body.error.fields?.[0]?.field]).toEqual([400, 'tick'])
  const other = await signInAs(server, 'verifier', { name: 'Anh Khác' }, clock.now())
  const by = (body: object) =>
    other.call<CaseFileAnswer & Refused>('POST', `/case-files/${caseFile.id}/tick`, body)
  const bare = await by({ tick: 'green' })
  expect([bare.status, bare.body.error.fields?.[0]?.field]).toEqual([400, 'reason'])
  const unknown = await by({ tick: 'green', parts: ['a'.repeat(64)] })
  expect([unknown.status, unknown.body.error.fields?.[0]?.field]).toEqual([400, 'parts'])
  const base64 = JPEG.toString('base64')
  const { hash } = (await desk.call<PictureRow>('POST', `/case-files/${caseFile.id}/pictures`, { base64 }))
    .body
  expect((await by({ tick: 'green', parts: [hash] })).body.caseFile.tick).toBe('green')
  const { body } = await desk.call<{ ticks: TickRow[] }>('GET', `/case-files/${caseFile.id}/ticks`)
  expect(body.ticks[0]).toMatchObject({ tick: 'green', staffName: 'Anh Khác', parts: 1, isWithdrawn: false })
})

test('without a survey green needs its reason in words, and a tick is taken back with one, kept in the history', async () => {
  const { caseFile } = await add()
  expect((await setTick(caseFile.id, { tick: 'green', reason: ' ' })).status).toBe(400)
  await setTick(caseFile.id, { tick: 'green' })
  clock.pass(1_000)
  expect((await setTick(caseFile.id, { tick: 'red', reason: '' })).status).toBe(400)
  await setTick(caseFile.id, { tick: 'red', reason: 'Hộ đã chuyển đi' })
  const { body } = await desk.call<{ ticks: TickRow[] }>('GET', `/case-files/${caseFile.id}/ticks`)
  expect(body.ticks.map(({ tick, reason, isWithdrawn }) => [tick, reason, isWithdrawn])).toEqual([
    ['red', 'Hộ đã chuyển đi', true],
    ['green', 'UBND xã đã xác nhận', false],
    ['red', '', false],
  ])
})

test('a green tick lasts as many days as the administrator says for its category, and is found before it runs out', async () => {
  const admin = await signInAs(server, 'admin', {}, clock.now())
  const days = { days: 60, byCategory: { 'poor-household': 20 } }
  expect((await admin.call('PUT', '/rules/ticks', days)).body).toEqual(days)
  const poor = await add()
  const old = await add({ code: 'HS-2', category: 'elderly' })
  for (const { caseFile } of [poor, old]) await setTick(caseFile.id, { tick: 'green' })
  const until = (await desk.call<CaseFileAnswer>('GET', `/case-files/${old.caseFile.id}`)).body.caseFile
    .tickUntil
  expect(until).toBe('2027-01-20T16:59:59.999Z')
  const expiring = async () =>
    (await desk.call<{ rows: { code: string; tickUntil: string }[] }>('GET', '/case-files/expiring')).body
      .rows
  expect(await expiring()).toMatchObject([{ code: 'HS-0001', tickUntil: '2026-12-11T16:59:59.999Z' }])
  await pass(40 * DAY_MS)
  expect((await expiring()).map(({ code }) => code)).toEqual(['HS-2'])
})
