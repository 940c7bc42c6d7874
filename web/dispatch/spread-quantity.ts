import { allocateFefo, type LotInPlace } from '#shared/stock/fefo'
import type { LocalDate } from '#shared/time/time'
import { countedLines, takenFrom } from '../draft/draft-lines.ts'
import type { DraftLine } from '../draft/draft.ts'

export interface Spread {
  readonly put: readonly DraftLine[]
  /** The line that nothing is left of. */
  readonly drop?: string
}

/**
 * Sets a line to a quantity. What its lot does not have on its shelf comes from the lots that leave next, so that
 * eight boxes keyed in are booked like eight boxes scanned; what no book has stays on the line itself.
 */
export function spreadQuantity(
  line: DraftLine,
  quantity: number,
  lots: readonly LotInPlace[],
  lines: readonly DraftLine[],
  { newId, today }: { readonly newId: () => string; readonly today: LocalDate },
): Spread {
  const others = countedLines(lines).filter(({ id }) => id !== line.id)
  const left = lots.map((lot) => ({
    ...lot,
    quantity: lot.quantity - takenFrom(others, lot.lotId, lot.locationId),
  }))
  const isOwn = (lot: LotInPlace) => lot.lotId === line.lotId && lot.locationId === line.shelfId
  const own = Math.max(0, left.find(isOwn)?.quantity ?? 0)
  if (quantity <= own) return { put: [{ ...line, quantity }] }

  const elsewhere = left.filter((lot) => !isOwn(lot))
  const { takes, beyond } = allocateFefo(elsewhere, quantity - own, today)
  const kept = own + beyond
  const moved = takes.map(({ lot, quantity }): DraftLine => {
    const before = others.find((one) => one.lotId === lot.lotId && one.shelfId === lot.locationId)
    return before
      ? { ...before, quantity: before.quantity + quantity }
      : { ...line, id: newId(), lotId: lot.lotId, shelfId: lot.locationId, quantity, scans: 1 }
  })
  return kept > 0 ? { put: [{ ...line, quantity: kept }, ...moved] } : { put: moved, drop: line.id }
}
