import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemId } from '#shared/item/item'
import type { LocationId } from '#shared/location/location'
import { lotId } from '#shared/lot/lot'
import type { LotInPlace } from '#shared/stock/fefo'
import { addDays, type Instant, type LocalDate } from '#shared/time/time'
import { spreadQuantity } from '../../../web/dispatch/spread-quantity.ts'
import type { DraftLine } from '../../../web/draft/draft.ts'

const today = '2026-11-21' as LocalDate
const itemId = 'item:sua' as ItemId
const shelfId = 'shelf:1.1' as LocationId

function lot(days: number, quantity: number): LotInPlace {
  return { locationId: shelfId, lotId: lotId({ itemId, expiresOn: addDays(today, days) }), quantity }
}
function lineOf({ lotId }: LotInPlace, quantity: number, id = 'one'): DraftLine {
  const scannedAt = '2026-11-21T02:00:00.000Z' as Instant
  return { id, draftId: 'draft', itemId, lotId, quantity, shelfId, scannedAt, scans: 1 }
}
function ids() {
  let last = 0
  return () => `new-${++last}`
}

test('what one lot does not have comes from the lot that leaves next', () => {
  const [first, next] = [lot(11, 6), lot(280, 24)]
  const line = lineOf(first, 1)
  const { put, drop } = spreadQuantity(line, 8, [first, next], [line], { newId: ids(), today })
  expect(put.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([
    [first.lotId, 6],
    [next.lotId, 2],
  ])
  expect(drop).toBeUndefined()
})

test('what no book has stays on the line itself', () => {
  const only = lot(11, 6)
  const line = lineOf(only, 1)
  expect(spreadQuantity(line, 8, [only], [line], { newId: ids(), today }).put).toEqual([
    { ...line, quantity: 8 },
  ])
})

test('however a quantity is spread, the draft takes exactly as much as was keyed and what it took before', () => {
  const books = fc.uniqueArray(
    fc.record({ days: fc.integer({ min: -5, max: 60 }), quantity: fc.integer({ min: 1, max: 40 }) }),
    {
      minLength: 1,
      maxLength: 6,
      selector: ({ days }) => days,
    },
  )
  fc.assert(
    fc.property(
      books,
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 0, max: 30 }),
      (books, quantity, other) => {
        const lots = books.map(({ days, quantity }) => lot(days, quantity))
        const line = lineOf(lots[0]!, 1)
        const lines = other > 0 && lots[1] ? [line, lineOf(lots[1], other, 'two')] : [line]
        const { put, drop } = spreadQuantity(line, quantity, lots, lines, { newId: ids(), today })
        const after = new Map(lines.map((one) => [one.id, one]))
        for (const one of put) after.set(one.id, one)
        if (drop !== undefined) after.delete(drop)
        const sum = [...after.values()].reduce((total, one) => total + one.quantity, 0)
        expect(sum).toBe(quantity + (lines.length > 1 ? other : 0))
        for (const one of after.values()) expect(one.quantity).toBeGreaterThan(0)
      },
    ),
  )
})
