import * as v from 'valibot'
import { CaseFileIdSchema, isSubCategoryOf, LifeBodyFields } from '../case-file/case-file.ts'
import { HouseholdSchema } from '../person/person.ts'
import { ConsentSchema } from '../survey/survey.ts'
import { InstantSchema } from '../time/time.ts'
import { DoubtSchema } from './desk-request-wire.ts'

/**
 * POST /api/desk/requests/:id/survey → 201: a visit as somebody types it in at the desk, signed by whoever is signed in.
 * `changedAt` is of the household that was seen; 409 when it has changed since.
 */
export const SurveyAddSchema = v.pipe(
  v.strictObject({
    ...LifeBodyFields,
    household: v.pipe(
      HouseholdSchema,
      v.check(({ persons }) => persons.some(({ name }) => name !== '')),
    ),
    changedAt: v.nullable(InstantSchema),
    consent: v.omit(ConsentSchema, ['at']),
  }),
  v.forward(
    v.check(({ category, subCategory }) => isSubCategoryOf(category, subCategory)),
    ['subCategory'],
  ),
)
export type SurveyAdd = v.InferInput<typeof SurveyAddSchema>

/** What a look at it raised at once. */
export const SurveyTakenSchema = v.object({ caseFileId: CaseFileIdSchema, doubts: v.array(DoubtSchema) })
export type SurveyTaken = v.InferOutput<typeof SurveyTakenSchema>
