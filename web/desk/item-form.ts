import type { ItemAdd, ItemChange } from '#shared/desk/desk-item-wire'
import { printGtin } from '#shared/gs1/gtin'
import type { BaseUnit, Category, Gtin, Item } from '#shared/item/item'
import { unitSize } from '#shared/item/quantity'
import { readNumber } from './read-number.ts'

export interface PackTyped {
  readonly unit: string
  readonly quantity: string
  readonly gtin: string
}

/** The form about an item as typed. */
export interface ItemTyped {
  readonly name: string
  readonly nameEn: string
  readonly gtin: string
  readonly category: Category
  readonly baseUnit: BaseUnit
  readonly unit: string
  readonly dates: Item['dates']
  readonly packs: readonly PackTyped[]
}

export const EMPTY_PACK: PackTyped = { unit: 'thùng', quantity: '', gtin: '' }

/** What an item of each measure is usually called by; what people typed themselves is left alone. */
const USUAL_UNIT: Readonly<Record<BaseUnit, string>> = { piece: 'cái', gram: 'kg', millilitre: 'l' }

export function typedFromItem(item: Item | undefined): ItemTyped {
  return {
    name: item?.name ?? '',
    nameEn: item?.nameEn ?? '',
    gtin: item?.gtin === undefined ? '' : printGtin(item.gtin),
    category: item?.category ?? 'food',
    baseUnit: item?.baseUnit ?? 'piece',
    unit: item?.unit ?? USUAL_UNIT.piece,
    dates: item?.dates ?? 'expiry',
    packs: item ? item.packs.map((pack) => typedFromPack(pack, item)) : [],
  }
}

function typedFromPack({ unit, quantity, gtin }: Item['packs'][number], item: Item): PackTyped {
  return {
    unit,
    quantity: String(quantity / unitSize(item)).replace('.', ','),
    gtin: gtin === undefined ? '' : printGtin(gtin),
  }
}

/** Changing what is counted changes the unit with it, unless the person has named it. */
export function withBaseUnit(typed: ItemTyped, baseUnit: BaseUnit): Pick<ItemTyped, 'baseUnit' | 'unit'> {
  const isUsual = Object.values(USUAL_UNIT).includes(typed.unit)
  return { baseUnit, unit: isUsual ? USUAL_UNIT[baseUnit] : typed.unit }
}

/** The first pack whose quantity is no whole number of base units from 1. */
export function badPack(typed: ItemTyped): number | undefined {
  const at = typed.packs.findIndex((pack) => {
    const count = inBaseUnits(pack, typed)
    return count === undefined || !Number.isInteger(count) || count < 1
  })
  return at === -1 ? undefined : at
}

/** Typed in the unit people call the goods: 25 of goods in kg are 25,000 grams. */
function inBaseUnits({ quantity }: PackTyped, item: ItemTyped): number | undefined {
  const count = readNumber(quantity)
  // To the millionth, since 0.07 × 1000 is not 70.
  return count && Math.round(count * unitSize(item) * 1e6) / 1e6
}

/** Barcodes of packs go as typed digits padded to 14; the server checks the check digit. */
function readPacks(item: ItemTyped) {
  return item.packs.map((pack) => ({
    unit: pack.unit,
    quantity: inBaseUnits(pack, item) ?? 0,
    ...(pack.gtin.trim() !== '' && { gtin: pack.gtin.trim().padStart(14, '0') as Gtin }),
  }))
}

export function readItemAdd(typed: ItemTyped): ItemAdd {
  return {
    name: typed.name,
    ...(typed.nameEn.trim() !== '' && { nameEn: typed.nameEn }),
    ...(typed.gtin.trim() !== '' && { gtin: typed.gtin }),
    category: typed.category,
    baseUnit: typed.baseUnit,
    unit: typed.unit,
    dates: typed.dates,
    packs: readPacks(typed),
  }
}

export function readItemChange(typed: ItemTyped, version: number): ItemChange {
  return {
    version,
    name: typed.name,
    nameEn: typed.nameEn.trim() === '' ? null : typed.nameEn,
    category: typed.category,
    baseUnit: typed.baseUnit,
    unit: typed.unit,
    dates: typed.dates,
    packs: readPacks(typed),
  }
}
