import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RequestAnswer, RequestPage, RequestReceipt } from '#shared/desk/desk-request-wire'
import type { ImportAnswer } from '#shared/desk/desk-import-wire'
import type { Mark } from '#shared/person/mark'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { addHook, callHook, helpRequest, OLD_MAN } from '../../support/help-request.ts'
import { createTestClock, type TestClock } from '../../support/test-clock.ts'
import { startTestServer, TEST_AT, type TestServer } from '../../support/test-server.ts'

let clock: TestClock
let server: TestServer
let desk: DeskClient
beforeEach(async () => {
  clock = createTestClock()
  server = await startTestServer({ now: clock.now })
  desk = await signInAs(server, 'coordinator', { name: 'Chị Điều' }, clock.now())
})
afterEach(() => server.close())

async function typeIn(more: Parameters<typeof helpRequest>[0] = {}): Promise<RequestReceipt> {
  const { status, body } = await desk.call<RequestReceipt>('POST', '/requests?by=phone', helpRequest(more))
  expect(status).toBe(201)
  clock.pass(60_000)
  return body
}
const queue = async (query = '') => (await desk.call<RequestPage>('GET', `/requests?${query}`)).body
const look = async (id: string, client = desk) =>
  (await client.call<RequestAnswer>('GET', `/requests/${id}`)).body
const act = (id: string, what: string, body: object = {}) =>
  desk.call<RequestAnswer & Refused>('POST', `/requests/${id}/${what}`, body)

test('three requests for the same man are one row with three sources, and each can be taken out again', async () => {
  await addHook(server, 'tong-dai-1022')
  const first = await typeIn()
  const byNumber = await typeIn({ person: { ...OLD_MAN, name: 'ông Bí', phone: '' }, address: 'chỗ khác' })
  const hooked = {
    id: 'call-7',
    ...helpRequest({ person: { name: 'Nguyen Van By', phone: '+84 912 345 678' } }),
  }
  const { body: byName } = await callHook(server.url, 'tong-dai-1022', hooked, { now: clock.now() })
  const { rows, total } = await queue()
  expect([total, rows[0]]).toMatchObject([1, { code: first.code, sources: 3, source: 'phone' }])
  const { from } = await look(first.caseFileId)
  expect(from.map(({ code }) => code)).toEqual([first.code, byNumber.code, byName['code']])
  expect(from.map(({ merges }) => merges.map(({ isAutomatic }) => isAutomatic))).toEqual([[], [true], [true]])

  await act(first.caseFileId, 'unmerge', { mergeId: from[1]!.merges[0]!.mergeId })
  expect((await queue()).rows.map(({ code, sources }) => [code, sources])).toEqual([
    [first.code, 2],
    [byNumber.code, 1],
  ])
})

test.each([
  ['only the phone number', { person: { name: 'Trần Thị Khác', phone: OLD_MAN.phone } }, 'same-phone'],
  [
    'a similar name, the commune and the year',
    { person: { name: 'Nguyễn Bí', birthYear: 1941 }, address: '' },
    'similar-person',
  ],
  ['the address', { person: { name: 'Lê Văn Mới' }, address: 'ngo kin, 7' }, 'same-place'],
])('who shares %s is a case of their own, with the doubt said in a sentence', async (_, more, kind) => {
  const first = await typeIn()
  const second = await typeIn(more)
  expect((await queue()).total).toBe(2)
  const { doubtsNow, doubts } = await look(second.caseFileId)
  const doubt = doubtsNow.find((it) => it.kind === kind)!
  expect(doubt.caseFileIds).toEqual([first.caseFileId])
  expect(doubt.message.vi).toContain(first.code)
  expect(doubts).toBe(doubtsNow.length)
  const { body } = await act(second.caseFileId, 'merge', { intoId: first.caseFileId })
  expect(body.from).toHaveLength(2)
  expect((await queue()).rows).toMatchObject([{ code: first.code, sources: 2 }])
  expect((await act(second.caseFileId, 'merge', { intoId: first.caseFileId })).status).toBe(400)
})

test('a namesake elsewhere, or of another year, raises no doubt', async () => {
  await typeIn()
  const elsewhere = await typeIn({
    person: { ...OLD_MAN, phone: '', idNumber: '' },
    communeCode: '00070',
    address: '',
  })
  const younger = await typeIn({ person: { name: OLD_MAN.name, birthYear: 1980 }, address: '' })
  for (const { caseFileId } of [elsewhere, younger]) {
    expect((await look(caseFileId)).doubtsNow.flatMap((it) => it.caseFileIds)).toEqual([])
  }
})

