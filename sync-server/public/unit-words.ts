import { formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { unitSize } from '#shared/item/quantity'
import type { QuantityColumn } from './quantity-columns.ts'
import type { UnitTotal } from './total-by-category.ts'
import { unitInEnglish } from './unit-in-english.ts'

/** A figure in the unit that people call it: 9.800 of grams shown as kg. */
export function amount(total: UnitTotal, column: QuantityColumn, language: Language): string {
  return formatNumber(total[column] / unitSize(total), language)
}

export function unitWord({ unit }: { readonly unit: string }, language: Language): string {
  return language === 'en' ? unitInEnglish(unit) : unit
}
