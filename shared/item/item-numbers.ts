import type { Gtin, Item } from './item.ts'

/** Every number that is on the goods or on one of their packs, each once. */
export function itemNumbers({ gtin, packs }: Pick<Item, 'gtin' | 'packs'>): Gtin[] {
  const numbers = [gtin, ...packs.map((pack) => pack.gtin)]
  return [...new Set(numbers.filter((number) => number !== undefined))]
}
