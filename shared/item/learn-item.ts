import * as v from 'valibot'
import type { Language } from '../i18n/text.ts'
import type { WarehouseId } from '../location/location.ts'
import { err, ok, type Result } from '../result.ts'
import {
  ItemSchema,
  itemIdFromGtin,
  type BaseUnit,
  type Category,
  type Gtin,
  type Item,
  type ItemId,
} from './item.ts'
import { parseQuantity } from './parse-quantity.ts'

/** What a keeper says about goods that nobody knew yet. */
export interface LearnRequest {
  readonly id: ItemId
  readonly gtin?: Gtin | undefined
  readonly name: string
  readonly category: Category | undefined
  readonly unit: string
  readonly dates: Item['dates']
  readonly packs?: Item['packs'] | undefined
}

export type LearnRefusal =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-too-long'; readonly lengthMax: number }
  | { readonly kind: 'category-missing' }
  | { readonly kind: 'unit-missing' }
  | { readonly kind: 'unit-too-long'; readonly lengthMax: number }
  | { readonly kind: 'pack-unreadable' }

const NAME_LENGTH_MAX = 200
const UNIT_LENGTH_MAX = 40

/** An item as it is written down the first time a tablet meets it. */
export function learnItem(request: LearnRequest): Result<Item, LearnRefusal> {
  const name = request.name.trim().replace(/\s+/g, ' ')
  const unit = request.unit.trim()
  if (name === '') return err({ kind: 'name-missing' })
  if (name.length > NAME_LENGTH_MAX) return err({ kind: 'name-too-long', lengthMax: NAME_LENGTH_MAX })
  if (request.category === undefined) return err({ kind: 'category-missing' })
  if (unit === '') return err({ kind: 'unit-missing' })
  if (unit.length > UNIT_LENGTH_MAX) return err({ kind: 'unit-too-long', lengthMax: UNIT_LENGTH_MAX })
  const item = {
    id: request.id,
    ...(request.gtin !== undefined && { gtin: request.gtin }),
    name,
    category: request.category,
    baseUnit: baseUnitOf(unit),
    unit,
    packs: request.packs ?? [],
    dates: request.dates,
  }
  const parsed = v.safeParse(ItemSchema, item)
  return parsed.success ? ok(parsed.output) : err({ kind: 'pack-unreadable' })
}

/** What a keeper typed as the goods in one box, in the unit people call them: 10 of goods in kg are 10,000 grams. */
export function packsFromTyped(
  text: string,
  unit: string,
  boxUnit: string,
  language: Language,
): Result<Item['packs'], LearnRefusal> {
  if (text.trim() === '') return ok([])
  const quantity = parseQuantity(text, { baseUnit: baseUnitOf(unit), unit: unit.trim() }, language)
  return quantity.ok ? ok([{ unit: boxUnit, quantity: quantity.value }]) : err({ kind: 'pack-unreadable' })
}

/** What a unit as people say it is counted in. */
export function baseUnitOf(unit: string): BaseUnit {
  const word = unit.trim().toLowerCase()
  if (['kg', 'g', 'gam', 'gram'].includes(word)) return 'gram'
  if (['l', 'lít', 'ml', 'mililít'].includes(word)) return 'millilitre'
  return 'piece'
}

const DATED: readonly Category[] = ['food', 'drink', 'baby', 'medical']

/** What is eaten, drunk or taken as medicine carries a date; a sack of rice often does not. */
export function datesUsualFor(category: Category): Item['dates'] {
  return DATED.includes(category) ? 'expiry' : 'none'
}

/**
 * The item a scanned number stands for. A number that one shop or warehouse made for itself names an item of that
 * warehouse alone, since the same number means other goods elsewhere.
 */
export function itemIdFromCode(
  code: { readonly gtin: Gtin; readonly restricted: boolean } | { readonly text: string },
  warehouseId: WarehouseId,
): ItemId {
  if ('gtin' in code && !code.restricted) return itemIdFromGtin(code.gtin)
  const text = 'gtin' in code ? code.gtin : code.text
  const safe = Array.from(text, (letter) =>
    /[A-Za-z0-9]/.test(letter) ? letter : `_${letter.codePointAt(0)!.toString(36)}_`,
  )
  const id = `${safe.join('')}-${warehouseId}`
  return `item:${id.length <= 80 ? id : `${id.slice(0, 60)}-${checksum(id)}`}` as ItemId
}

/** Two 32-bit sums by FNV-1a, so that long codes stay apart after they were cut. */
function checksum(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193]
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193)
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - i), 0x811c9dc5)
  }
  return `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`
}
