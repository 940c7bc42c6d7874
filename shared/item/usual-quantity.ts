import type { Item } from './item.ts'

const USUAL = { piece: 200, gram: 500_000, millilitre: 500_000 } as const
const FAR_ABOVE = 10

/**
 * Whether a quantity is so far above the usual that a person is asked once: more than ten times what the
 * warehouse has seen of this item, ten of its largest pack, or a common load, whichever is most.
 */
export function isFarAboveUsual(
  quantity: number,
  item: Pick<Item, 'baseUnit' | 'packs'>,
  largestKnown: number,
): boolean {
  const packs = item.packs.map((pack) => pack.quantity * 10)
  return quantity > FAR_ABOVE * Math.max(USUAL[item.baseUnit], largestKnown, ...packs)
}
