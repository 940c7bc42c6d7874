import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Finding, FindingKind } from '#shared/finding/finding'
import type { Movement } from '#shared/movement/movement'
import type { Mark, MarkId } from '#shared/person/mark'
import type { Instant } from '#shared/time/time'
import { readRepeatRule } from '../../../sync-server/repeat/repeat-rules.ts'
import { LEDGER_AT, openTestLedger, type TestLedger } from '../../support/test-ledger.ts'

let ledger: TestLedger
let number = 0
const DEVICE = { deviceId: 'd1', warehouseId: 'w1' }
const RICE = { itemId: 'item:rice', lotId: 'item:rice~~~' }

beforeEach(async () => {
  ledger = openTestLedger()
  number = 0
  await ledger.knowPlaces()
  await ledger.writer.write('putDocument', {
    collection: 'items',
    id: 'item:rice',
    body: {
      id: 'item:rice',
      name: 'Gạo',
      category: 'staple',
      baseUnit: 'gram',
      unit: 'kg',
      packs: [],
      dates: 'none',
    } as never,
    changedBy: 'desk',
    at: '2026-11-01T00:00:00.000Z',
  })
})
afterEach(() => ledger.close())

test('help through another case file of the household within fourteen days is one finding, whichever came first', async () => {
  await deliver('case-2', '2026-11-21T02:00:00.000Z')
  expect(findings()).toEqual([])
  await deliver('case-1', '2026-11-12T02:00:00.000Z')
  expect(findings()).toEqual([
    expect.objectContaining({
      caseFileId: 'case-2',
      helpedOn: '2026-11-12',
      opensOn: '2026-11-26',
      elsewhere: true,
    }),
  ])
})

test('it closes by itself when the earlier help is taken back', async () => {
  const first = await deliver('case-1', '2026-11-12T02:00:00.000Z')
  await deliver('case-1', '2026-11-20T02:00:00.000Z')
  expect(findings()).toHaveLength(1)
  await deliver('case-1', '2026-11-20T03:00:00.000Z', first)
  expect(findings()).toEqual([])
})

test.each([
  ['a part of the goods', { quantity: 1 }],
  ['what another warehouse gave', { device: { deviceId: 'd3', warehouseId: 'w2' } }],
])('a reversal of %s takes no help back, whichever came first', async (_, amiss) => {
  const steps = ledger.reader.query
    .selectFrom('caseLife')
    .select('step')
    .where('caseFileId', '=', 'case-1' as never)
  const first = '01930000-0000-7000-8000-000000000002'
  await deliver('case-1', '2026-11-12T03:00:00.000Z', first, amiss)
  await deliver('case-1', '2026-11-12T02:00:00.000Z')
  expect(ledger.reader.get(steps)).toEqual({ step: 'help' })
  await deliver('case-1', '2026-11-20T02:00:00.000Z')
  expect(findings()).toHaveLength(1)
  await deliver('case-1', '2026-11-20T03:00:00.000Z', first, amiss)
  expect([findings().length, findings('false-reversal').length]).toEqual([1, 2])
  await expectRebuilt()
  await deliver('case-1', '2026-11-20T04:00:00.000Z', first)
  expect([findings().length, findings('false-reversal').length]).toEqual([0, 2])
  await expectRebuilt()
})

test('tablets are told by the marks alone when which group was given last', async () => {
  await deliver('case-1', '2026-11-12T02:00:00.000Z')
  await deliver('case-1', '2026-11-01T17:30:00.000Z')
  const helped = [{ caseFileId: 'case-1', group: 'staple', on: '2026-11-12' }]
  expect(marks().map(({ kind, caseFileIds, helped }) => ({ kind, caseFileIds, helped }))).toEqual(
    expect.arrayContaining([
      { kind: 'case-file', caseFileIds: ['case-1'], helped },
      { kind: 'phone', caseFileIds: ['case-1', 'case-2'], helped },
    ]),
  )
})

test('another rule counts from when it was made', async () => {
  await deliver('case-1', '2026-11-12T02:00:00.000Z')
  await deliver('case-1', '2026-11-16T02:00:00.000Z')
  await setRule('2026-11-17T00:00:00.000Z')
  expect(readRepeatRule(ledger.reader)).toEqual({ days: 14, byGroup: { staple: 3 } })
  expect(findings()).toHaveLength(1)
  await deliver('case-1', '2026-11-19T02:00:00.000Z')
  expect(findings()).toHaveLength(1)
})

test('what came in before the rule it falls under is judged anew', async () => {
  await deliver('case-1', '2026-11-12T02:00:00.000Z')
  await deliver('case-1', '2026-11-19T02:00:00.000Z')
  await setRule('2026-11-17T00:00:00.000Z')
  expect(findings()).toEqual([])
})

