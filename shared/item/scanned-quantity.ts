import type { Gtin, Item } from './item.ts'

/** What a code said beyond the item: which pack it stands on, how many, and what it weighs. */
export interface ScannedAmount {
  readonly gtin?: Gtin | undefined
  readonly count?: number | undefined
  readonly netWeightGrams?: number | undefined
}

/**
 * How many base units one scan stands for. Undefined for goods that are weighed or measured when the code does not
 * say how much: then only a person knows.
 */
export function scannedQuantity(
  item: Item,
  { gtin, count, netWeightGrams }: ScannedAmount,
): number | undefined {
  const pack = gtin === undefined ? undefined : item.packs.find((one) => one.gtin === gtin)
  if (pack) return pack.quantity * (count ?? 1)
  if (item.baseUnit === 'gram' && netWeightGrams !== undefined && netWeightGrams > 0) {
    return netWeightGrams * (count ?? 1)
  }
  return item.baseUnit === 'piece' ? (count ?? 1) : undefined
}

/** The largest pack that a quantity is whole packs of: 48 of an item with 24 in a box is 2 boxes. */
export function wholePacks(
  quantity: number,
  item: Item,
): { readonly count: number; readonly pack: Item['packs'][number] } | undefined {
  const fitting = item.packs.filter((pack) => pack.quantity > 1 && quantity % pack.quantity === 0)
  const pack = fitting.sort((a, b) => b.quantity - a.quantity)[0]
  return pack && { count: quantity / pack.quantity, pack }
}