test('two households on one phone stay two where their names end in what is also said before a name', async () => {
  const phone = '0987654321'
  const anh = await typeIn({ person: { name: 'Nguyễn Thị Anh', phone }, address: '' })
  const chi = await typeIn({ person: { name: 'Nguyễn Thị Chi', phone }, address: '' })
  expect([anh.isJoined, chi.isJoined]).toEqual([false, false])
  expect((await typeIn({ person: { name: 'chị Nguyễn Thị Chi', phone }, address: '' })).isJoined).toBe(true)
})

test('a shared number is found among all that a whole village has in common', async () => {
  const phone = '0987654321'
  const first = await typeIn({ person: { name: 'Lò Thị Một', phone }, address: 'Nơi khác' })
  const lines = Array.from({ length: 600 }, (_, i) => `Hộ nghèo,Hà Nội,Phường Ba Đình,Hộ Số ${i},Bản Nậm Cắn`)
  const text = ['Nhóm,Tỉnh/thành,Xã/phường,Họ tên,Địa chỉ', ...lines].join('\n')
  expect((await desk.call('POST', '/imports/requests', { text, commit: true })).status).toBe(200)
  const second = await typeIn({ person: { name: 'Trần Văn Khác', phone }, address: 'Bản Nậm Cắn' })
  const { doubtsNow } = await look(second.caseFileId)
  expect(doubtsNow.map(({ kind, codes }) => [kind, codes.length])).toEqual([
    ['same-phone', 1],
    ['same-place', 20],
  ])
  expect(doubtsNow[0]?.caseFileIds).toEqual([first.caseFileId])
})

test('what is incomplete or out of proportion is said, and nothing of it refuses', async () => {
  const { caseFileId } = await typeIn({
    person: { name: '' },
    address: '',
    needs: [{ category: 'staple', quantity: 900_000, unit: 'kg' }],
  })
  expect((await look(caseFileId)).doubtsNow.map(({ kind }) => kind)).toEqual([
    'no-name',
    'no-contact',
    'no-place',
    'needs-large',
  ])
})

test.each([
  ['two phone numbers in one field', { phone: '0912345678 / 0987654321' }, true],
  ['an ID number with a digit too few', { idNumber: '00104100012' }, true],
  ['numbers with blanks and a word', { phone: '0912 345 678 (con gái)', idNumber: '001 041 000 123' }, false],
  ['words where there is no number', { idNumber: 'chưa làm' }, false],
])('%s: whoever looks is told when it cannot be compared', async (_, numbers, isTold) => {
  const { caseFileId } = await typeIn({ person: { ...OLD_MAN, ...numbers } })
  expect((await look(caseFileId)).doubtsNow.map(({ kind }) => kind)).toEqual(isTold ? ['number-wrong'] : [])
})

test('the queue is for those who may see it, persons for those who verify, and each look is written down', async () => {
  const { caseFileId } = await typeIn()
  const auditor = await signInAs(server, 'auditor', {}, clock.now())
  const seen = JSON.stringify([
    await look(caseFileId, auditor),
    await auditor.call('GET', '/requests'),
    await queue(),
  ])
  expect(seen).not.toMatch(/Bí|0912345678|001041000123|Ngõ Kín|trackCode":"/)
  const { household } = await look(caseFileId)
  expect(household?.persons[0]).toEqual(OLD_MAN)
  const reads = server.reader.all(server.reader.query.selectFrom('personRead').select(['staffId', 'why']))
  expect(reads).toContainEqual({ staffId: desk.me.id, why: 'case-file' })
  expect(reads.map(({ staffId }) => staffId)).not.toContain(auditor.me.id)
})

test('a request is found by either of its codes as it is read out, in whichever step, and by no other', async () => {
  await typeIn({ person: { name: 'Lê Thị Khác' }, address: '' })
  const { caseFileId, code, trackCode } = await typeIn()
  await act(caseFileId, 'refuse', { reason: 'not-found', words: '' })
  const joined = await typeIn()
  const number = Number(code.slice(3))
  for (const typed of [
    code,
    ` ${code.toLowerCase()} `,
    `${number}`,
    trackCode,
    trackCode.replaceAll('-', ' '),
  ]) {
    const { rows } = await queue(`code=${encodeURIComponent(typed)}`)
    expect([typed, rows.map((row) => row.caseFileId)]).toEqual([typed, [caseFileId]])
  }
  expect((await queue(`code=${joined.code}`)).rows.map((row) => row.caseFileId)).toEqual([joined.caseFileId])
  for (const typed of ['YC-999999', '000', 'KT2M9-QX4TD-0AB3C', '%']) {
    expect((await queue(`code=${encodeURIComponent(typed)}`)).total).toBe(0)
  }
})

