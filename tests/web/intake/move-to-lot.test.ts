import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item, ItemId } from '#shared/item/item'
import { QUANTITY_MAX } from '#shared/item/quantity'
import type { LocationId } from '#shared/location/location'
import { lotId, type LotId } from '#shared/lot/lot'
import { LINES_MAX } from '#shared/movement/movement'
import type { StaffId } from '#shared/staff/staff'
import type { Instant, LocalDate } from '#shared/time/time'
import type { DraftLine, IntakeDraft, LinesChange } from '../../../web/draft/draft.ts'
import { decideIntake } from '../../../web/intake/decide-intake.ts'
import { sentenceForLessLeft, sentenceForSameLot } from '../../../web/intake/intake-text.ts'
import { lastScanned, moveToLot } from '../../../web/intake/move-to-lot.ts'
import { goodsFrom, type ScannedCode } from '../../../web/item/read-code.ts'

const today = '2026-11-21' as LocalDate
const shelfId = 'shelf:1.1' as LocationId
const itemId = 'item:sua' as ItemId
const EAN = '8934673573399'
const item: Item = {
  id: itemId,
  name: 'Sữa',
  category: 'baby',
  baseUnit: 'piece',
  unit: 'hộp',
  packs: [],
  dates: 'expiry',
}
const bare = lotId({ itemId })
const december = lotId({ itemId, expiresOn: '2026-12-31' as LocalDate })
const march = lotId({ itemId, expiresOn: '2027-03-31' as LocalDate })
const draft: IntakeDraft = {
  kind: 'intake',
  id: 'draft',
  openedAt: at(0),
  staffId: 'lan' as StaffId,
  typed: {},
  shelfId,
}

function at(second: number): Instant {
  return `2026-11-21T02:00:${String(second).padStart(2, '0')}.000Z` as Instant
}
function line(id: string, lotId: LotId, quantity: number, rest: Partial<DraftLine> = {}): DraftLine {
  const base = { draftId: 'draft', itemId, shelfId, scannedAt: at(1), scans: quantity, barcode: EAN }
  return { ...base, id, lotId, quantity, ...rest }
}
function change(lines: readonly DraftLine[], { put, drop }: LinesChange): DraftLine[] {
  const written = new Set([...put.map(({ id }) => id), ...drop])
  return [...lines.filter(({ id }) => !written.has(id)), ...put]
}
function move(lines: readonly DraftLine[], lineId: string, quantity: number | undefined, lotId: LotId) {
  const moved = moveToLot(lines, { lineId, quantity, lotId }, { lineId: 'new', now: at(9) })
  if (!moved.ok) throw new Error(moved.error.vi)
  return change(lines, moved.value)
}
function scan(lines: readonly DraftLine[], code: Partial<ScannedCode> = {}) {
  const meaning = goodsFrom(item, { text: EAN, itemId, ...code })
  const outcome = decideIntake(meaning, draft, lines, { lineId: 'scanned', now: at(20), today })
  if (outcome.kind !== 'taken' && outcome.kind !== 'again') throw new Error(outcome.kind)
  return outcome.line
}
const figures = (lines: readonly DraftLine[]) => lines.map(({ lotId, quantity }) => [lotId, quantity])

test('the pack scanned last goes to a line of its own, and the first line keeps the rest', () => {
  const lines = move([line('one', december, 25)], 'one', 1, march)
  expect(figures(lines)).toEqual([
    [december, 24],
    [march, 1],
  ])
})

test('a plain code adds to the line that was touched last', () => {
  const lines = move([line('one', december, 25)], 'one', 1, march)
  expect(scan(lines)).toMatchObject({ lotId: march, quantity: 2 })
  const back = lines.map((one) => (one.id === 'one' ? { ...one, touchedAt: at(10) } : one))
  expect(scan(back)).toMatchObject({ lotId: december, quantity: 25 })
})

test('a plain code adds to the line touched last also when another line has no date yet', () => {
  const lines = move([line('one', bare, 25)], 'one', 1, march)
  expect(scan(lines)).toMatchObject({ lotId: march, quantity: 2 })
})

