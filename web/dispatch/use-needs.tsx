import type { Need } from '#shared/case-file/case-file'
import { parseLotId } from '#shared/lot/lot'
import { useLive } from '../database/use-live.tsx'
import type { DraftLine } from '../draft/draft.ts'
import { useItems } from '../item/use-items.tsx'
import { useTablet } from '../tablet-context.tsx'
import { countTaken } from './count-taken.ts'
import { readLotsForNeeds } from './lots-for-needs-store.ts'

/** What a case file asks for beside what the lines take, where to take the rest, and every item spoken of. */
export function useNeeds(
  needs: readonly Need[],
  lines: readonly DraftLine[],
  removed: DraftLine | undefined,
) {
  const { db } = useTablet()
  const key = JSON.stringify(needs)
  const lots = useLive(() => readLotsForNeeds(db, JSON.parse(key) as Need[]), [db, key]) ?? []
  const items = useItems([
    ...lines.map(({ itemId }) => itemId),
    ...(removed ? [removed.itemId] : []),
    ...needs.flatMap(({ itemId }) => itemId ?? []),
    ...lots.flat().flatMap(({ lotId }) => parseLotId(lotId)?.itemId ?? []),
  ])
  return { items, lots, progress: countTaken(needs, lines, items) }
}

export type Needs = ReturnType<typeof useNeeds>