test('a request becomes what tablets know, red and without persons, when somebody is to visit', async () => {
  const device = await server.addDevice(await server.addWarehouse('HN'))
  const { caseFileId, code } = await typeIn()
  const documents = async () => (await device.fetch('/api/sync/documents/caseFiles')).text()
  expect(await documents()).not.toContain(code)
  const verifier = await signInAs(server, 'verifier', { name: 'Anh Xác' }, clock.now())
  const { body } = await act(caseFileId, 'assign', { staffId: verifier.me.id })
  expect(body).toMatchObject({ step: 'survey', tick: 'red', routedTo: { name: 'Anh Xác' } })
  const text = await documents()
  expect(text).toContain(code)
  expect(text).not.toMatch(/Bí|0912345678|Ngõ Kín/)
  expect((await act(caseFileId, 'assign', { staffId: 'nobody' })).status).toBe(400)
})

test('a verifier finds what waits in the places they look after, and what they are to visit', async () => {
  const near = await typeIn()
  const far = await typeIn({
    provinceCode: '48',
    communeCode: '20194',
    person: { name: 'Lê Thị Xa' },
    address: 'x',
  })
  const verifier = await signInAs(server, 'verifier', {}, clock.now())
  const mine = async () =>
    (await verifier.call<RequestPage>('GET', '/requests?mine=1')).body.rows.map(({ code }) => code)
  expect(await mine()).toEqual([])
  const admin = await signInAs(server, 'admin', {}, clock.now())
  await admin.call('PATCH', `/staff/${verifier.me.id}`, { placeCodes: ['48'] })
  expect(await mine()).toEqual([far.code])
  expect((await look(far.caseFileId)).verifiers[0]).toMatchObject({ id: verifier.me.id, isOfPlace: true })
  await act(near.caseFileId, 'assign', { staffId: verifier.me.id })
  expect(await mine()).toEqual([near.code, far.code])
  clock.pass(8 * 86_400_000)
  desk = await signInAs(server, 'coordinator', {}, clock.now())
  expect((await queue('waiting=7&place=48')).rows.map(({ code }) => code)).toEqual([far.code])
  expect((await queue('waiting=9')).total).toBe(0)
})

test('the first of two that tablets know keeps its tick, the other turns red', async () => {
  const first = await typeIn()
  const second = await typeIn({ person: { name: 'Trần Thị Khác' }, address: 'y' })
  for (const { caseFileId } of [first, second]) {
    await act(caseFileId, 'assign', { staffId: desk.me.id })
    clock.pass(1_000)
    const { status } = await desk.call('POST', `/case-files/${caseFileId}/tick`, {
      tick: 'green',
      reason: 'UBND xã',
    })
    expect(status).toBe(200)
  }
  await act(first.caseFileId, 'merge', { intoId: second.caseFileId })
  const ticks = server.reader.all(
    server.reader.query.selectFrom('caseLife').select(['code', 'tick', 'mergedInto']).orderBy('code'),
  )
  expect(ticks).toEqual([
    { code: first.code, tick: 'green', mergedInto: null },
    { code: second.code, tick: 'red', mergedInto: first.caseFileId },
  ])
  const again = { tick: 'green', reason: 'UBND xã' }
  const { status, body } = await desk.call<Refused>('POST', `/case-files/${second.caseFileId}/tick`, again)
  expect([status, body.error.fields?.[0]?.message.vi]).toEqual([400, expect.stringContaining('đã gộp')])
  expect((await server.writer.write('rebuild', { at: clock.now() })).differences).toEqual([])
})

test('of two that were joined whoever asked is told the way of the one that stands for both', async () => {
  const first = await typeIn({ tell: true })
  const second = await typeIn({ person: { name: 'Trần Thị Khác' }, address: 'y', tell: true })
  for (const { caseFileId } of [first, second]) {
    await desk.call('POST', `/case-files/${caseFileId}/tick`, { tick: 'green', reason: 'UBND xã' })
    clock.pass(1_000)
  }
  await act(second.caseFileId, 'merge', { intoId: first.caseFileId })
  const told = server.reader.all(server.reader.query.selectFrom('message').select(['caseFileId', 'step']))
  expect(new Set(told)).toEqual(
    new Set([first, second].map(({ caseFileId }) => ({ caseFileId, step: 'published' }))),
  )
})