test('a code that names its lot adds to that lot, whichever line was touched last', () => {
  const lines = move([line('one', december, 25)], 'one', 1, march)
  expect(scan(lines, { expiresOn: '2026-12-31' as LocalDate })).toMatchObject({ id: 'one', quantity: 25 })
})

test('goods that turn out to be of a lot that has a line go to that line', () => {
  const lines = [line('one', december, 24), line('two', march, 6)]
  expect(figures(move(lines, 'one', 4, march))).toEqual([
    [december, 20],
    [march, 10],
  ])
})

test('a line that gets the lot of another line becomes one with it', () => {
  const lines = [line('one', december, 24), line('two', bare, 6)]
  const merged = move(lines, 'two', undefined, december)
  expect(merged).toMatchObject([{ id: 'two', lotId: december, quantity: 30 }])
})

test('lines on different shelves stay apart', () => {
  const elsewhere = line('one', december, 24, { shelfId: 'shelf:1.2' as LocationId })
  expect(move([elsewhere, line('two', bare, 6)], 'two', undefined, december)).toHaveLength(2)
})

test('the codes of both lines lead to the one they became', () => {
  const lines = [line('one', december, 24), line('two', bare, 30, { barcode: '18934673573396' })]
  const merged = move(lines, 'two', undefined, december)
  expect(scan(merged)).toMatchObject({ id: 'two', quantity: 55 })
  expect(scan(merged, { text: '18934673573396' })).toMatchObject({ id: 'two', quantity: 55 })
})

test('more than the line has is refused, and so is the lot that it has already', () => {
  const lines = [line('one', december, 25)]
  const ask = (quantity: number, lotId: LotId) =>
    moveToLot(lines, { lineId: 'one', quantity, lotId }, { lineId: 'new', now: at(9) })
  expect(ask(26, march)).toEqual({ ok: false, error: sentenceForLessLeft })
  expect(ask(1, december)).toEqual({ ok: false, error: sentenceForSameLot })
})

test('neither too many lines nor a quantity beyond the limit comes of a move', () => {
  const full = Array.from({ length: LINES_MAX }, (_, index) =>
    line(`line-${index}`, lotId({ itemId, lotNumber: `L${index}` }), 2),
  )
  const moment = { lineId: 'new', now: at(9) }
  expect(moveToLot(full, { lineId: 'line-0', quantity: 1, lotId: march }, moment).ok).toBe(false)
  const large = [line('one', december, 2), line('two', march, QUANTITY_MAX)]
  expect(moveToLot(large, { lineId: 'one', quantity: 1, lotId: march }, moment).ok).toBe(false)
})

test('however goods are moved between lots, nothing is lost, nothing doubled, and no lot has two lines', () => {
  const moves = fc.array(
    fc.record({
      line: fc.nat(5),
      quantity: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      lotId: fc.constantFrom(bare, december, march),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(moves, (moves) => {
      let lines: readonly DraftLine[] = [line('one', december, 24), line('two', bare, 24)]
      for (const [index, { line, quantity, lotId }] of moves.entries()) {
        const lineId = lines[line % lines.length]!.id
        const moment = { lineId: `new-${index}`, now: at(index + 2) }
        const moved = moveToLot(lines, { lineId, quantity, lotId }, moment)
        if (moved.ok) lines = change(lines, moved.value)
        expect(lines.reduce((sum, one) => sum + one.quantity, 0)).toBe(48)
        expect(lines.every((one) => one.quantity > 0)).toBe(true)
        expect(new Set(lines.map((one) => one.lotId)).size).toBe(lines.length)
      }
    }),
  )
})

test('only the one just scanned is one scan: a box of thirty is thirty', () => {
  expect(lastScanned(line('one', december, 25, { lastScan: 1 }), item)).toBe(1)
  expect(lastScanned(line('one', december, 90, { lastScan: 30 }), item)).toBe(30)
  expect(lastScanned(line('one', december, 30, { lastScan: 30 }), item)).toBe(1)
})
