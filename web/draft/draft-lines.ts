import type { LocationId } from '#shared/location/location'
import type { LotId } from '#shared/lot/lot'
import type { DraftLine } from './draft.ts'

/** The line that the same code or the same lot on the same shelf adds to: the one scanned last. */
export function lineToAddTo(
  lines: readonly DraftLine[],
  by: { readonly barcode: string | undefined; readonly lotId: LotId; readonly shelfId: LocationId },
): DraftLine | undefined {
  const fitting = lines.filter(
    (line) =>
      !line.refused &&
      line.shelfId === by.shelfId &&
      (line.lotId === by.lotId || (by.barcode !== undefined && line.barcode === by.barcode)),
  )
  return newestFirst(fitting)[0]
}

export function newestFirst(lines: readonly DraftLine[]): DraftLine[] {
  return [...lines].sort((a, b) =>
    a.scannedAt > b.scannedAt ? -1 : a.scannedAt < b.scannedAt ? 1 : b.id < a.id ? -1 : 1,
  )
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
