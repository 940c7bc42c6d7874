import * as v from 'valibot'
import { LocationIdSchema, WarehouseIdSchema } from '../location/location.ts'

const CodeSchema = v.pipe(v.string(), v.trim(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}./-]*$/u), v.maxLength(30))
const NameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))

/** POST /api/desk/warehouses → 201 WarehouseRow. The code is what people write ("HN"), unique. */
export const WarehouseAddSchema = v.strictObject({ code: CodeSchema, name: NameSchema })
export type WarehouseAdd = v.InferInput<typeof WarehouseAddSchema>

export const WarehouseRowSchema = v.object({
  id: WarehouseIdSchema,
  code: v.string(),
  name: v.string(),
  shelfCount: v.number(),
  deviceCount: v.number(),
})
export type WarehouseRow = v.InferOutput<typeof WarehouseRowSchema>

/** GET /api/desk/warehouses */
export const WarehouseListSchema = v.object({ warehouses: v.array(WarehouseRowSchema) })

/** POST /api/desk/shelves → 201 ShelfRow. Without a name the shelf is called by its code. */
export const ShelfAddSchema = v.strictObject({
  warehouseId: WarehouseIdSchema,
  code: CodeSchema,
  name: v.optional(NameSchema),
})
export type ShelfAdd = v.InferInput<typeof ShelfAddSchema>

/** `label` is the text of the printed label: digits and `-` only. */
export const ShelfRowSchema = v.object({
  id: LocationIdSchema,
  warehouseId: WarehouseIdSchema,
  code: v.string(),
  name: v.string(),
  label: v.string(),
})
export type ShelfRow = v.InferOutput<typeof ShelfRowSchema>

/** GET /api/desk/shelves?warehouse=<id> */
export const ShelfListSchema = v.object({ shelves: v.array(ShelfRowSchema) })
