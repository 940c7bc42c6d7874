import { locationKind } from '../location/location.ts'
import type { Movement } from './movement.ts'

/** Whose shelf it is by its document. */
export interface ShelfOwners {
  /** Undefined while nobody has said. */
  readonly now: (shelfId: string) => string | undefined
  /** Every warehouse the shelf has ever belonged to. */
  readonly ever: (shelfId: string) => readonly string[]
}

/**
 * The line that names another warehouse's shelf, if any. Goods may be transferred to another warehouse, and such a
 * transfer may be reversed by either side; taking from a shelf that is not ours is never right.
 */
export function foreignLine(movement: Movement, owners: ShelfOwners): number | undefined {
  const isForeign = (id: string) => (owners.now(id) ?? movement.warehouseId) !== movement.warehouseId
  const line = movement.lines.findIndex(({ fromId, toId }) => {
    const fromForeign = locationKind(fromId) === 'shelf' && isForeign(fromId)
    const toForeign = locationKind(toId) === 'shelf' && isForeign(toId)
    if (movement.kind === 'transfer') return fromForeign
    const betweenShelves = locationKind(fromId) === 'shelf' && locationKind(toId) === 'shelf'
    if (movement.kind === 'reversal' && betweenShelves) return fromForeign && toForeign
    return fromForeign || toForeign
  })
  return line === -1 ? undefined : line
}

/** Who sees a movement: its own warehouse, and those to which a shelf it names has ever belonged. */
export function visibleTo(movement: Movement, owners: ShelfOwners): Set<string> {
  const warehouseIds = new Set<string>([movement.warehouseId])
  for (const { fromId, toId } of movement.lines) {
    for (const id of [fromId, toId]) {
      if (locationKind(id) !== 'shelf') continue
      for (const owner of owners.ever(id)) warehouseIds.add(owner)
    }
  }
  return warehouseIds
}

/** The held places of a movement with the warehouse that sees their stock: a shelf's own, else the movement's. */
export function heldPlaces({ warehouseId, lines }: Movement, owners: ShelfOwners): Map<string, string> {
  const warehouseByPlace = new Map<string, string>()
  for (const { fromId, toId } of lines) {
    for (const id of [fromId, toId]) {
      const kind = locationKind(id)
      if (kind === 'shelf') warehouseByPlace.set(id, owners.now(id) ?? warehouseId)
      if (kind === 'transit') warehouseByPlace.set(id, warehouseId)
    }
  }
  return warehouseByPlace
}
