import { expect, test } from 'vitest'
import * as v from 'valibot'
import { SignaturePartSchema } from '#shared/handover/handover-parts'
import { judgeTwice, type StandingHandover } from '#shared/handover/judge-handover'
import {
  HandoverSchema,
  type Confirmation,
  type Handover,
  type HandoverConfirmed,
  type HandoverCorrected,
  type HandoverLine,
} from '#shared/handover/handover'
import { stateOfHandover } from '#shared/handover/handover-state'
import { neededConfirmations } from '#shared/handover/needed-confirmations'

const AT = '2026-11-25T02:00:00.000Z'

function line(delivered: number, left = 0, item = 'item:rice'): HandoverLine {
  return {
    itemId: item,
    lotId: `${item}~~~`,
    delivered,
    left,
    ...(left > 0 && { reason: 'refused' }),
  } as never
}

function handover(changes: Partial<Record<keyof Handover, unknown>> = {}): Handover {
  return {
    id: '0190a000-0000-7000-8000-000000000001',
    deviceId: 'd1',
    staffId: 's1',
    occurredAt: AT,
    warehouseId: 'w1',
    consignmentId: 'XK-1',
    caseFileId: 'c1',
    lines: [line(10)],
    outcome: 'all',
    recipient: 'self',
    identity: 'card',
    identityMatched: true,
    confirmations: [],
    needed: ['giver', 'recipient'],
    parts: [],
    movementId: '0190a000-0000-7000-8000-000000000002',
    ...changes,
  } as never
}

const confirmation = (kind: Confirmation['kind']) =>
  ({ kind, at: AT, ...(kind === 'giver' ? { staffId: 's1' } : { partHash: 'a'.repeat(64) }) }) as Confirmation
const later = (kind: Confirmation['kind'], n: number) =>
  ({ id: `l${n}`, occurredAt: AT, confirmation: confirmation(kind) }) as unknown as HandoverConfirmed

test.each([
  ['card', 'self', ['giver', 'recipient']],
  ['number', 'self', ['giver', 'recipient', 'witness']],
  ['none', 'self', ['giver', 'recipient', 'witness']],
  ['witness', 'self', ['giver', 'recipient', 'witness']],
  ['card', 'proxy', ['giver', 'recipient', 'witness']],
] as const)('identity by %s, taken by %s: who has to confirm', (identity, recipient, needed) => {
  expect(neededConfirmations({ outcome: 'all', identity, recipient })).toEqual(needed)
})

test('where nothing was handed over only the giver confirms', () => {
  expect(neededConfirmations({ outcome: 'none', identity: 'none', recipient: 'nobody' })).toEqual(['giver'])
})

test('a handover is complete once everybody needed has confirmed, at once or later', () => {
  const before = handover({ confirmations: [confirmation('giver')] })
  expect(stateOfHandover(before, [], []).missing).toEqual(['recipient'])
  expect(stateOfHandover(before, [later('recipient', 1)], []).missing).toEqual([])
})

test('a confirmation without a PIN or a signature is none, said at once or later', () => {
  const bare = (kind: Confirmation['kind']) => ({ kind, at: AT }) as Confirmation
  const swapped = { ...bare('recipient'), staffId: 's1' } as Confirmation
  const before = handover({
    confirmations: [bare('giver'), swapped],
    needed: ['giver', 'recipient', 'witness'],
  })
  const unsigned = { ...later('witness', 1), confirmation: bare('witness') }
  const state = stateOfHandover(before, [unsigned], [])
  expect([state.missing, state.confirmations]).toEqual([['giver', 'recipient', 'witness'], []])
  const proven = (['witness', 'recipient', 'giver'] as const).map((kind, n) => later(kind, n))
  expect(stateOfHandover(before, [unsigned, ...proven], [])).toMatchObject({ missing: [], completeAt: AT })
})

test('a signature has a stroke, and a stroke a point', () => {
  const point = { x: 1, y: 2, time: 3, pressure: 0.5 }
  const signed = (strokes: unknown) =>
    v.is(SignaturePartSchema, {
      handoverId: '0190a000-0000-7000-8000-000000000001',
      who: 'recipient',
      strokes,
      svg: '<svg/>',
    })
  expect([[], [[]], [[point], []], [[point]]].map(signed)).toEqual([false, false, false, true])
})

test('a witness that the device asked for is still needed when the rule alone would not ask', () => {
  const needed = handover({ needed: ['giver', 'recipient', 'witness'] })
  expect(stateOfHandover(needed, [later('giver', 1), later('recipient', 2)], []).missing).toEqual(['witness'])
})

test('the latest correction speaks for the goods, whatever arrived first', () => {
  const corrected = (id: string, occurredAt: string, lines: HandoverLine[]) =>
    ({
      id,
      occurredAt,
      lines,
      outcome: lines[0]!.delivered === 0 ? 'none' : 'part',
    }) as unknown as HandoverCorrected
  const first = corrected('a', AT, [line(0, 10)])
  const second = corrected('b', '2026-11-25T03:00:00.000Z', [line(8, 2)])
  for (const corrections of [
    [first, second],
    [second, first],
  ]) {
    expect(stateOfHandover(handover(), [], corrections)).toMatchObject({
      outcome: 'part',
      lines: [line(8, 2)],
    })
  }
  expect(stateOfHandover(handover(), [], [first]).missing).toEqual(['giver'])
})

function standing(id: string, ...lines: HandoverLine[]): StandingHandover {
  return { id, occurredAt: AT, consignmentId: 'XK-1', caseFileId: 'c1', lines }
}

test.each([
  ['all of it by two phones', [standing('a', line(10)), standing('b', line(10))], 'b'],
  ['most of it by two phones', [standing('a', line(8, 2)), standing('b', line(8, 2))], 'b'],
  ['three times', [standing('a', line(10)), standing('b', line(10)), standing('c', line(10))], 'b'],
  [
    'one item of two',
    [standing('a', line(1), line(0, 2, 'item:milk')), standing('b', line(1), line(2, 0, 'item:milk'))],
    'b',
  ],
  ['the rest on a second visit', [standing('a', line(8, 2)), standing('b', line(2))], undefined],
  ['nobody was home at first', [standing('a', line(0, 10)), standing('b', line(10))], undefined],
])('handed over twice: %s', (_, handovers, second) => {
  const finding = judgeTwice(handovers)
  expect(finding?.handoverId).toBe(second)
  expect(judgeTwice(handovers.toReversed())).toEqual(finding)
})

test.each([
  ['an outcome its lines do not have', { outcome: 'part' }],
  ['goods left without a reason', { lines: [{ ...line(1), left: 1 }], outcome: 'part' }],
  ['nothing handed over, yet a delivery', { lines: [line(0, 3)], outcome: 'none', recipient: 'nobody' }],
  ['goods taken by nobody', { recipient: 'nobody' }],
  ['a name beside the rest', { name: 'Nguyễn Văn A' }],
])('%s is not a handover', (_, changes) => {
  expect(v.safeParse(HandoverSchema, handover()).success).toBe(true)
  expect(v.safeParse(HandoverSchema, { ...handover(), ...changes }).success).toBe(false)
})
