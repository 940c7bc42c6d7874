import * as v from 'valibot'
import { CategorySchema } from '../item/item.ts'

const DaysSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(366))

/** How many days pass before the same household is helped again; a group of goods may have a number of its own. 0 asks for none. */
export const RepeatSettingsSchema = v.strictObject({
  days: DaysSchema,
  byGroup: v.record(CategorySchema, v.optional(DaysSchema)),
})
export type RepeatSettings = v.InferOutput<typeof RepeatSettingsSchema>

export const REPEAT_SETTINGS_DEFAULT: RepeatSettings = { days: 14, byGroup: {} }
