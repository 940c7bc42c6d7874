import { formatNumber } from '#shared/i18n/numbers'
import type { Sentence } from '#shared/i18n/text'
import { itemText } from '#shared/item/item-text'
import type { Item } from '#shared/item/item'
import type { ItemColumn } from './item-columns.ts'

/** What a new item is when its line does not say. */
export const ASSUMED = { category: 'other', unit: 'cái' } as const satisfies Pick<Item, 'category' | 'unit'>
export type AssumedColumn = keyof typeof ASSUMED
const COLUMNS = ['category', 'unit'] as const satisfies readonly AssumedColumn[]

/** What the server puts in place of empty cells: said before anything is stored, since 500 wrong units are slow to correct. */
export function assumedColumns(
  cells: Readonly<Partial<Record<ItemColumn, string>>>,
  old: Item | undefined,
): readonly AssumedColumn[] {
  return old ? [] : COLUMNS.filter((column) => !cells[column])
}

export function sayAssumed(column: AssumedColumn, lines: number): Sentence {
  const vi = formatNumber(lines, 'vi')
  const en = formatNumber(lines, 'en')
  const other = ASSUMED.category
  return column === 'category'
    ? {
        vi: `${vi} dòng không ghi nhóm hàng nên sẽ vào nhóm “${itemText.vi.category[other]}”. Muốn đúng nhóm, hãy thêm cột “Nhóm” (loại, category) như trong bảng mẫu.`,
        en: `Lines without a category: ${en}. They become “${itemText.en.category[other]}”. To sort them, add a column “category” (Nhóm, loại) as in the template.`,
      }
    : {
        vi: `${vi} dòng không ghi đơn vị nên sẽ đếm theo “${ASSUMED.unit}”. Muốn đúng đơn vị, hãy thêm cột “Đơn vị” (unit) như trong bảng mẫu.`,
        en: `Lines without a unit: ${en}. They are counted in pieces (“${ASSUMED.unit}”). For other units, add a column “unit” (Đơn vị) as in the template.`,
      }
}
