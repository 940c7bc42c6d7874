import { fold, matchesFolded } from '#shared/i18n/fold'
import type { LocalDate } from '#shared/time/time'
import type { StockLine } from './stock-view-store.ts'

export const STOCK_VIEWS = ['item', 'lot', 'shelf', 'expiring'] as const
export type StockView = (typeof STOCK_VIEWS)[number]

/** What one row of the screen stands for: a lot on a shelf, or an item with all its lots. */
export type StockRowShown =
  | { readonly kind: 'line'; readonly key: string; readonly line: StockLine }
  | {
      readonly kind: 'item'
      readonly key: string
      readonly lines: readonly StockLine[]
      readonly quantity: number
      readonly pending: number
    }
  | { readonly kind: 'shelf'; readonly key: string; readonly name: string; readonly lineCount: number }

/** The lines that a query and a view ask for, in the order of the view. `expiringUntil` is the last day of "soon". */
export function arrangeStock(
  lines: readonly StockLine[],
  view: StockView,
  query: string,
  expiringUntil: LocalDate,
): StockRowShown[] {
  const wanted = fold(query)
  const found = wanted === '' ? lines : lines.filter(({ searched }) => matchesFolded(searched(), wanted))
  switch (view) {
    case 'item':
      return byItem(found)
    case 'lot':
      return found.toSorted(byName).map(lineRow)
    case 'shelf':
      return byShelf(found)
    case 'expiring':
      return found
        .filter(
          ({ leavesBefore, quantity }) =>
            leavesBefore !== undefined && leavesBefore <= expiringUntil && quantity > 0,
        )
        .toSorted((a, b) => compare(a.leavesBefore!, b.leavesBefore!) || byName(a, b))
        .map(lineRow)
  }
}

function byItem(lines: readonly StockLine[]): StockRowShown[] {
  const linesByItemId = Map.groupBy(lines.toSorted(byName), ({ itemId }) => itemId)
  return [...linesByItemId].map(([itemId, own]) => ({
    kind: 'item' as const,
    key: itemId,
    lines: own,
    quantity: sum(own, ({ quantity }) => quantity),
    pending: sum(own, ({ pending }) => pending),
  }))
}

function byShelf(lines: readonly StockLine[]): StockRowShown[] {
  const linesByShelfId = Map.groupBy(lines, ({ shelfId }) => shelfId)
  return [...linesByShelfId]
    .map(([shelfId, own]) => ({ shelfId, own, name: own[0]?.shelf?.code ?? shelfId }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
    .flatMap(({ shelfId, own, name }): StockRowShown[] => [
      { kind: 'shelf', key: shelfId, name, lineCount: own.length },
      ...own.toSorted(byName).map(lineRow),
    ])
}

function lineRow(line: StockLine): StockRowShown {
  return { kind: 'line', key: line.key, line }
}

/** By name, then what leaves first. */
function byName(a: StockLine, b: StockLine): number {
  return (
    compareWords(a.item?.name ?? a.itemId, b.item?.name ?? b.itemId) ||
    compare(a.leavesBefore ?? '9999', b.leavesBefore ?? '9999') ||
    compare(a.key, b.key)
  )
}

let collator: Intl.Collator | undefined

/** One collator for all: `localeCompare` looks its own up at every comparison, and a list has tens of thousands. */
function compareWords(a: string, b: string): number {
  collator ??= new Intl.Collator('vi')
  return collator.compare(a, b)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function sum(lines: readonly StockLine[], of: (line: StockLine) => number): number {
  return lines.reduce((total, line) => total + of(line), 0)
}
