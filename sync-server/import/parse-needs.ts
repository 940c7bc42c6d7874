import type { Need } from '#shared/case-file/case-file'
import { needBaseUnit } from '#shared/case-file/need'
import { gtinFromDigits } from '#shared/gs1/gtin'
import type { Sentence } from '#shared/i18n/text'
import { QUANTITY_MAX, unitSize } from '#shared/item/quantity'
import { itemIdFromGtin, type Item, type ItemId } from '#shared/item/item'
import { err, ok, type Result } from '#shared/result'
import { categoryFromWords } from './words.ts'

/** How the catalogue is asked: by id, and by a name that only one item has. */
export interface ItemLookup {
  byId(id: ItemId): Item | undefined
  byName(name: string): Item | undefined
}

export const NEEDS_GRAMMAR: Sentence = {
  vi: 'Nhu cầu viết như “gạo:25 kg; mì gói:30 gói”: nhóm hàng, tên hàng hoặc mã vạch, hai chấm, số lượng, cách, đơn vị; chấm phẩy giữa các nhu cầu.',
  en: 'Needs are written like “staple:25 kg; food:30 packs”: category, item name or barcode, colon, quantity, space, unit; semicolons between needs.',
}

/**
 * Kilograms become grams and litres millilitres, because needs are kept in base units. For an item, a unit must be its
 * own or one of its packs, else nobody can say how much is meant.
 */
export function parseNeeds(cell: string, items: ItemLookup): Result<Need[], Sentence> {
  const needs: Need[] = []
  for (const part of cell.split(/[;|\n]/).filter((it) => it.trim() !== '')) {
    const [, subject, amount, unit] =
      /^\s*(.+?)\s*:\s*([\d.,]+)\s*(\p{L}[\p{L}\p{M} ]{0,39})\s*$/u.exec(part) ?? []
    if (subject === undefined || amount === undefined || unit === undefined) return err(NEEDS_GRAMMAR)
    const item = findItem(subject, items)
    const category = categoryFromWords(subject)
    if (!item && !category) return err(UNKNOWN_SUBJECT)
    const ofItem = item && quantityOfItem(amount, unit.trim(), item)
    const ofCategory = category && quantityInBaseUnits(amount, unit.trim())
    if (item && ofItem !== undefined) needs.push({ itemId: item.id, quantity: ofItem, unit: item.unit })
    else if (ofCategory !== undefined) needs.push({ category, quantity: ofCategory, unit: unit.trim() })
    else return err(item ? wrongUnit(part.trim(), item) : NEEDS_GRAMMAR)
  }
  return needs.length > 50 ? err(NEEDS_GRAMMAR) : ok(needs)
}

const UNKNOWN_SUBJECT: Sentence = {
  vi: `Có nhu cầu không rõ là hàng gì. ${NEEDS_GRAMMAR.vi}`,
  en: `A need names goods that are not known. ${NEEDS_GRAMMAR.en}`,
}
/** Names the need and the units that would do, since a cell holds several needs. */
function wrongUnit(part: string, item: Item): Sentence {
  const units = [item.unit, ...item.packs.map(({ unit }) => unit)].join(', ')
  return {
    vi: `Nhu cầu “${part}”: mặt hàng này tính bằng ${units}. Hãy dùng một trong các đơn vị đó, số lượng nguyên.`,
    en: `The need “${part}”: these goods are counted in ${units}. Use one of these units, and a whole quantity.`,
  }
}

function findItem(subject: string, items: ItemLookup): Item | undefined {
  const gtin = gtinFromDigits(subject.replace(/[\s-]/g, ''))
  if (gtin) return items.byId(itemIdFromGtin(gtin))
  return /^(gtin|item):/.test(subject) ? items.byId(subject as ItemId) : items.byName(subject)
}

function quantityOfItem(amount: string, unit: string, item: Item): number | undefined {
  const same = (other: string) => other.toLowerCase() === unit.toLowerCase()
  if (same(item.unit)) return whole(amount, unitSize(item))
  const pack = item.packs.find((it) => same(it.unit))
  if (pack) return whole(amount, pack.quantity)
  return item.baseUnit !== 'piece' && needBaseUnit(unit) === item.baseUnit
    ? quantityInBaseUnits(amount, unit)
    : undefined
}

function quantityInBaseUnits(amount: string, unit: string): number | undefined {
  return whole(amount, unitSize({ baseUnit: needBaseUnit(unit), unit }))
}

/** "1.500" and "1,500" are thousands, "2,5" and "2.5" a half: a separator before exactly three digits groups, unless nothing but 0 stands before it. */
function whole(amount: string, size: number): number | undefined {
  const isGrouped = /^[1-9]\d{0,2}([.,]\d{3})+$/.test(amount)
  const value = Number(isGrouped ? amount.replace(/[.,]/g, '') : amount.replace(',', '.'))
  const quantity = Math.round(value * size * 1000) / 1000
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= QUANTITY_MAX ? quantity : undefined
}
