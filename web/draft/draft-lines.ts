import type { ItemId } from '#shared/item/item'
import type { LocationId } from '#shared/location/location'
import type { LotId } from '#shared/lot/lot'
import type { DraftLine } from './draft.ts'

export interface LineMatch {
  readonly itemId: ItemId
  readonly barcode: string | undefined
  readonly lotId: LotId
  /** The code itself said which lot or until when. */
  readonly lotSaid: boolean
  readonly shelfId: LocationId
}

/**
 * The line that a scan adds to: of its lot where the code names one, else of those with the same code or lot on the
 * same shelf the one that was touched last.
 */
export function lineToAddTo(lines: readonly DraftLine[], by: LineMatch): DraftLine | undefined {
  const here = countedLines(lines).filter((line) => line.shelfId === by.shelfId)
  const ofLot = here.filter((line) => line.lotId === by.lotId)
  if (by.lotSaid && ofLot.length > 0) return lastTouched(ofLot)
  const ofCode = here.filter((line) => line.itemId === by.itemId && hasCode(line, by.barcode))
  return lastTouched([...ofLot, ...ofCode])
}

function hasCode(line: DraftLine, barcode: string | undefined): boolean {
  return line.barcode === barcode || (line.otherBarcodes ?? []).includes(barcode ?? '')
}

/** The line that was scanned or brought into the card last: it is the one in the card. */
export function lastTouched(lines: readonly DraftLine[]): DraftLine | undefined {
  const touched = ({ scannedAt, touchedAt }: DraftLine) =>
    touchedAt !== undefined && touchedAt > scannedAt ? touchedAt : scannedAt
  const key = (line: DraftLine) => `${touched(line)}|${line.id}`
  return [...lines].sort((a, b) => (key(a) > key(b) ? -1 : 1))[0]
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
