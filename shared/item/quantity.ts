import { formatNumber } from '../i18n/numbers.ts'
import type { Language } from '../i18n/text.ts'
import type { Item } from './item.ts'

/** Whole base units of the largest plausible movement line: 1,000 tonnes in grams. */
export const QUANTITY_MAX = 1_000_000_000

type Measured = Pick<Item, 'baseUnit' | 'unit'>

/** How goods are counted whose item is not known. */
export const PIECES = { baseUnit: 'piece', unit: '' } as const satisfies Measured

/** As people write it, also in a hurry and in English. */
const LITRE: ReadonlySet<string> = new Set(['l', 'lít', 'lit', 'litre', 'litres'])

/** How many base units one printed unit is: grams are shown as kg, millilitres as l, the rest as they are. */
export function unitSize(item: Measured): number {
  const unit = item.unit.toLowerCase()
  if (item.baseUnit === 'gram' && unit === 'kg') return 1000
  if (item.baseUnit === 'millilitre' && LITRE.has(unit)) return 1000
  return 1
}

/** 37500 of an item in grams shown as kg → "37,5 kg". */
export function formatQuantity(quantity: number, item: Measured, language: Language): string {
  return `${formatNumber(quantity / unitSize(item), language)} ${item.unit}`
}
