import * as v from 'valibot'
import { CaseCategorySchema, CaseFileIdSchema, NeedSchema, TickSchema } from '../case-file/case-file.ts'
import { LIFE_STEPS, REFUSAL_REASONS, REQUEST_SOURCES } from '../case-file/life.ts'
import { HouseholdSchema } from '../person/person.ts'
import { DOUBT_KINDS } from '../request/doubt.ts'
import { RequesterSchema } from '../request/request.ts'
import { StaffIdSchema } from '../staff/staff.ts'
import { InstantSchema, LocalDateSchema } from '../time/time.ts'
import { pageOf, pageQuery, SentenceSchema } from './desk-wire.ts'

/**
 * GET /api/desk/requests: one row a case file, the longest waiting first. `step` is `survey` unless said otherwise;
 * `place` is a commune or a province by code; `waiting` finds those in their step for at least so many days; `mine`
 * those of the places that the asking person looks after, or is to visit. `code` finds the one that has it, or that its
 * requester follows by it, in whichever step; then nothing else is asked.
 */
export const RequestQuerySchema = v.object({
  page: pageQuery.page,
  limit: pageQuery.limit,
  step: v.optional(v.picklist(LIFE_STEPS), 'survey'),
  place: v.optional(v.pipe(v.string(), v.regex(/^(\d{2}|\d{5})$/))),
  waiting: v.optional(v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number))),
  mine: v.optional(v.literal('1')),
  code: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60))),
})

const LifeBodySchema = v.object({
  category: CaseCategorySchema,
  subCategory: v.optional(v.string()),
  provinceCode: v.string(),
  communeCode: v.string(),
  householdSize: v.number(),
  needs: v.array(NeedSchema),
})

/** No row holds anything about a person. */
export const RequestRowSchema = v.object({
  caseFileId: CaseFileIdSchema,
  code: v.string(),
  step: v.picklist(LIFE_STEPS),
  since: InstantSchema,
  receivedAt: InstantSchema,
  source: v.picklist(REQUEST_SOURCES),
  /** How many came in about the same case file, this one included. */
  sources: v.number(),
  body: LifeBodySchema,
  communeName: v.string(),
  provinceName: v.string(),
  /** Null before a pre-check. */
  doubts: v.nullable(v.number()),
  tick: v.nullable(TickSchema),
  routedTo: v.nullable(v.object({ id: StaffIdSchema, name: v.string() })),
})
export type RequestRow = v.InferOutput<typeof RequestRowSchema>
export const RequestPageSchema = pageOf(RequestRowSchema)
export type RequestPage = v.InferOutput<typeof RequestPageSchema>

/** One event as the desk shows it; `words` are what staff wrote. */
export const LifeEventSchema = v.object({
  id: v.string(),
  caseFileId: CaseFileIdSchema,
  kind: v.string(),
  at: InstantSchema,
  by: v.nullable(v.string()),
  byName: v.nullable(v.string()),
  words: v.string(),
})
export type LifeEvent = v.InferOutput<typeof LifeEventSchema>

/** What came in about the case file: the merge that joined it, none for the one that stands for all. */
export const RequestSourceSchema = v.object({
  caseFileId: CaseFileIdSchema,
  code: v.string(),
  source: v.picklist(REQUEST_SOURCES),
  receivedAt: InstantSchema,
  merges: v.array(
    v.object({ mergeId: v.string(), intoCode: v.string(), at: InstantSchema, isAutomatic: v.boolean() }),
  ),
})
export const DoubtSchema = v.object({
  kind: v.picklist(DOUBT_KINDS),
  message: SentenceSchema,
  caseFileIds: v.array(CaseFileIdSchema),
  /** Their codes, in the same order. */
  codes: v.array(v.string()),
})
export type Doubt = v.InferOutput<typeof DoubtSchema>

/** GET /api/desk/requests/:id. `household` and `contact` are absent for those who may not see them. */
export const RequestAnswerSchema = v.object({
  ...RequestRowSchema.entries,
  /** The one that stands for it, if it was joined with others and another does. */
  head: v.nullable(v.object({ caseFileId: CaseFileIdSchema, code: v.string() })),
  from: v.array(RequestSourceSchema),
  events: v.array(LifeEventSchema),
  doubtsNow: v.array(DoubtSchema),
  /** Verifiers who look after the place first. */
  verifiers: v.array(v.object({ id: StaffIdSchema, name: v.string(), isOfPlace: v.boolean() })),
  household: v.optional(v.nullable(HouseholdSchema)),
  contact: v.optional(
    v.nullable(v.object({ requester: v.nullable(RequesterSchema), words: v.string(), tell: v.boolean() })),
  ),
  /** For those who may see persons: the code its requester follows it by. */
  trackCode: v.optional(v.string()),
})
export type RequestAnswer = v.InferOutput<typeof RequestAnswerSchema>

/** POST /api/desk/requests → 201: as an operator at the phone or the desk types it; the code is for the requester. */
export const RequestReceiptSchema = v.object({
  caseFileId: CaseFileIdSchema,
  code: v.string(),
  trackCode: v.string(),
  /** It was joined with a case file that was there already. */
  isJoined: v.boolean(),
})
export type RequestReceipt = v.InferOutput<typeof RequestReceiptSchema>

/** POST /api/desk/requests/:id/assign: from then on tablets know the case file, red. */
export const AssignSchema = v.strictObject({ staffId: StaffIdSchema, dayOn: v.optional(LocalDateSchema) })
/** POST /api/desk/requests/:id/merge and /unmerge */
export const MergeSchema = v.strictObject({ intoId: CaseFileIdSchema })
export const UnmergeSchema = v.strictObject({
  mergeId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
})
/** POST /api/desk/requests/:id/refuse: the reason is told to the requester, the words are for staff. */
export const RefuseSchema = v.strictObject({
  reason: v.picklist(REFUSAL_REASONS),
  words: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
})

/** GET /api/desk/case-files/expiring: green ticks that run out within 30 days, the first one first. */
export const ExpiringListSchema = v.object({
  rows: v.array(
    v.object({
      caseFileId: CaseFileIdSchema,
      code: v.string(),
      tickUntil: InstantSchema,
      communeName: v.string(),
      provinceName: v.string(),
    }),
  ),
  total: v.number(),
})
