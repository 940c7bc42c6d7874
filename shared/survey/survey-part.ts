import * as v from 'valibot'
import { HouseholdSchema } from '../person/person.ts'

/** Who lives there and where, as a visit found them. Sealed on the device before it touches the disk. */
export const SurveyPartSchema = v.strictObject({
  surveyId: v.pipe(v.string(), v.uuid()),
  household: HouseholdSchema,
})
export type SurveyPart = v.InferOutput<typeof SurveyPartSchema>
