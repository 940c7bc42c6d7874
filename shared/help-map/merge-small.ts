/** Fewer than this say who it is to those who live there. */
export const CELL_MIN = 5

/** Shown counts by place, and how many case files are left that no shown place counts: none, or at least `CELL_MIN`. */
export interface MergedCounts {
  readonly shown: ReadonlyMap<string, number>
  readonly rest: number
}

/**
 * Merges counts under five upward. What is left over must not give a single small place away by subtraction, so the
 * smallest places that could be shown join it until it is large enough itself.
 */
export function mergeSmall(countByPlace: ReadonlyMap<string, number>): MergedCounts {
  const places = [...countByPlace].filter(([, count]) => count > 0)
  const shown = new Map(places.filter(([, count]) => count >= CELL_MIN))
  let rest = places.reduce((sum, [, count]) => (count < CELL_MIN ? sum + count : sum), 0)
  const smallestFirst = [...shown].sort(
    ([placeA, a], [placeB, b]) => a - b || (placeA < placeB ? -1 : placeA > placeB ? 1 : 0),
  )
  for (const [place, count] of smallestFirst) {
    if (rest === 0 || rest >= CELL_MIN) break
    shown.delete(place)
    rest += count
  }
  return { shown, rest }
}
