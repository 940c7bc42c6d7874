import { expect, test } from 'vitest'
import { fold } from '#shared/i18n/fold'
import type { LocalDate } from '#shared/time/time'
import { arrangeStock } from '../../../web/stock/arrange-stock.ts'
import type { StockLine } from '../../../web/stock/stock-view-store.ts'

const UNTIL = '2026-12-21' as LocalDate

function line(
  itemId: string,
  shelf: string,
  quantity: number,
  leavesBefore?: string,
  pending = 0,
): StockLine {
  return {
    key: `${shelf}|${itemId}|${leavesBefore ?? ''}`,
    item: undefined,
    itemId,
    lot: undefined,
    shelf: undefined,
    shelfId: shelf,
    quantity,
    pending,
    ...(leavesBefore !== undefined && { leavesBefore: leavesBefore as LocalDate }),
    searched: () => fold(`${itemId} ${shelf}`),
  }
}

const LINES = [
  line('Sữa', 'B2', 6, '2026-12-02', 6),
  line('Sữa', 'A1', 24, '2027-08-01'),
  line('Gạo', 'A1', 50),
  line('Cá hộp', 'B2', 10, '2026-11-01'),
  line('Cá hộp', 'A1', -3, '2026-11-30'),
]

test('an item adds its lots on all shelves, with what is unsent apart', () => {
  const rows = arrangeStock(LINES, 'item', '', UNTIL)
  expect(rows.map((row) => row.kind === 'item' && [row.key, row.quantity, row.pending])).toEqual([
    ['Cá hộp', 7, 0],
    ['Gạo', 50, 0],
    ['Sữa', 30, 6],
  ])
})

test('what expires soon comes with the expired first, and without what is not there', () => {
  const rows = arrangeStock(LINES, 'expiring', '', UNTIL)
  expect(rows.map(({ key }) => key)).toEqual(['B2|Cá hộp|2026-11-01', 'B2|Sữa|2026-12-02'])
})

test('a search needs no accents, and each shelf stands over its own lots', () => {
  const rows = arrangeStock(LINES, 'shelf', 'ca b2', UNTIL)
  expect(rows.map(({ kind, key }) => `${kind} ${key}`)).toEqual(['shelf B2', 'line B2|Cá hộp|2026-11-01'])
})
