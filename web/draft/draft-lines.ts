import type { ItemId } from '#shared/item/item'
import type { LocationId } from '#shared/location/location'
import type { LotId } from '#shared/lot/lot'
import type { DraftLine } from './draft.ts'

export interface LineMatch {
  readonly itemId: ItemId
  readonly barcode: string | undefined
  readonly lotId: LotId
  readonly shelfId: LocationId
}

/** The line that the same code or the same lot on the same shelf adds to: the one scanned last. */
export function lineToAddTo(lines: readonly DraftLine[], by: LineMatch): DraftLine | undefined {
  const fitting = countedLines(lines).filter(
    (line) =>
      line.shelfId === by.shelfId &&
      (line.lotId === by.lotId || (line.itemId === by.itemId && line.barcode === by.barcode)),
  )
  return newestFirst(fitting)[0]
}

export function newestFirst(lines: readonly DraftLine[]): DraftLine[] {
  const key = (line: DraftLine) => `${line.scannedAt}|${line.id}`
  return [...lines].sort((a, b) => (key(a) > key(b) ? -1 : 1))
}

/** What goes into the record: refused lines are shown and never recorded. */
export function countedLines(lines: readonly DraftLine[]): DraftLine[] {
  return lines.filter((line) => !line.refused)
}

/** What this draft already takes of one lot on one shelf. */
export function takenFrom(lines: readonly DraftLine[], lotId: LotId, shelfId: LocationId): number {
  return countedLines(lines)
    .filter((line) => line.lotId === lotId && line.shelfId === shelfId)
    .reduce((sum, line) => sum + line.quantity, 0)
}
