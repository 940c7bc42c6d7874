import type { Location, LocationId } from '#shared/location/location'

const KEY = 'kho4d.shelf'

/** The shelf goods went to last on this tablet, while it still exists; the only one where there is no choice. */
export function usualShelf(shelves: readonly Location[]): LocationId | undefined {
  const last = localStorage.getItem(KEY)
  const known = shelves.find(({ id }) => id === last)
  return known?.id ?? (shelves.length === 1 ? shelves[0]?.id : undefined)
}

export function rememberShelf(id: LocationId): void {
  localStorage.setItem(KEY, id)
}
