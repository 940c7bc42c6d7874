import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { CaseFileAnswer } from '#shared/desk/desk-case-file-wire'
import type {
  DataRequestAnswer,
  DataRequestList,
  PersonExtract,
  PersonHits,
} from '#shared/desk/desk-data-request-wire'
import type { RequestReceipt } from '#shared/desk/desk-request-wire'
import type { HouseholdAnswer, PersonReadPage } from '#shared/desk/desk-household-wire'
import type { Household } from '#shared/person/person'
import { DAY_MS } from '#shared/time/time'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { helpRequest, OLD_MAN } from '../../support/help-request.ts'
import { handIn, makePart } from '../../support/part-hands.ts'
import { publishedCase, PUBLIC_WORDS } from '../../support/published-case.ts'
import { createTestClock, type TestClock } from '../../support/test-clock.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const HOUSEHOLD: Household = {
  persons: [
    { name: 'Nguyễn Thị Bí Mật', idNumber: '001041000777', phone: '0912000777' },
    { name: 'Trần Văn Kín' },
  ],
  address: 'Ngõ Kín 7',
  howToFind: 'Sau cây đa',
}
const PLANTED = /Bí Mật|Văn Kín|001041000777|0912000777|Ngõ Kín|cây đa|Cô Hỏi/

let clock: TestClock
let server: TestServer
let desk: DeskClient
let caseFileId: CaseFileId

beforeEach(async () => {
  clock = createTestClock()
  server = await startTestServer({ now: clock.now })
  desk = await signInAs(server, 'coordinator', { name: 'Chị Điều' }, clock.now())
  const place = { provinceCode: '01', communeCode: '00004' }
  const { body } = await desk.call<CaseFileAnswer>('POST', '/case-files', {
    code: 'HS-0001',
    category: 'elderly',
    ...place,
    householdSize: 2,
    needs: [],
  })
  caseFileId = body.caseFile.id
  await desk.call('PUT', `/case-files/${caseFileId}/household`, { household: HOUSEHOLD, changedAt: null })
})
afterEach(() => server.close())

async function ask(asks = 'see'): Promise<DataRequestAnswer> {
  const { status, body } = await desk.call<DataRequestAnswer>('POST', '/data-requests', {
    asks,
    requester: 'Cô Hỏi, gọi lại buổi tối',
  })
  expect(status).toBe(201)
  return body
}

test('ID numbers are masked until they are asked for, and each look is written down as what it was', async () => {
  const path = `/case-files/${caseFileId}/household`
  const { body: masked } = await desk.call<HouseholdAnswer>('GET', path)
  expect([masked.numbersShown, masked.household?.persons[0]?.idNumber]).toEqual([false, '•••• 777'])
  const { body: shown } = await desk.call<HouseholdAnswer>('GET', `${path}?numbers=shown`)
  expect(shown).toMatchObject({ numbersShown: true, household: HOUSEHOLD })

  const auditor = await signInAs(server, 'auditor', {}, clock.now())
  expect((await auditor.call('GET', path)).status).toBe(403)
  const { body: log } = await auditor.call<PersonReadPage>('GET', '/person-reads?limit=2')
  expect(log.rows.map(({ staffName, code, why }) => [staffName, code, why])).toEqual([
    ['Chị Điều', 'HS-0001', 'id-numbers'],
    ['Chị Điều', 'HS-0001', 'case-file'],
  ])
  expect(JSON.stringify(log)).not.toMatch(PLANTED)
})

test('who changes a household that somebody else has just changed is told, and overwrites nothing', async () => {
  const path = `/case-files/${caseFileId}/household`
  const { body: seen } = await desk.call<HouseholdAnswer>('GET', path)
  clock.pass(1_000)
  const change = (address: string) =>
    desk.call('PUT', path, { household: { ...HOUSEHOLD, address }, changedAt: seen.changedAt })
  expect([(await change('Ngõ Mới')).status, (await change('Ngõ Khác')).status]).toEqual([200, 409])
  const { body } = await desk.call<HouseholdAnswer>('GET', path)
  expect(body.household?.address).toBe('Ngõ Mới')
})

test('a person is found by number exactly and by how the words of a name begin', async () => {
  const { id } = await ask()
  const found = async (query: object) => {
    const { body } = await desk.call<PersonHits>('POST', `/data-requests/${id}/search`, query)
    return body.hits.map(({ code }) => code)
  }
  expect(await found({ phone: '+84 912 000 777' })).toEqual(['HS-0001'])
  expect(await found({ idNumber: '001041000777' })).toEqual(['HS-0001'])
  expect(await found({ name: 'kin tran' })).toEqual(['HS-0001'])
  for (const query of [{ phone: '0912000778' }, { idNumber: '001041' }, { name: 'mật nguyễn văn' }, {}]) {
    expect([query, await found(query)]).toEqual([query, []])
  }
})