test('a request that was joined leads to the one that stands for it, and nothing is decided beside that', async () => {
  const first = await typeIn({ tell: true })
  const second = await typeIn()
  const { head, events, step } = await look(second.caseFileId)
  expect([second.isJoined, head]).toEqual([true, { caseFileId: first.caseFileId, code: first.code }])
  expect((await look(first.caseFileId)).head).toBeNull()
  const consent = { version: 'visit-2026-11', how: 'signed' }
  const survey = { ...helpRequest(), changedAt: null, consent }
  for (const [what, body] of [
    ['assign', { staffId: desk.me.id }],
    ['refuse', { reason: 'already-helped' }],
    ['survey', survey],
  ] as const) {
    const refused = await act(second.caseFileId, what, body)
    expect([what, refused.status, refused.body.error.fields?.[0]?.message.vi]).toEqual([
      what,
      400,
      expect.stringContaining('đã gộp'),
    ])
  }
  expect(await look(second.caseFileId)).toMatchObject({ events, step, tick: null })
  expect(server.reader.all(server.reader.query.selectFrom('message').select('id'))).toEqual([])
  expect((await act(first.caseFileId, 'refuse', { reason: 'already-helped' })).status).toBe(200)
})

test.each(['refused', 'confirmed'])(
  'who asks again after a case was %s is not joined with its end',
  async (end) => {
    const first = await typeIn()
    const handedOver = { kind: 'confirmed', by: null, detail: { handoverId: 'h' } } as const
    if (end === 'refused') await act(first.caseFileId, 'refuse', { reason: 'not-found' })
    else {
      const event = { id: 'end', caseFileId: first.caseFileId, at: clock.now(), ...handedOver }
      await server.writer.write('addCaseEvent', event)
    }
    const again = await typeIn()
    expect([(await look(first.caseFileId)).step, again.isJoined]).toEqual([end, false])
    for (const [one, other] of [
      [first, again],
      [again, first],
    ] as const) {
      const { status, body } = await act(one.caseFileId, 'merge', { intoId: other.caseFileId })
      expect([status, body.error.fields?.[0]?.message.vi]).toEqual([400, expect.stringContaining('lần mới')])
    }
    expect((await queue()).rows.map(({ code }) => code)).toEqual([again.code])
  },
)

test('what was handed over while somebody was about to refuse it is not refused any more', async () => {
  const { caseFileId } = await typeIn()
  const detail = { handoverId: 'h' }
  const event = { id: 'end', caseFileId, kind: 'confirmed', at: clock.now(), by: null, detail } as const
  await server.writer.write('addCaseEvent', event)
  const { status, body } = await act(caseFileId, 'refuse', { reason: 'not-found' })
  expect([status, body.error.fields?.[0]?.message.vi]).toEqual([400, expect.stringContaining('đã trao')])
  expect((await look(caseFileId)).step).toBe('confirmed')
})

test('whoever surveyed one of two that are joined does not verify the other either', async () => {
  const surveyed = await typeIn()
  const asked = await typeIn({ person: { name: 'Trần Thị Khác' }, address: 'y' })
  const verifier = await signInAs(server, 'verifier', { name: 'Anh Khảo' }, clock.now())
  const visit = { id: 'visit', kind: 'surveyed', at: clock.now(), by: verifier.me.id, detail: {} } as const
  await server.writer.write('addCaseEvent', { ...visit, caseFileId: surveyed.caseFileId })
  await act(asked.caseFileId, 'merge', { intoId: surveyed.caseFileId })
  await server.preChecker.look()
  const { rows } = await queue('step=verification')
  const green = (client: DeskClient) =>
    client.call<Refused>('POST', `/case-files/${rows[0]!.caseFileId}/tick`, { tick: 'green', reason: 'xã' })
  const own = await green(verifier)
  expect([own.status, own.body.error.fields?.[0]?.message.vi]).toEqual([
    400,
    expect.stringContaining('Bạn đã khảo sát'),
  ])
  expect((await green(desk)).status).toBe(200)
})

