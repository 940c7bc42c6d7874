import { PACK_QUANTITY_MAX, type Gtin, type Item, type LearnedPack } from './item.ts'
import { unitSize } from './quantity.ts'

/** A box of known goods as it is written down when its number is met; undefined when no box holds that many. */
export function learnPack(
  { item, gtin, quantity }: { readonly item: Item; readonly gtin: Gtin; readonly quantity: number },
  boxUnit: string,
): LearnedPack | undefined {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > PACK_QUANTITY_MAX) return undefined
  // One piece under another number is no box.
  const unit = quantity === unitSize(item) ? item.unit : boxUnit
  return { itemId: item.id, pack: { gtin, unit, quantity } }
}

/** The item with this box, unless it has one under that number. */
export function withPack(item: Item, { pack }: LearnedPack): Item {
  const isThere = item.packs.some(({ gtin }) => gtin === pack.gtin)
  return isThere || item.packs.length >= PACKS_MAX ? item : { ...item, packs: [...item.packs, pack] }
}
export const PACKS_MAX = 20
