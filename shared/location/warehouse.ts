import * as v from 'valibot'
import { WarehouseIdSchema } from './location.ts'

/** One place of storage, staffed. */
export const WarehouseSchema = v.strictObject({
  id: WarehouseIdSchema,
  code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(30)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
})
export type Warehouse = v.InferOutput<typeof WarehouseSchema>