test('a visit that comes in after its surveyor gave the green tick raises a doubt', async () => {
  const { caseFileId } = await typeIn()
  await act(caseFileId, 'assign', { staffId: desk.me.id })
  const tick = { tick: 'green', reason: 'UBND xã' }
  expect((await desk.call('POST', `/case-files/${caseFileId}/tick`, tick)).status).toBe(200)
  expect((await look(caseFileId)).doubtsNow).toEqual([])
  const visit = { id: 'visit', caseFileId, kind: 'surveyed', by: desk.me.id, detail: {} } as const
  await server.writer.write('addCaseEvent', { ...visit, at: TEST_AT })
  expect((await look(caseFileId)).doubtsNow.map(({ kind }) => kind)).toEqual(['own-verifier'])
})

test('joined requests are one household on their phone, and what one was given counts for all; apart they are two', async () => {
  const first = await typeIn()
  const second = await typeIn({ person: { name: 'Trần Thị Khác', phone: OLD_MAN.phone }, address: 'y' })
  await server.markKeeper.look()
  const phoneMarks = () => {
    const { reader } = server
    const rows = reader.all(
      reader.query
        .selectFrom('document')
        .select('body')
        .where('collection', '=', 'marks')
        .where('deleted', '=', 0),
    )
    return rows.map(({ body }) => JSON.parse(body) as Mark).filter(({ kind }) => kind === 'phone')
  }
  const both = [first.caseFileId, second.caseFileId].toSorted()
  expect(phoneMarks()).toMatchObject([{ caseFileIds: both }])
  expect(phoneMarks()[0]!.households).toBeUndefined()
  await act(second.caseFileId, 'merge', { intoId: first.caseFileId })
  expect(phoneMarks()).toMatchObject([{ caseFileIds: both, households: 1 }])
  const { from } = await look(first.caseFileId)
  const { mergeId } = from.flatMap(({ merges }) => merges)[0]!
  await act(first.caseFileId, 'unmerge', { mergeId })
  expect(phoneMarks()[0]!.households).toBeUndefined()
})

test('a hook hands in a request once, however often it sends it', async () => {
  await addHook(server, 'zalo')
  const sent = { id: 'm-1', ...helpRequest() }
  const now = clock.now()
  const first = await callHook(server.url, 'zalo', sent, { now })
  const again = await callHook(server.url, 'zalo', sent, { now })
  expect([first.status, again.status]).toEqual([201, 200])
  expect(again.body).toEqual(first.body)
  expect(first.body['followUrl']).toContain(`/ho-so/${first.body['trackCode']}`)
  expect((await queue()).rows).toMatchObject([{ source: 'hook', sources: 1 }])
})

test('another request under an id that was used before is not lost: its sender hears of it', async () => {
  await addHook(server, 'zalo')
  const now = clock.now()
  const first = await callHook(server.url, 'zalo', { id: 'm-1', ...helpRequest() }, { now })
  const neighbour = helpRequest({ person: { name: 'Khác Hẳn Người', phone: '0987000111' }, address: 'xa' })
  const other = await callHook(server.url, 'zalo', { id: 'm-1', ...neighbour }, { now })
  expect([other.status, other.body['error']]).toEqual([
    409,
    { kind: 'request-id-reused', message: { vi: expect.any(String), en: expect.any(String) } },
  ])
  expect(JSON.stringify(other.body)).not.toContain(first.body['trackCode'])
  expect((await callHook(server.url, 'zalo', { id: 'm-2', ...neighbour }, { now })).status).toBe(201)
  const turned = Object.fromEntries(Object.entries({ id: 'm-1', ...helpRequest() }).toReversed())
  expect((await callHook(server.url, 'zalo', turned, { now })).body).toEqual(first.body)
  expect((await queue()).total).toBe(2)
})

test('only the version of a text stands for consent', async () => {
  await addHook(server, 'zalo')
  const sent = { id: 'm-1', ...helpRequest(), consent: 'khong dong y' }
  const { status, body } = await callHook(server.url, 'zalo', sent, { now: clock.now() })
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('"field":"consent"')])
  expect((await queue()).total).toBe(0)
})

test('what is not signed by the secret of the hook, or long ago, is turned away without saying which', async () => {
  await addHook(server, 'zalo')
  const sent = { id: 'm-1', ...helpRequest() }
  const now = clock.now()
  const old = new Date(Date.parse(now) - 6 * 60_000).toISOString() as never
  const answers = [
    await callHook(server.url, 'zalo', sent, { now, secret: 'another' }),
    await callHook(server.url, 'zalo', sent, { now, headers: { 'x-kho-signature': '' } }),
    await callHook(server.url, 'zalo', sent, { now: old }),
    await callHook(server.url, 'nobody', sent, { now }),
  ]
  await server.writer.write('revokeHook', { name: 'zalo', at: now })
  answers.push(await callHook(server.url, 'zalo', sent, { now }))
  expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1)
  expect(answers[0]!.status).toBe(400)
  expect((await queue()).total).toBe(0)
})

