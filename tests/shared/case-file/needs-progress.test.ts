import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CaseFile, Need } from '#shared/case-file/case-file'
import { dispatchGate } from '#shared/case-file/dispatch-gate'
import { countNeeds } from '#shared/case-file/needs-progress'
import type { Item } from '#shared/item/item'
import type { Instant } from '#shared/time/time'

type Goods = Pick<Item, 'id' | 'category' | 'baseUnit'>
const rice: Goods = { id: 'item:gao' as Item['id'], category: 'staple', baseUnit: 'gram' }
const noodles: Goods = { id: 'item:mi' as Item['id'], category: 'food', baseUnit: 'piece' }
const fish: Goods = { id: 'item:ca' as Item['id'], category: 'food', baseUnit: 'piece' }
const needs: Need[] = [
  { category: 'food', quantity: 30, unit: 'gói' },
  { itemId: fish.id, quantity: 12, unit: 'hộp' },
  { category: 'staple', quantity: 25_000, unit: 'kg' },
]

test('goods count toward the need that names them first, then toward their category', () => {
  const { needs: progress } = countNeeds(needs, [{ item: fish, quantity: 15 }])
  expect(progress.map(({ taken, over }) => [taken, over])).toEqual([
    [3, 0],
    [12, 0],
    [0, 0],
  ])
})

test('kilograms never count toward pieces', () => {
  const { unasked } = countNeeds(
    [{ category: 'staple', quantity: 5, unit: 'túi' }],
    [{ item: rice, quantity: 5 }],
  )
  expect(unasked).toHaveLength(1)
})

test('what is taken beyond every need shows as over', () => {
  const { needs: progress } = countNeeds(needs, [{ item: noodles, quantity: 36 }])
  expect(progress[0]).toMatchObject({ taken: 36, over: 6 })
})

test('whatever is taken counts exactly once', () => {
  const goods = fc.array(
    fc.record({ item: fc.constantFrom(rice, noodles, fish), quantity: fc.integer({ min: 1, max: 90 }) }),
  )
  fc.assert(
    fc.property(goods, (goods) => {
      const { needs: progress, unasked } = countNeeds(needs, goods)
      const counted = [...progress.map((one) => one.taken), ...unasked.map((one) => one.quantity)]
      expect(counted.reduce((a, b) => a + b, 0)).toBe(goods.reduce((sum, one) => sum + one.quantity, 0))
    }),
  )
})

test('green goes through, yellow needs a second person, red, run out and unknown are stopped', () => {
  const now = '2026-11-21T02:00:00.000Z' as Instant
  const file = (tick: CaseFile['tick'], tickUntil: string | null) => ({
    tick,
    tickUntil: tickUntil as Instant | null,
  })
  expect(dispatchGate(file('green', null), now)).toEqual({ kind: 'open' })
  expect(dispatchGate(file('green', '2026-11-22T00:00:00.000Z'), now)).toEqual({ kind: 'open' })
  expect(dispatchGate(file('green', '2026-11-20T00:00:00.000Z'), now)).toEqual({
    kind: 'stopped',
    reason: 'expired',
  })
  expect(dispatchGate(file('yellow', null), now)).toEqual({ kind: 'second-person', why: 'yellow' })
  expect(dispatchGate(file('red', null), now)).toEqual({ kind: 'stopped', reason: 'red' })
  expect(dispatchGate(undefined, now)).toEqual({ kind: 'stopped', reason: 'unknown' })
})
