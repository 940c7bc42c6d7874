import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeReversals } from '#shared/finding/judge-reversals'
import type { Movement, MovementLine } from '#shared/movement/movement'

const LINES = [
  { itemId: 'item:a', lotId: 'item:a~~~', quantity: 5, fromId: 'donor:x', toId: 'shelf:1.1' },
  { itemId: 'item:b', lotId: 'item:b~~~', quantity: 2, fromId: 'donor:x', toId: 'shelf:1.2' },
] as unknown as MovementLine[]
const back = (lines: readonly MovementLine[]) =>
  lines.map((line) => ({ ...line, fromId: line.toId, toId: line.fromId }))

function movement(id: string, more: Partial<Movement> = {}): Movement {
  return {
    id,
    kind: 'intake',
    warehouseId: '1',
    occurredAt: '2026-11-21T02:00:00.000Z',
    lines: LINES,
    ...more,
  } as Movement
}
const undone = movement('m')
const reversal = (id: string, more: Partial<Movement> = {}) =>
  movement(id, { kind: 'reversal', reversesId: undone.id, lines: back(LINES), ...more })

const faultsOf = (target: Movement | undefined, ...reversals: Movement[]) =>
  judgeReversals(target, reversals).map(({ reversal, fault }) => [reversal.id, fault])

test('a reversal that takes back exactly the goods stands, in whatever order and number of lines', () => {
  const [a, b] = back(LINES) as [MovementLine, MovementLine]
  const split = [b, { ...a, quantity: 2 }, { ...a, quantity: 3 }] as MovementLine[]
  expect(faultsOf(undone, reversal('r', { lines: split }))).toEqual([['r', undefined]])
})

test.each([
  ['what nobody has sent', undefined, {}, 'unknown'],
  ['a reversal', movement('m', { kind: 'reversal' }), {}, 'reverses-a-reversal'],
  ['a movement of another warehouse', movement('m', { warehouseId: '2' as never }), {}, 'other-warehouse'],
  ['a part of the goods', undone, { lines: back(LINES.slice(1)) }, 'other-goods'],
  ['the same goods once more', undone, { lines: LINES }, 'other-goods'],
  ['more than there was', undone, { lines: [...back(LINES), ...back(LINES)] }, 'other-goods'],
] as const)('undoing %s is a fault', (_, target, more, fault) => {
  expect(faultsOf(target, reversal('r', more as Partial<Movement>))).toEqual([['r', fault]])
})

test('a transfer may be taken back by either side', () => {
  const transfer = movement('m', { kind: 'transfer', warehouseId: '2' as never })
  expect(faultsOf(transfer, reversal('r'))).toEqual([['r', undefined]])
})

test('of several that fit the first recorded stands, and one that does not fit is none of them', () => {
  const early = '2026-11-21T01:00:00.000Z' as never
  const all = [
    reversal('r2'),
    reversal('r1'),
    reversal('wrong', { occurredAt: early, lines: LINES }),
    reversal('r0', { occurredAt: early }),
  ]
  const right = { wrong: 'other-goods', r0: undefined, r1: 'twice', r2: 'twice' }
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (reversals) => {
      expect(Object.fromEntries(faultsOf(undone, ...reversals))).toEqual(right)
    }),
  )
})