test('a wrong field of a hook is named, and what it held is not repeated', async () => {
  await addHook(server, 'zalo')
  const sent = { id: 'm-1', ...helpRequest({ communeCode: '99999' }) }
  const { status, body } = await callHook(server.url, 'zalo', sent, { now: clock.now() })
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('communeCode')])
  expect(JSON.stringify(body)).not.toContain('Bí')
})

test('nothing in the database tells who asked, and what was erased is gone', async () => {
  const { caseFileId, trackCode } = await typeIn({
    requester: { name: 'Cô Hàng Xóm', phone: '0987654321' },
    words: 'Nhà dột nát hết',
  })
  await act(caseFileId, 'assign', { staffId: desk.me.id })
  expect((await look(caseFileId)).contact).toMatchObject({
    requester: { name: 'Cô Hàng Xóm' },
    words: 'Nhà dột nát hết',
  })
  const secret = new RegExp(`Bí|0912345678|001041000123|Ngõ Kín|Hàng Xóm|0987654321|dột nát|${trackCode}`)
  const { reader } = server
  const tables = [
    'caseEvent',
    'caseLife',
    'likeness',
    'requestContact',
    'sentRequest',
    'household',
    'document',
    'documentHistory',
    'message',
  ] as const
  for (const table of tables) {
    const rows = reader.all(reader.query.selectFrom(table).selectAll())
    const text = rows
      .map((row) =>
        Object.values(row)
          .map((it) => (it instanceof Uint8Array ? Buffer.from(it).toString() : String(it)))
          .join('|'),
      )
      .join('\n')
    expect([table, secret.test(text)]).toEqual([table, false])
  }
  await server.persons.erase(caseFileId, desk.me.id)
  const left = await look(caseFileId)
  expect([left.household, left.contact, left.events.at(-1)?.kind]).toEqual([null, null, 'erased'])
})

test('a list brings requests, each line once, and the same man in it joins his case', async () => {
  await typeIn()
  const text = `Nhóm,Tỉnh/thành,Xã/phường,Số người,Nhu cầu,Họ tên,Điện thoại,Năm sinh
Người cao tuổi,Hà Nội,Phường Ba Đình,1,gạo:5 kg,Nguyễn Văn Bí,0912345678,1941
Hộ nghèo,Hà Nội,Phường Hoàn Kiếm,4,,Trần Thị Danh Sách,0933333333,
Hộ nghèo,Hà Nội,Xã Không Có,4,,Ai Đó,,
`
  const take = (body: object) => desk.call<ImportAnswer>('POST', '/imports/requests', { text, ...body })
  const { body: preview } = await take({ commit: false })
  expect([preview.committed, preview.counts]).toEqual([false, { new: 2, changed: 0, unchanged: 0, bad: 1 }])
  expect((await take({ commit: true, skipBad: true })).body.counts.new).toBe(2)
  expect((await take({ commit: true, skipBad: true })).body.counts).toMatchObject({ new: 0, unchanged: 2 })
  await server.preChecker.look()
  expect((await queue()).rows).toMatchObject([
    { source: 'phone', sources: 2 },
    { source: 'csv', sources: 1, communeName: 'Phường Hoàn Kiếm', doubts: expect.any(Number) },
  ])
})

test('an ID number that lost its zeros in a spreadsheet is the number of the card', async () => {
  const known = await typeIn({ person: { ...OLD_MAN, phone: '' } })
  const old = await typeIn({ person: { name: 'Lê Thị Cũ', idNumber: '012345678' }, address: '' })
  const text = `Nhóm,Tỉnh/thành,Xã/phường,Họ tên,Số CCCD
Người cao tuổi,Hà Nội,Phường Ba Đình,Ông Bí,1041000123
Người cao tuổi,Hà Nội,Phường Ba Đình,Bà Cũ,12345678
`
  expect((await desk.call('POST', '/imports/requests', { text, commit: true })).status).toBe(200)
  expect((await queue()).rows.map(({ code, sources }) => [code, sources])).toEqual([
    [known.code, 2],
    [old.code, 2],
  ])
})