test('goods that turn out to be of another group are judged by its rule', async () => {
  await deliver('case-1', '2026-11-12T02:00:00.000Z', undefined, { itemId: 'item:unknown' })
  await deliver('case-1', '2026-11-14T02:00:00.000Z')
  expect(findings()).toEqual([])
  await ledger.writer.write('putDocument', {
    collection: 'items',
    id: 'item:unknown',
    body: {
      id: 'item:unknown',
      name: 'Bún',
      category: 'staple',
      baseUnit: 'gram',
      unit: 'kg',
      packs: [],
      dates: 'none',
    } as never,
    changedBy: 'desk',
    at: '2026-11-15T00:00:00.000Z',
  })
  expect(findings()).toHaveLength(1)
})

test('goods for one of two households on one phone are a finding that names who agreed, by what is known now', async () => {
  const override = { staffId: 'staff-2', reason: 'hai anh em một máy' }
  const alone = await dispatch('case-1')
  const agreed = await dispatch('case-1', { override })
  const early = await dispatch('case-3')
  expect(sharedPhones()).toEqual([
    { kind: 'shared-phone', caseFileId: 'case-1', movementId: alone },
    { kind: 'shared-phone', caseFileId: 'case-1', movementId: agreed, override },
  ])
  await giveNumbers('case-3', [{ mark: PHONE, kind: 'phone' }])
  expect(sharedPhones().map(({ movementId }) => movementId)).toEqual([alone, agreed, early])
  await expectRebuilt()

  await giveNumbers('case-3', [])
  expect(sharedPhones()).toHaveLength(2)
  const merge = { caseFileId: 'case-2' as never, by: 'staff-1' as never, at: LEDGER_AT as Instant }
  await ledger.writer.write('mergeRequests', { ...merge, intoId: 'case-1' as never })
  expect(sharedPhones()).toEqual([])
  const late = await dispatch('case-2')
  expect(sharedPhones()).toEqual([])
  const { mergeId } = ledger.reader.get(ledger.reader.query.selectFrom('caseMerge').select('mergeId'))!
  await ledger.writer.write('unmergeRequests', { ...merge, mergeId })
  expect(sharedPhones().map(({ movementId }) => movementId)).toEqual([alone, agreed, late])
  await expectRebuilt()
})

async function expectRebuilt(): Promise<void> {
  const { differences } = await ledger.writer.write('rebuild', { at: LEDGER_AT })
  expect(differences).toEqual([])
}

const PHONE = '22-letters-of-one-mark' as MarkId

function giveNumbers(caseFileId: string, marks: { mark: MarkId; kind: 'phone' }[]): Promise<unknown> {
  const household = { caseFileId: caseFileId as never, sealed: Buffer.from('sealed'), marks }
  return ledger.writer.write('putHousehold', { household, changedBy: 'desk', at: LEDGER_AT as Instant })
}

function dispatch(caseFileId: string, basis: object = {}): Promise<string> {
  const at = '2026-11-21T02:00:00.000Z'
  return record('dispatch', at, {
    lines: [{ ...RICE, quantity: 5, fromId: 'shelf:w1.1', toId: 'transit:con-1' }],
    caseFileId,
    consignmentId: 'con-1',
    basis: { tick: 'green', tickAt: at, snapshotAt: at, ...basis },
  })
}

function sharedPhones(): Extract<Finding, { kind: 'shared-phone' }>[] {
  return findings('shared-phone').sort((a, b) => (a.movementId < b.movementId ? -1 : 1))
}

function setRule(at: string): Promise<unknown> {
  const rule = { days: 14, byGroup: { staple: 3 } }
  return ledger.writer.write('setRepeatRule', { rule, changedBy: 'admin', at: at as Instant })
}

/** A delivery, or the reversal of one. */
function deliver(
  caseFileId: string,
  at: string,
  reversesId?: string,
  { itemId = 'item:rice', quantity = 5, device = DEVICE } = {},
): Promise<string> {
  const [fromId, toId] = ['transit:con-1', `case-file:${caseFileId}`]
  const ends = reversesId === undefined ? { fromId, toId } : { fromId: toId, toId: fromId }
  const lines = [{ itemId, lotId: `${itemId}~~~`, quantity, ...ends }]
  if (reversesId !== undefined) return record('reversal', at, { lines, reversesId }, device)
  return record('delivery', at, { lines, caseFileId, consignmentId: 'con-1' }, device)
}

async function record(kind: Movement['kind'], at: string, rest: object, device = DEVICE): Promise<string> {
  number++
  const id = `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
  const body = { id, kind, staffId: 'staff-1', occurredAt: at, ...device, ...rest }
  const fact = { id, deviceSeq: number, kind: 'movement', recordedAt: at, body } as never
  await ledger.push([{ ...device, fact }])
  return id
}

function findings<Kind extends FindingKind = 'repeat-help'>(kind = 'repeat-help' as Kind) {
  const { query } = ledger.reader
  const rows = ledger.reader.all(
    query.selectFrom('finding').select('detail').where('kind', '=', kind).where('open', '=', 1),
  )
  return rows.map(({ detail }) => JSON.parse(detail) as Extract<Finding, { kind: Kind }>)
}

function marks(): Mark[] {
  const { query } = ledger.reader
  const rows = ledger.reader.all(
    query.selectFrom('document').select('body').where('collection', '=', 'marks'),
  )
  return rows.map(({ body }) => JSON.parse(body) as Mark)
}
