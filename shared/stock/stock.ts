import type { LocationId } from '../location/location.ts'
import type { LotId } from '../lot/lot.ts'
import type { MovementLine } from '../movement/movement.ts'

/** Quantities by location and lot; the key is `locationId|lotId`. */
export type QuantityByPlace = Map<string, number>

export function placeKey(locationId: LocationId, lotId: LotId): string {
  return `${locationId}|${lotId}`
}

/** Adds the lines of one movement: what leaves one place reaches another, so the sum stays zero. */
export function applyLines(quantityByPlace: QuantityByPlace, lines: readonly MovementLine[]): void {
  for (const { fromId, toId, lotId, quantity } of lines) {
    add(quantityByPlace, placeKey(fromId, lotId), -quantity)
    add(quantityByPlace, placeKey(toId, lotId), quantity)
  }
}

/** The whole ledger folded: the oracle that every projection is compared with. */
export function countStock(
  movements: Iterable<{ readonly lines: readonly MovementLine[] }>,
): QuantityByPlace {
  const quantityByPlace: QuantityByPlace = new Map()
  for (const { lines } of movements) applyLines(quantityByPlace, lines)
  for (const [key, quantity] of quantityByPlace) if (quantity === 0) quantityByPlace.delete(key)
  return quantityByPlace
}

function add(quantityByPlace: QuantityByPlace, key: string, quantity: number): void {
  quantityByPlace.set(key, (quantityByPlace.get(key) ?? 0) + quantity)
}
