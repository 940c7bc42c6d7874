import * as v from 'valibot'
import { CASE_CATEGORIES } from '../case-file/case-file.ts'

const DaysSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(730))

/** GET and PUT /api/desk/rules/ticks: how long a green tick holds, where a category does not say otherwise. */
export const TickDaysSchema = v.strictObject({
  days: DaysSchema,
  byCategory: v.record(v.picklist(CASE_CATEGORIES), DaysSchema),
})
export type TickDays = v.InferOutput<typeof TickDaysSchema>
