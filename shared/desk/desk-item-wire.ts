import * as v from 'valibot'
import { CategorySchema, ItemSchema } from '../item/item.ts'
import { pageOf, pageQuery } from './desk-wire.ts'

const { name, nameEn, category, baseUnit, unit, packs, dates } = ItemSchema.entries

/** GET /api/desk/items?q=&category=&page=&limit= ; `q` finds words of the name without diacritics, and barcodes. */
export const ItemQuerySchema = v.object({ ...pageQuery, category: v.optional(CategorySchema) })

/** `version` is what a change must name, so that nobody overwrites what they have not seen. */
export const ItemRowSchema = v.object({ item: ItemSchema, version: v.number() })
export type ItemRow = v.InferOutput<typeof ItemRowSchema>
export const ItemPageSchema = pageOf(ItemRowSchema)
export type ItemPage = v.InferOutput<typeof ItemPageSchema>

/** POST /api/desk/items → 201 ItemRow. `gtin` may be typed with 8, 12, 13 or 14 digits. */
export const ItemAddSchema = v.strictObject({
  gtin: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20))),
  name,
  nameEn,
  category,
  baseUnit: v.optional(baseUnit, 'piece'),
  unit: v.optional(unit, 'cái'),
  packs: v.optional(packs, []),
  dates: v.optional(dates, 'expiry'),
})
export type ItemAdd = v.InferInput<typeof ItemAddSchema>

/** PATCH /api/desk/items/:id → ItemRow; 409 when `version` is no longer the newest. The barcode never changes. */
export const ItemChangeSchema = v.strictObject({
  version: v.pipe(v.number(), v.integer()),
  name: v.exactOptional(name),
  nameEn: v.exactOptional(v.nullable(name)),
  category: v.exactOptional(category),
  baseUnit: v.exactOptional(baseUnit),
  unit: v.exactOptional(unit),
  packs: v.exactOptional(packs),
  dates: v.exactOptional(dates),
})
export type ItemChange = v.InferInput<typeof ItemChangeSchema>
