import * as v from 'valibot'
import { CASE_CATEGORIES } from '../case-file/case-file.ts'

export const TICK_DAYS_LIMITS = { min: 1, max: 730 }
const DaysSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(TICK_DAYS_LIMITS.min),
  v.maxValue(TICK_DAYS_LIMITS.max),
)

/** GET and PUT /api/desk/rules/ticks: how long a green tick holds, where a category does not say otherwise. */
export const TickDaysSchema = v.strictObject({
  days: DaysSchema,
  byCategory: v.record(v.picklist(CASE_CATEGORIES), DaysSchema),
})
export type TickDays = v.InferOutput<typeof TickDaysSchema>
