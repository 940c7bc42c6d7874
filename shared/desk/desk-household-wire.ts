import * as v from 'valibot'
import { HouseholdSchema } from '../person/person.ts'
import { CaseFileIdSchema } from '../case-file/case-file.ts'
import { InstantSchema } from '../time/time.ts'
import { pageOf, pageQuery } from './desk-wire.ts'

/** GET /api/desk/case-files/:id/household?numbers=shown ; ID numbers are masked unless asked for. Each answer is written down. */
export const HouseholdQuerySchema = v.object({
  numbers: v.optional(v.picklist(['masked', 'shown']), 'masked'),
})
export const HouseholdAnswerSchema = v.object({
  household: v.nullable(HouseholdSchema),
  numbersShown: v.boolean(),
  changedAt: v.nullable(InstantSchema),
})
export type HouseholdAnswer = v.InferOutput<typeof HouseholdAnswerSchema>

/** PUT …/household → HouseholdChanged, which shows nobody; 409 when it has changed since `changedAt`. ID numbers in full. */
export const HouseholdChangeSchema = v.strictObject({
  household: HouseholdSchema,
  changedAt: v.nullable(InstantSchema),
})
export type HouseholdChange = v.InferInput<typeof HouseholdChangeSchema>

export const HouseholdChangedSchema = v.object({ changedAt: InstantSchema })

/** GET /api/desk/person-reads?page=&limit= , newest first: who was shown whom and why. No person is in it. */
export const PersonReadQuerySchema = v.object({ page: pageQuery.page, limit: pageQuery.limit })
export const PersonReadRowSchema = v.object({
  id: v.number(),
  at: InstantSchema,
  staffName: v.nullable(v.string()),
  deviceName: v.nullable(v.string()),
  caseFileId: CaseFileIdSchema,
  code: v.nullable(v.string()),
  why: v.string(),
})
export type PersonReadRow = v.InferOutput<typeof PersonReadRowSchema>
export const PersonReadPageSchema = pageOf(PersonReadRowSchema)
export type PersonReadPage = v.InferOutput<typeof PersonReadPageSchema>
