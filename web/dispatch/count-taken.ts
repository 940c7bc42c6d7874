import type { Need } from '#shared/case-file/case-file'
import { countNeeds, type NeedsProgress } from '#shared/case-file/needs-progress'
import type { Item } from '#shared/item/item'
import { countedLines } from '../draft/draft-lines.ts'
import type { DraftLine } from '../draft/draft.ts'

/** What is asked for beside what the lines take, as far as their goods are known. */
export function countTaken(
  needs: readonly Need[],
  lines: readonly DraftLine[],
  itemById: ReadonlyMap<string, Item>,
): NeedsProgress {
  const goods = countedLines(lines).flatMap(({ itemId, quantity }) => {
    const item = itemById.get(itemId)
    return item ? [{ item, quantity }] : []
  })
  return countNeeds(needs, goods)
}