test('a request is due after two working days, shows when it is late, and no list says who asks', async () => {
  const { id, dueAt, requester } = await ask()
  // The clock stands on a Saturday.
  expect([dueAt, requester]).toEqual(['2026-11-24T16:59:59.999Z', 'Cô Hỏi, gọi lại buổi tối'])
  clock.pass(4 * DAY_MS)
  const auditor = await signInAs(server, 'auditor', {}, clock.now())
  const { body } = await auditor.call<DataRequestList>('GET', '/data-requests')
  expect(body.requests).toMatchObject([{ id, late: true, closedAt: null, steps: [{ kind: 'opened' }] }])
  expect(JSON.stringify(body)).not.toMatch(PLANTED)
  for (const [method, path] of [
    ['GET', `/data-requests/${id}`],
    ['POST', `/data-requests/${id}/search`],
    ['POST', `/data-requests/${id}/case-files/${caseFileId}/show`],
  ] as const) {
    expect([path, (await auditor.call(method, path, method === 'POST' ? {} : undefined)).status]).toEqual([
      path,
      403,
    ])
  }
})

test('a person is told all that is held, who looked at it among that', async () => {
  const { id } = await ask('copy')
  const path = `/data-requests/${id}/case-files/${caseFileId}`
  await desk.call('POST', `${path}/show`, {})
  const { body } = await desk.call<PersonExtract>('POST', `${path}/hand-out`, {})
  expect(body).toMatchObject({
    household: HOUSEHOLD,
    caseFile: { code: 'HS-0001' },
    placeName: 'Phường Ba Đình, Thành phố Hà Nội',
    ticks: [{ tick: 'red', staffName: 'Chị Điều' }],
  })
  expect(body.reads.map(({ why }) => why).slice(-2)).toEqual(['personal-data', 'hand-out'])
})

test('who only asked for help is found with the place, and told what was asked', async () => {
  const asked = await desk.call<RequestReceipt>('POST', '/requests', helpRequest())
  const { id } = await ask('copy')
  const { code, caseFileId: askedId } = asked.body
  const placeName = 'Phường Ba Đình, Thành phố Hà Nội'
  const { body } = await desk.call<PersonHits>('POST', `/data-requests/${id}/search`, { name: OLD_MAN.name })
  expect(body.hits).toMatchObject([{ caseFileId: askedId, code, placeName }])
  const path = `/data-requests/${id}/case-files/${askedId}/hand-out`
  const { body: told } = await desk.call<PersonExtract>('POST', path, {})
  expect(told).toMatchObject({
    caseFile: { code, category: 'elderly', tick: 'red', needs: [{ category: 'staple', quantity: 5_000 }] },
    placeName,
    ticks: [],
  })
})

test('what is erased is gone, its log stays without a person, and a closed request opens nothing', async () => {
  const { id } = await ask('erase')
  const path = `/data-requests/${id}/case-files/${caseFileId}`
  expect((await desk.call('POST', `${path}/erase`, {})).status).toBe(200)
  const { body: after } = await desk.call<PersonExtract>('POST', `${path}/show`, {})
  expect([after.household, after.caseFile?.code]).toEqual([null, 'HS-0001'])
  const closed = await desk.call<DataRequestAnswer>('POST', `/data-requests/${id}/close`, { outcome: 'done' })
  expect(closed.body).toMatchObject({ outcome: 'done', requester: null, late: false })
  expect(closed.body.steps.map(({ kind }) => kind)).toEqual(['opened', 'erased', 'shown', 'closed'])
  expect((await desk.call('POST', `${path}/show`, {})).status).toBe(404)
  expect((await desk.call('POST', `/data-requests/${id}/search`, { name: 'Mật' })).status).toBe(404)
})

test('who asked for somebody else is found, told and erased with the household, and what was published too', async () => {
  const receipt = await publishedCase(desk, {
    requester: { name: 'Vi Văn Kể', phone: '0966 555 444' },
    words: 'Lời kể riêng tư',
  })
  const { id } = await ask('erase')
  const found = async (query: object) => {
    const { body } = await desk.call<PersonHits>('POST', `/data-requests/${id}/search`, query)
    return body.hits.map((hit) => hit.caseFileId)
  }
  expect([await found({ phone: '0966555444' }), await found({ name: 'ke vi' })]).toEqual([
    [receipt.caseFileId],
    [receipt.caseFileId],
  ])
  const path = `/data-requests/${id}/case-files/${receipt.caseFileId}`
  const { body } = await desk.call<PersonExtract>('POST', `${path}/hand-out`, {})
  expect([body.contact, body.publication]).toEqual([
    { requester: { name: 'Vi Văn Kể', phone: '0966 555 444' }, words: 'Lời kể riêng tư', tell: false },
    { words: PUBLIC_WORDS, withdrawnAt: null },
  ])
  expect((await desk.call('POST', `${path}/erase`, {})).status).toBe(200)
  const { body: after } = await desk.call<PersonExtract>('POST', `${path}/show`, {})
  expect([after.household, after.contact, after.publication]).toEqual([null, null, null])
  expect(after.events.at(-1)?.kind).toBe('erased')
  expect([await found({ phone: '0966555444' }), await found({ name: 'ke vi' })]).toEqual([[], []])
  expect(
    server.reader.all(
      server.reader.query.selectFrom('likeness').selectAll().where('caseFileId', '=', receipt.caseFileId),
    ),
  ).toEqual([])
})

