import { expect, test } from 'vitest'
import type { Item, ItemId } from '#shared/item/item'
import type { LocationId } from '#shared/location/location'
import { lotId, parseLotId } from '#shared/lot/lot'
import type { StaffId } from '#shared/staff/staff'
import type { LotInPlace } from '#shared/stock/fefo'
import { addDays, type Instant, type LocalDate } from '#shared/time/time'
import { decideDispatch } from '../../../web/dispatch/decide-dispatch.ts'
import type { DispatchDraft, DraftLine } from '../../../web/draft/draft.ts'
import { goodsFrom, type ScannedCode } from '../../../web/item/read-code.ts'

const today = '2026-11-21' as LocalDate
const now = '2026-11-21T02:00:00.000Z' as Instant
const shelf = (id: number) => `shelf:1.${id}` as LocationId
const item: Item = {
  id: 'item:sua' as ItemId,
  name: 'Sữa',
  category: 'baby',
  baseUnit: 'piece',
  unit: 'hộp',
  packs: [],
  dates: 'expiry',
}
const draft: DispatchDraft = {
  kind: 'dispatch',
  id: 'draft',
  openedAt: now,
  staffId: 'lan' as StaffId,
  typed: {},
}
const code: ScannedCode = { text: '123', itemId: item.id }
const moment = { lineId: 'line', now, today }

function lot(days: number, quantity: number, lotNumber: string, place = shelf(1)): LotInPlace {
  return {
    locationId: place,
    lotId: lotId({ itemId: item.id, lotNumber, expiresOn: addDays(today, days) }),
    quantity,
  }
}
function decide(scanned: ScannedCode, lots: readonly LotInPlace[], lines: readonly DraftLine[] = []) {
  return decideDispatch(goodsFrom(item, scanned), draft, lines, { lots, fallback: shelf(9) }, moment)
}

test('goods whose code names no lot leave from the lot that leaves first', () => {
  const outcome = decide(code, [lot(200, 5, 'B'), lot(10, 5, 'A', shelf(2))])
  expect(outcome).toMatchObject({ kind: 'taken', sooner: [], line: { shelfId: shelf(2), quantity: 1 } })
})

test('a lot that this draft has emptied is not offered again', () => {
  const [first, next] = [lot(10, 1, 'A'), lot(200, 5, 'B')]
  const taken = decide(code, [first, next])
  if (taken.kind !== 'taken') throw new Error(taken.kind)
  expect(decide(code, [first, next], [taken.line])).toMatchObject({
    kind: 'taken',
    line: { lotId: next.lotId },
  })
})

test('a lot named by its number alone is the one the books know with its date', () => {
  const known = lot(200, 5, 'B', shelf(3))
  const outcome = decide({ ...code, lotNumber: 'B' }, [lot(10, 5, 'A'), known])
  expect(outcome).toMatchObject({ kind: 'taken', line: { lotId: known.lotId, shelfId: shelf(3) } })
  expect(outcome.kind === 'taken' && outcome.sooner.map((one) => parseLotId(one.lotId)?.lotNumber)).toEqual([
    'A',
  ])
})

test('expired goods become one refused line however often they are scanned', () => {
  const expired = { ...code, expiresOn: addDays(today, -1) }
  const first = decide(expired, [])
  expect(first).toMatchObject({ kind: 'refused', line: { refused: { kind: 'lot-expired' } } })
  if (first.kind !== 'refused') throw new Error(first.kind)
  const again = decideDispatch(
    goodsFrom(item, expired),
    draft,
    [first.line],
    { lots: [], fallback: shelf(9) },
    {
      ...moment,
      lineId: 'other',
    },
  )
  expect(again.kind === 'refused' && again.line.id).toBe(first.line.id)
})

test('goods that no book has may leave all the same, since they are in hand', () => {
  expect(decide(code, [])).toMatchObject({
    kind: 'taken',
    line: { shelfId: shelf(9), lotId: lotId({ itemId: item.id }) },
  })
})

test('goods that are weighed wait for their weight', () => {
  const rice: Item = { ...item, baseUnit: 'gram', unit: 'kg', dates: 'none' }
  const outcome = decideDispatch(goodsFrom(rice, code), draft, [], { lots: [], fallback: shelf(9) }, moment)
  expect(outcome.kind).toBe('asks')
})
