import type { BaseUnit } from '../item/item.ts'
import { formatQuantity } from '../item/quantity.ts'
import type { Language } from '../i18n/text.ts'
import type { Need } from './case-file.ts'

/** A need's quantity is in base units: grams when people say kg or gram, millilitres for litres, else pieces. */
export function needBaseUnit(unit: string): BaseUnit {
  if (/^(kg|g|gr|gam|gram|grams)$/i.test(unit)) return 'gram'
  if (/^(l|lít|lit|litre|litres|ml|mililít|millilitre|millilitres)$/i.test(unit)) return 'millilitre'
  return 'piece'
}

/** 25000 of the unit kg → "25 kg". */
export function formatNeed({ quantity, unit }: Need, language: Language): string {
  return formatQuantity(quantity, { baseUnit: needBaseUnit(unit), unit }, language)
}
