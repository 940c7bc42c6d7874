import * as v from 'valibot'
import { ProvinceCodeSchema } from '../case-file/case-file.ts'
import { LIFE_STEPS } from '../case-file/life.ts'
import { InstantSchema } from '../time/time.ts'

/** GET /api/desk/supervision?province= : by province, or by commune of one. */
export const SupervisionQuerySchema = v.object({
  province: v.optional(ProvinceCodeSchema),
})

/** Waiting longer than this is long, in days. */
export const WAITS_LONG_DAYS = 14

/** How many case files stand in a step, since when the one that waits longest does, and how many wait long. */
export const StepWaitSchema = v.object({
  step: v.picklist(LIFE_STEPS),
  cases: v.number(),
  oldestSince: InstantSchema,
  long: v.number(),
})
export type StepWait = v.InferOutput<typeof StepWaitSchema>

/** Counts alone: nothing here says who waits. */
export const SupervisionRowSchema = v.object({
  code: v.string(),
  name: v.string(),
  waits: v.array(StepWaitSchema),
})
export type SupervisionRow = v.InferOutput<typeof SupervisionRowSchema>
export const SupervisionSchema = v.object({
  asOf: InstantSchema,
  provinceName: v.nullable(v.string()),
  rows: v.array(SupervisionRowSchema),
})
export type Supervision = v.InferOutput<typeof SupervisionSchema>
