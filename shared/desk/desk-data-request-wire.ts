import * as v from 'valibot'
import { CaseFileIdSchema, CaseFileSchema } from '../case-file/case-file.ts'
import { DataAskSchema, DataOutcomeSchema, DataStepSchema } from '../person/data-request.ts'
import { RecipientPartSchema } from '../handover/handover-parts.ts'
import { HouseholdSchema } from '../person/person.ts'
import { RequesterSchema } from '../request/request.ts'
import { InstantSchema, LocalDateSchema } from '../time/time.ts'
import { HouseholdChangeSchema, PersonReadRowSchema } from './desk-household-wire.ts'
import { TickRowSchema } from './desk-case-file-wire.ts'

const text = (lengthMax: number) => v.pipe(v.string(), v.trim(), v.maxLength(lengthMax))

/** What was done for a request, when and by whom; about persons it says no more than a case file's code. */
const DataStepRowSchema = v.object({
  at: InstantSchema,
  kind: DataStepSchema,
  staffName: v.nullable(v.string()),
  code: v.nullable(v.string()),
})

export const DataRequestRowSchema = v.object({
  id: v.string(),
  asks: DataAskSchema,
  receivedAt: InstantSchema,
  dueAt: InstantSchema,
  late: v.boolean(),
  dueToday: v.boolean(),
  closedAt: v.nullable(InstantSchema),
  outcome: v.nullable(DataOutcomeSchema),
  steps: v.array(DataStepRowSchema),
})
export type DataRequestRow = v.InferOutput<typeof DataRequestRowSchema>

/** GET /api/desk/data-requests: open ones first, by when they are due; then the last hundred closed ones. */
export const DataRequestListSchema = v.object({ requests: v.array(DataRequestRowSchema) })
export type DataRequestList = v.InferOutput<typeof DataRequestListSchema>

/** POST /api/desk/data-requests → 201 DataRequestAnswer. `requester` says who asks and how to reach them; it is sealed. */
export const DataRequestAddSchema = v.strictObject({
  asks: DataAskSchema,
  requester: v.pipe(text(500), v.minLength(1)),
  receivedOn: v.optional(LocalDateSchema),
})
export type DataRequestAdd = v.InferInput<typeof DataRequestAddSchema>

/** GET /api/desk/data-requests/:id, for those who work on it. `requester` is gone once it is closed. */
export const DataRequestAnswerSchema = v.object({
  ...DataRequestRowSchema.entries,
  requester: v.nullable(v.string()),
})
export type DataRequestAnswer = v.InferOutput<typeof DataRequestAnswerSchema>

/** POST …/search → PersonHits. A number is found exactly, a name by how its words begin. One is enough. */
export const PersonSearchSchema = v.strictObject({
  name: v.optional(text(200), ''),
  phone: v.optional(text(40), ''),
  idNumber: v.optional(text(40), ''),
})
export type PersonSearch = v.InferInput<typeof PersonSearchSchema>
export const PersonHitSchema = v.object({
  caseFileId: CaseFileIdSchema,
  code: v.nullable(v.string()),
  placeName: v.string(),
  /** Names and years of birth of the household. */
  persons: v.array(v.object({ name: v.string(), birthYear: v.optional(v.number()) })),
})
export type PersonHit = v.InferOutput<typeof PersonHitSchema>
/** `unmarked`: households of which the numbers cannot be found yet. `more`: there are others. */
export const PersonHitsSchema = v.object({
  hits: v.array(PersonHitSchema),
  unmarked: v.number(),
  more: v.boolean(),
})
export type PersonHits = v.InferOutput<typeof PersonHitsSchema>

/**
 * POST …/case-files/:caseFileId/show and …/hand-out → all that is held about the persons of a case file, to look at or to
 * hand over.
 */
export const PersonExtractSchema = v.object({
  madeAt: InstantSchema,
  caseFileId: CaseFileIdSchema,
  caseFile: v.nullable(CaseFileSchema),
  placeName: v.string(),
  household: v.nullable(HouseholdSchema),
  /** Who asked for them, in what words. */
  contact: v.nullable(
    v.object({ requester: v.nullable(RequesterSchema), words: v.string(), tell: v.boolean() }),
  ),
  /** Browsers that show the steps of the request. */
  toldBrowsers: v.number(),
  /** What everyone is told, or was. */
  publication: v.nullable(v.object({ words: v.string(), withdrawnAt: v.nullable(InstantSchema) })),
  changedAt: v.nullable(InstantSchema),
  ticks: v.array(TickRowSchema),
  events: v.array(v.object({ at: InstantSchema, kind: v.string() })),
  help: v.array(
    v.object({
      at: InstantSchema,
      kind: v.string(),
      goods: v.array(v.object({ name: v.string(), quantity: v.number(), unit: v.string() })),
    }),
  ),
  /** Who took goods or saw it, and the numbers that were written down with it. */
  recipients: v.array(v.object({ at: InstantSchema, part: RecipientPartSchema })),
  pictures: v.array(v.object({ kind: v.string(), receivedAt: InstantSchema })),
  reads: v.array(PersonReadRowSchema),
})
export type PersonExtract = v.InferOutput<typeof PersonExtractSchema>

/** POST …/case-files/:caseFileId/correct → PersonExtract ; 409 when somebody else has changed it meanwhile. */
export const PersonCorrectionSchema = HouseholdChangeSchema

/** POST …/case-files/:caseFileId/correct-contact → PersonExtract: who asked for somebody else, and whether they are told. */
export const ContactCorrectionSchema = v.strictObject({
  requester: v.optional(RequesterSchema),
  tell: v.boolean(),
})
export type ContactCorrection = v.InferInput<typeof ContactCorrectionSchema>

/** POST …/close → DataRequestAnswer */
export const DataRequestCloseSchema = v.strictObject({ outcome: DataOutcomeSchema })
export type DataRequestClose = v.InferInput<typeof DataRequestCloseSchema>
