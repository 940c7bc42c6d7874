import type { Item } from '#shared/item/item'
import { parseLotId } from '#shared/lot/lot'
import { lacksDate } from '#shared/lot/lot-dates'
import type { DraftLine } from '../draft/draft.ts'
import type { Typed } from '../draft/waiting-codes.ts'

/** Lines of goods that carry a date and have none yet, unless a person said that the pack shows none. */
export function linesWithoutDate(
  lines: readonly DraftLine[],
  items: ReadonlyMap<string, Item>,
  typed: Typed,
): DraftLine[] {
  return lines.filter((line) => {
    const item = items.get(line.itemId)
    const lot = parseLotId(line.lotId)
    return item && lot && lacksDate(lot, item) && typed[`${line.id}.no-date`] !== '1'
  })
}
