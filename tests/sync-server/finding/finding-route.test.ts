import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FindingPage, FindingRow } from '#shared/desk/desk-finding-wire'
import { FINDING_KINDS, type Finding } from '#shared/finding/finding'
import { REVERSAL_FAULTS } from '#shared/finding/judge-reversals'
import type { StaffId } from '#shared/staff/staff'
import { createFindingNames } from '../../../sync-server/finding/finding-names.ts'
import { findingSentence } from '../../../sync-server/finding/finding-sentence.ts'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let desk: DeskClient
let device: TestDevice
let shelf: string
let facts: ReturnType<typeof createFactMaker>

beforeAll(async () => {
  server = await startTestServer()
  desk = await signInAs(server, 'coordinator', { name: 'Chị Điều' })
  const warehouseId = await server.addWarehouse('HN')
  shelf = await server.addShelf(warehouseId, 'A-1')
  device = await server.addDevice(warehouseId, 'Máy số 7')
  facts = createFactMaker(device)
  await server.writer.write('addStaff', {
    staff: {
      id: 'staff-1' as StaffId,
      name: 'Anh Tuấn',
      role: 'keeper',
      warehouseId,
      userName: null,
      passwordHash: null,
      pinHash: 'none',
      keyBox: null,
      active: 1,
      createdAt: TEST_AT,
    },
    changedBy: 'test',
  })
  await desk.call('POST', '/items', {
    gtin: '8934563108168',
    name: 'Mì gói',
    nameEn: 'Noodles',
    category: 'food',
    unit: 'gói',
  })
  await device.push([
    facts.movement({ kind: 'dispatch', lines: [{ quantity: 5, fromId: shelf, toId: 'transit:c1' }] }),
  ])
})
afterAll(() => server.close())

async function list(query = ''): Promise<FindingPage> {
  return (await desk.call<FindingPage>('GET', `/findings${query}`)).body
}

test('a finding says in both languages who did what, when, with which goods and where', async () => {
  const [row] = (await list('?kind=below-zero')).rows
  for (const part of ['Anh Tuấn', 'Máy số 7', 'A-1', 'Mì gói', '−5 gói', '21/11/2026 09:00']) {
    expect(row!.sentence.vi).toContain(part)
  }
  for (const part of ['Anh Tuấn', 'Máy số 7', 'A-1', 'Noodles', '−5', '21/11/2026 09:00']) {
    expect(row!.sentence.en).toContain(part)
  }
})

test('handling a finding says who and what was done; it stays open until the facts agree', async () => {
  const [{ key }] = (await list('?kind=below-zero')).rows as [FindingRow]
  const { status, body } = await desk.call<FindingRow>('POST', '/findings/handle', {
    key,
    note: 'Đã đếm lại kệ',
  })
  expect([status, body.handledBy, body.note, body.closedAt]).toEqual([200, 'Chị Điều', 'Đã đếm lại kệ', null])
  expect((await list('?kind=below-zero')).total).toBe(1)

  await device.push([facts.intake(shelf, 5)])
  expect((await list('?kind=below-zero')).total).toBe(0)
  const closed = (await list('?state=closed&kind=below-zero')).rows
  expect(closed[0]).toMatchObject({ key, note: 'Đã đếm lại kệ', closedAt: expect.any(String) })
  expect((await list('?state=all&kind=below-zero')).total).toBe(1)
})

test('findings come in pages, those nobody handled first', async () => {
  await device.push(
    [1, 2, 3].map((n) =>
      facts.movement({
        kind: 'dispatch',
        lines: [{ quantity: 1, fromId: `shelf:1.9${n}`, toId: `transit:p${n}` }],
      }),
    ),
  )
  const all = await list('?state=open&limit=200')
  const key = all.rows[0]!.key
  await desk.call('POST', '/findings/handle', { key, note: 'xong' })
  const after = await list('?state=open&limit=200')
  expect(after.rows.at(-1)!.key).toBe(key)
  const second = await list('?state=open&limit=2&page=2')
  expect(second.rows.map((row) => row.key)).toEqual(after.rows.slice(2, 4).map((row) => row.key))
  expect(second.total).toBe(all.total)
})

test.each([
  ['no note', { key: 'x', note: ' ' }, 'note'],
  ['no finding', { note: 'a' }, 'key'],
])('%s is refused beside its field', async (_, body, field) => {
  const answer = await desk.call<Refused>('POST', '/findings/handle', body)
  expect(answer.status).toBe(400)
  expect(answer.body.error.fields?.map((it) => it.field)).toEqual([field])
})

test('a state or a kind that there is not is refused with those that there are', async () => {
  const answer = await desk.call<Refused>('GET', '/findings?state=maybe&kind=none')
  expect(answer.body.error.fields?.map(({ field, message }) => [field, message])).toEqual([
    ['state', { vi: 'Phải là một trong: open, closed, all.', en: 'Must be one of: open, closed, all.' }],
    ['kind', { vi: expect.stringMatching(/below-zero, .*pack-claimed-twice/), en: expect.anything() }],
  ])
})

test('a finding that does not exist cannot be handled', async () => {
  expect((await desk.call('POST', '/findings/handle', { key: 'below-zero|x|y', note: 'a' })).status).toBe(404)
})

test('goods that left for no case file are a finding', async () => {
  const { rows } = await list('?kind=no-case-file')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows[0]!.sentence.vi).toMatch(/Anh Tuấn.*mà không ghi cho hồ sơ nào/)
})

