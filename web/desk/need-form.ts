import type { Need } from '#shared/case-file/case-file'
import { needBaseUnit } from '#shared/case-file/need'
import { formatNumber } from '#shared/i18n/numbers'
import type { BaseUnit, Category, Item, ItemId } from '#shared/item/item'
import { QUANTITY_MAX, unitSize } from '#shared/item/quantity'
import { readNumber } from './read-number.ts'

/** A need as it stands in the form: an item with its unit, or a whole category with the unit people say. */
export interface NeedDraft {
  readonly itemId?: ItemId
  readonly category?: Category
  readonly name: string
  readonly baseUnit: BaseUnit
  readonly unit: string
  readonly quantity: string
}

/** What a category's need is counted in follows from the unit people say: kg and litres are whole grams and millilitres. */
export function baseUnitOf(unit: string): BaseUnit {
  return needBaseUnit(unit.trim())
}

export function needOfItem(item: Item): NeedDraft {
  return { itemId: item.id, name: item.name, baseUnit: item.baseUnit, unit: item.unit, quantity: '' }
}

/** Undefined when the quantity is no number or not whole base units. */
export function readNeed(draft: NeedDraft): Need | undefined {
  const typed = readNumber(draft.quantity)
  if (typed === undefined) return undefined
  const quantity = Math.round(typed * unitSize(draft) * 1000) / 1000
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > QUANTITY_MAX) return undefined
  return {
    ...(draft.itemId !== undefined && { itemId: draft.itemId }),
    ...(draft.category !== undefined && { category: draft.category }),
    quantity,
    unit: draft.unit,
  }
}

/** A stored need back in the form; the item tells what its unit means, without it the unit's own name does. */
export function draftFromNeed(need: Need, item: Item | undefined, name: string): NeedDraft {
  const baseUnit = item?.baseUnit ?? baseUnitOf(need.unit)
  return {
    ...(need.itemId !== undefined && { itemId: need.itemId }),
    ...(need.category !== undefined && { category: need.category }),
    name,
    baseUnit,
    unit: need.unit,
    quantity: formatNumber(need.quantity / unitSize({ baseUnit, unit: need.unit }), 'vi').replaceAll('.', ''),
  }
}
