import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemId } from '#shared/item/item'
import type { LocationId } from '#shared/location/location'
import { leavesBefore, lotId, parseLotId } from '#shared/lot/lot'
import { allocateFefo, isExpiredLot, lotsBefore, orderFefo, type LotInPlace } from '#shared/stock/fefo'
import { addDays, type LocalDate } from '#shared/time/time'

const today = '2026-11-21' as LocalDate
const itemId = 'item:sua' as ItemId

const lots = fc
  .array(
    fc.record({
      days: fc.option(fc.integer({ min: -40, max: 400 }), { nil: undefined }),
      bestBefore: fc.boolean(),
      lotNumber: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }),
      shelf: fc.constantFrom('shelf:1.1', 'shelf:1.2'),
      quantity: fc.integer({ min: -5, max: 50 }),
    }),
    { maxLength: 20 },
  )
  .map((rows) =>
    rows.map(({ days, bestBefore, lotNumber, shelf, quantity }): LotInPlace => {
      const day = days === undefined ? undefined : addDays(today, days)
      return {
        locationId: shelf as LocationId,
        lotId: lotId({
          itemId,
          ...(lotNumber && { lotNumber }),
          ...(day && (bestBefore ? { bestBeforeOn: day } : { expiresOn: day })),
        }),
        quantity,
      }
    }),
  )

function dayOf({ lotId }: LotInPlace): string {
  return leavesBefore(parseLotId(lotId)!) ?? '9999'
}

test('what leaves soonest is offered first, undated goods last, expired ones and empty places never', () => {
  fc.assert(
    fc.property(lots, (lots) => {
      const offered = orderFefo(lots, today)
      for (const [i, lot] of offered.entries()) {
        expect(isExpiredLot(lot.lotId, today)).toBe(false)
        expect(lot.quantity).toBeGreaterThan(0)
        if (i > 0) expect(dayOf(offered[i - 1]!) <= dayOf(lot)).toBe(true)
      }
    }),
  )
})

test('the order of FEFO is the same however the books list the lots', () => {
  fc.assert(
    fc.property(
      lots.chain((lots) =>
        fc.tuple(fc.constant(lots), fc.shuffledSubarray(lots, { minLength: lots.length })),
      ),
      ([lots, shuffled]) => {
        const names = (list: readonly LotInPlace[]) =>
          orderFefo(list, today).map((lot) => `${lot.lotId}@${lot.locationId}`)
        expect(names(shuffled)).toEqual(names(lots))
      },
    ),
  )
})

test('a quantity spread over lots is neither lost nor doubled and never takes more than a lot has', () => {
  fc.assert(
    fc.property(lots, fc.integer({ min: 1, max: 300 }), (lots, quantity) => {
      const { takes, beyond } = allocateFefo(lots, quantity, today)
      expect(takes.reduce((sum, take) => sum + take.quantity, beyond)).toBe(quantity)
      for (const take of takes) expect(take.quantity).toBeLessThanOrEqual(take.lot.quantity)
    }),
  )
})

test('the lots that go before the one in hand are those that leave strictly earlier', () => {
  const shelf = 'shelf:1.2' as LocationId
  const soon = lotId({ itemId, expiresOn: '2026-12-02' as LocalDate })
  const late = lotId({ itemId, expiresOn: '2027-08-31' as LocalDate })
  const gone = lotId({ itemId, expiresOn: '2026-11-01' as LocalDate })
  const books = [late, soon, gone].map((lotId) => ({ locationId: shelf, lotId, quantity: 24 }))
  expect(lotsBefore(books, late, today).map((lot) => lot.lotId)).toEqual([soon])
  expect(lotsBefore(books, soon, today)).toEqual([])
})