test('who took goods for a household or saw it is found, told what was written down, and erased', async () => {
  const device = await server.addDevice(await server.addWarehouse('HN'))
  const atDoor = {
    handoverId: '77777777-0000-7000-8000-000000000001',
    proxy: { name: 'Đinh Thị Hộ', why: 'hàng xóm' },
    idNumber: '001 141 000 555',
    phone: '0977 666 555',
    witnessName: 'Lường Văn Chứng',
    place: { lat: 21.03474, lon: 105.83451, accuracyM: 9 },
  }
  const paper = Buffer.from(JSON.stringify(atDoor))
  const header = { kind: 'recipient', caseFileId, subjectId: atDoor.handoverId }
  expect((await handIn(device, makePart(server, paper, header))).state).toBe('taken')
  const { id } = await ask('erase')
  const found = async (query: object) =>
    (await desk.call<PersonHits>('POST', `/data-requests/${id}/search`, query)).body.hits.map(
      ({ code }) => code,
    )
  const asked = [
    { name: 'đinh thị' },
    { name: 'chung luong' },
    { phone: '0977666555' },
    { idNumber: '001141000555' },
  ]
  for (const query of asked) expect([query, await found(query)]).toEqual([query, ['HS-0001']])
  expect(await found({ name: 'Lò', phone: '0977666556', idNumber: '001141000556' })).toEqual([])

  const path = `/data-requests/${id}/case-files/${caseFileId}`
  const { body: told } = await desk.call<PersonExtract>('POST', `${path}/hand-out`, {})
  expect(told.recipients.map(({ part }) => part)).toEqual([atDoor])
  expect((await desk.call('POST', `${path}/erase`, {})).status).toBe(200)
  const { body: after } = await desk.call<PersonExtract>('POST', `${path}/show`, {})
  expect(after.recipients).toEqual([])
  for (const query of asked) expect([query, await found(query)]).toEqual([query, []])
})

test('a number that was noted wrongly for whoever asked is corrected, and they are told no longer if they wish so', async () => {
  const requester = { name: 'Vi Văn Kể', phone: '0966555444' }
  const { body: asked } = await desk.call<RequestReceipt>(
    'POST',
    '/requests',
    helpRequest({ requester, words: 'Lời kể', tell: true }),
  )
  const { id } = await ask('correct')
  const path = `/data-requests/${id}/case-files/${asked.caseFileId}`
  const right = { ...requester, phone: '0966555443' }
  const correct = (body: object, of = path) => desk.call<PersonExtract>('POST', `${of}/correct-contact`, body)
  const { body: corrected } = await correct({ requester: right, tell: false })
  expect(corrected.contact).toEqual({ requester: right, words: 'Lời kể', tell: false })
  const { body: again } = await correct({ tell: true })
  expect(again.contact).toEqual({ requester: right, words: 'Lời kể', tell: true })
  expect((await correct({ tell: true }, `/data-requests/${id}/case-files/${caseFileId}`)).status).toBe(404)

  await desk.call('POST', `${path}/erase`, {})
  expect((await correct({ requester, tell: true })).status).toBe(404)
  const { body: request } = await desk.call<DataRequestAnswer>('POST', `/data-requests/${id}/close`, {
    outcome: 'done',
  })
  expect(request.steps.map(({ kind }) => kind)).toEqual([
    'opened',
    'corrected',
    'corrected',
    'erased',
    'closed',
  ])
})

test('a correction is stored, over what was seen alone', async () => {
  const { id } = await ask('correct')
  const path = `/data-requests/${id}/case-files/${caseFileId}`
  const { body: seen } = await desk.call<PersonExtract>('POST', `${path}/show`, {})
  clock.pass(1_000)
  const household = { ...HOUSEHOLD, address: 'Ngõ Đúng' }
  const correct = () =>
    desk.call<PersonExtract>('POST', `${path}/correct`, { household, changedAt: seen.changedAt })
  const { status, body } = await correct()
  expect([status, body.household?.address]).toEqual([200, 'Ngõ Đúng'])
  expect((await correct()).status).toBe(409)
})