test('every kind has a sentence in both languages, with or without what it names', () => {
  const lotId = 'gtin:08934563108168~L1~2026-11-20~'
  const movementId = '00000000-0000-0000-0000-000000000000'
  const findings: Record<(typeof FINDING_KINDS)[number], Finding> = {
    'below-zero': { kind: 'below-zero', locationId: 'transit:c9', lotId, quantity: -2, movementId },
    'unknown-item': { kind: 'unknown-item', itemId: 'gtin:08934563108168', movementId },
    'unknown-location': { kind: 'unknown-location', locationId: 'shelf:9.9', movementId },
    'no-case-file': { kind: 'no-case-file', movementId },
    'unknown-case-file': { kind: 'unknown-case-file', caseFileId: 'c-9', movementId },
    'tick-not-green': {
      kind: 'tick-not-green',
      caseFileId: 'c-9',
      tick: 'yellow',
      override: { staffId: 'staff-1' as StaffId, reason: 'khẩn cấp' },
      movementId,
    },
    'shared-phone': {
      kind: 'shared-phone',
      caseFileId: 'c-9',
      override: { staffId: 'staff-1' as StaffId, reason: 'hai anh em một máy' },
      movementId,
    },
    'expired-when-dispatched': { kind: 'expired-when-dispatched', lotId, movementId },
    'clock-off': { kind: 'clock-off', deviceId: device.deviceId, skewMs: -5_400_000, movementId },
    'missing-numbers': { kind: 'missing-numbers', deviceId: device.deviceId, fromSeq: 4, toSeq: 4 },
    'false-reversal': { kind: 'false-reversal', fault: 'twice', reversesId: movementId, movementId },
    'after-revocation': {
      kind: 'after-revocation',
      deviceId: device.deviceId,
      revokedAt: '2026-11-21T01:00:00.000Z',
      count: 1200,
      firstAt: '2026-11-20T23:00:00.000Z',
      lastAt: '2026-11-21T00:30:00.000Z',
      movementId,
    },
    'delivered-twice': {
      kind: 'delivered-twice',
      consignmentId: 'XK-1',
      caseFileId: 'c-9',
      itemIds: ['gtin:08934563108168'],
      handoverId: movementId,
    },
    'other-trip': { kind: 'other-trip', consignmentId: 'XK-1', caseFileId: 'c-9', handoverId: movementId },
    'handover-without-pin': { kind: 'handover-without-pin', caseFileId: 'c-9', handoverId: movementId },
    'identity-mismatch': { kind: 'identity-mismatch', caseFileId: 'c-9', handoverId: movementId },
    'place-far': { kind: 'place-far', caseFileId: 'c-9', farM: 3012, handoverId: movementId },
    'helped-elsewhere': {
      kind: 'helped-elsewhere',
      caseFileId: 'c-9',
      helpedOn: '2026-11-12',
      opensOn: '2026-11-26',
      handoverId: movementId,
    },
    'red-at-the-door': {
      kind: 'red-at-the-door',
      caseFileId: 'c-9',
      override: { staffId: 'staff-1' as StaffId, reason: 'đã ở tận nơi' },
      handoverId: movementId,
    },
    'corrected-elsewhere': {
      kind: 'corrected-elsewhere',
      consignmentId: 'XK-1',
      caseFileId: 'c-9',
      handoverId: movementId,
      correctionId: movementId,
    },
    'on-two-trips': { kind: 'on-two-trips', consignmentId: '5-1', tripIds: ['t-1', 't-2'] },
    'repeat-help': {
      kind: 'repeat-help',
      caseFileId: 'c-9',
      helpedOn: '2026-11-12',
      opensOn: '2026-11-26',
      elsewhere: true,
      movementId,
    },
    'pack-claimed-twice': {
      kind: 'pack-claimed-twice',
      gtin: '18934563108165',
      itemIds: ['gtin:08934563108168', 'item:unknown'],
    },
  }
  for (const language of ['vi', 'en'] as const) {
    const names = createFindingNames(server.reader, language)
    const sentences = FINDING_KINDS.map((kind) => findingSentence(findings[kind], undefined, names, language))
    for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null|\[object/)
    expect(new Set(sentences).size).toBe(FINDING_KINDS.length)
    expect(sentences[FINDING_KINDS.indexOf('tick-not-green')]).toMatch(/Anh Tuấn.*khẩn cấp/)
    expect(sentences[FINDING_KINDS.indexOf('shared-phone')]).toMatch(/Anh Tuấn.*hai anh em một máy/)
    expect(sentences[FINDING_KINDS.indexOf('place-far')]).toMatch(/ 3 km/)
    expect(sentences[FINDING_KINDS.indexOf('red-at-the-door')]).toMatch(/Anh Tuấn.*đã ở tận nơi/)
    expect(sentences[FINDING_KINDS.indexOf('clock-off')]).toMatch(/Máy số 7.*1[.,]5/)
    expect(sentences[FINDING_KINDS.indexOf('after-revocation')]).toMatch(
      /Máy số 7.*21\/11\/2026 08:00.*1[.,]200.*21\/11\/2026 06:00.*21\/11\/2026 07:30/,
    )
    expect(sentences[FINDING_KINDS.indexOf('pack-claimed-twice')]).toMatch(
      /18934563108165.*(Mì gói|Noodles), unknown/,
    )
    const faults = REVERSAL_FAULTS.map((fault) =>
      findingSentence(
        { kind: 'false-reversal', fault, reversesId: movementId, movementId },
        undefined,
        names,
        language,
      ),
    )
    expect(new Set(faults).size).toBe(REVERSAL_FAULTS.length)
  }
})
