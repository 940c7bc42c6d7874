import type { Item } from '#shared/item/item'
import { publicText } from './public-text.ts'

/** Goods that moved before anyone wrote down what they are: shown under their barcode rather than left out. */
export function nameUnknownItem(
  itemId: string,
): Pick<Item, 'name' | 'nameEn' | 'category' | 'baseUnit' | 'unit'> {
  const digits = /^gtin:0*(\d+)$/.exec(itemId)?.[1]
  const { vi, en } = publicText
  return {
    name: digits ? vi.noNameGtin(digits) : vi.noName,
    nameEn: digits ? en.noNameGtin(digits) : en.noName,
    category: 'other',
    baseUnit: 'piece',
    unit: 'cái',
  }
}
