import * as v from 'valibot'

export const CATEGORIES = [
  'staple',
  'food',
  'drink',
  'baby',
  'hygiene',
  'medical',
  'clothing',
  'bedding',
  'household',
  'school',
  'building',
  'other',
] as const
export const CategorySchema = v.picklist(CATEGORIES)
export type Category = v.InferOutput<typeof CategorySchema>

export const BASE_UNITS = ['piece', 'gram', 'millilitre'] as const
export const BaseUnitSchema = v.picklist(BASE_UNITS)
export type BaseUnit = v.InferOutput<typeof BaseUnitSchema>

/** `gtin:` with 14 digits, or `item:` with an id of our own for goods without a barcode. */
export const ItemIdSchema = v.pipe(
  v.string(),
  v.maxLength(100),
  v.regex(/^(gtin:\d{14}|item:[\w-]{1,80})$/),
  v.brand('ItemId'),
)
export type ItemId = v.InferOutput<typeof ItemIdSchema>

/** A GTIN as 14 digits whose check digit is right. */
export const GtinSchema = v.pipe(
  v.string(),
  v.regex(/^\d{14}$/),
  v.check(hasRightCheckDigit),
  v.brand('Gtin'),
)
export type Gtin = v.InferOutput<typeof GtinSchema>

const NameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))
const UnitSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))
export const PACK_QUANTITY_MAX = 1_000_000
const PackQuantitySchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PACK_QUANTITY_MAX))

/** A kind of goods. Quantities are whole base units; `unit` is what people call one of them ("gói", "kg"). */
export const ItemSchema = v.strictObject({
  id: ItemIdSchema,
  gtin: v.optional(GtinSchema),
  name: NameSchema,
  nameEn: v.optional(NameSchema),
  category: CategorySchema,
  baseUnit: BaseUnitSchema,
  unit: UnitSchema,
  packs: v.pipe(
    v.array(v.strictObject({ gtin: v.optional(GtinSchema), unit: UnitSchema, quantity: PackQuantitySchema })),
    v.maxLength(20),
  ),
  dates: v.picklist(['expiry', 'best-before', 'none']),
})
export type Item = v.InferOutput<typeof ItemSchema>

/** A box of goods that are known already, by the number that is on it. */
export const LearnedPackSchema = v.strictObject({
  itemId: ItemIdSchema,
  pack: v.strictObject({ gtin: GtinSchema, unit: UnitSchema, quantity: PackQuantitySchema }),
})
export type LearnedPack = v.InferOutput<typeof LearnedPackSchema>

/** The same on every tablet that meets the barcode, so two offline tablets make one item. */
export function itemIdFromGtin(gtin: Gtin): ItemId {
  return `gtin:${gtin}` as ItemId
}

/** GS1 General Specifications 7.9: weights 3 and 1 from the right. */
function hasRightCheckDigit(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 3)
  }
  return sum % 10 === 0
}
