import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Mark } from '#shared/person/mark'
import type { Instant } from '#shared/time/time'
import { readRepeatRule } from '../../../sync-server/repeat/repeat-rules.ts'
import { openTestLedger, type TestLedger } from '../../support/test-ledger.ts'

let ledger: TestLedger
let number = 0

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
  await deliver('case-1', '2026-11-12T02:00:00.000Z', undefined, 'item:unknown')
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

function setRule(at: string): Promise<unknown> {
  const rule = { days: 14, byGroup: { staple: 3 } }
  return ledger.writer.write('setRepeatRule', { rule, changedBy: 'admin', at: at as Instant })
}

/** A delivery, or the reversal of one. */
async function deliver(
  caseFileId: string,
  at: string,
  reversesId?: string,
  itemId = 'item:rice',
): Promise<string> {
  number++
  const id = `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
  const [fromId, toId] = ['transit:con-1', `case-file:${caseFileId}`]
  const ends = reversesId === undefined ? { fromId, toId } : { fromId: toId, toId: fromId }
  const body = {
    id,
    kind: reversesId === undefined ? 'delivery' : 'reversal',
    deviceId: 'd1',
    staffId: 'staff-1',
    occurredAt: at,
    warehouseId: 'w1',
    lines: [{ itemId, lotId: `${itemId}~~~`, quantity: 5, ...ends }],
    ...(reversesId === undefined ? { caseFileId, consignmentId: 'con-1' } : { reversesId }),
  }
  const fact = { id, deviceSeq: number, kind: 'movement', recordedAt: at, body } as never
  await ledger.push([{ deviceId: 'd1', warehouseId: 'w1', fact }])
  return id
}

function findings(): unknown[] {
  const { query } = ledger.reader
  const rows = ledger.reader.all(
    query.selectFrom('finding').select('detail').where('kind', '=', 'repeat-help').where('open', '=', 1),
  )
  return rows.map(({ detail }) => JSON.parse(detail) as unknown)
}

function marks(): Mark[] {
  const { query } = ledger.reader
  const rows = ledger.reader.all(
    query.selectFrom('document').select('body').where('collection', '=', 'marks'),
  )
  return rows.map(({ body }) => JSON.parse(body) as Mark)
}
