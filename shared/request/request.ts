import * as v from 'valibot'
import { isSubCategoryOf, LifeBodyFields } from '../case-file/case-file.ts'
import { HouseholdSchema } from '../person/person.ts'

const text = (lengthMax: number) => v.pipe(v.string(), v.trim(), v.maxLength(lengthMax))

/** Which text a requester agreed to; a new wording is a new version. */
export const CONSENT_VERSION = '2026-11-26'
/** Also those that somebody may still have agreed to elsewhere, as in a messenger, before a request comes in. */
export const CONSENT_VERSIONS = [CONSENT_VERSION, '2026-11'] as const

/** Who asks for somebody else: reached for questions, never part of the household. */
export const RequesterSchema = v.strictObject({ name: text(200), phone: text(40) })

export const HelpRequestFields = {
  ...LifeBodyFields,
  household: HouseholdSchema,
  /** Left out when somebody asks for themselves. */
  requester: v.optional(RequesterSchema),
  /** Their own words about it; sealed like the rest. */
  words: v.optional(text(2_000), ''),
  /** Whether the requester, or else the first person of the household, wants to be told of each step. */
  tell: v.optional(v.boolean(), false),
  consent: v.picklist(CONSENT_VERSIONS),
}

/** A request for help as it comes in, from whichever door: the household as it is known, and what it needs. */
export const HelpRequestSchema = v.pipe(
  v.strictObject(HelpRequestFields),
  v.forward(
    v.check(({ category, subCategory }) => isSubCategoryOf(category, subCategory)),
    ['subCategory'],
  ),
)
export type HelpRequest = v.InferOutput<typeof HelpRequestSchema>
export type HelpRequestInput = v.InferInput<typeof HelpRequestSchema>
