import * as v from 'valibot'
import { CaseFileIdSchema } from '../case-file/case-file.ts'
import { WarehouseIdSchema } from '../location/location.ts'
import { InstantSchema } from '../time/time.ts'

export const ConsignmentIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/), v.brand('ConsignmentId'))
export type ConsignmentId = v.InferOutput<typeof ConsignmentIdSchema>

/** The goods of one dispatch on their way to one case file; its id is the code on the label. Follows from the dispatch. */
export const ConsignmentSchema = v.strictObject({
  id: ConsignmentIdSchema,
  warehouseId: WarehouseIdSchema,
  caseFileId: v.optional(CaseFileIdSchema),
  dispatchedAt: InstantSchema,
  lineCount: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
export type Consignment = v.InferOutput<typeof ConsignmentSchema>
