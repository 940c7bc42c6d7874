import * as v from 'valibot'
import {
  CaseCategorySchema,
  CaseFileSchema,
  CommuneCodeSchema,
  LifeBodyFields,
  ProvinceCodeSchema,
  SubCategorySchema,
  TickSchema,
} from '../case-file/case-file.ts'
import { StaffIdSchema } from '../staff/staff.ts'
import { InstantSchema, LocalDateSchema } from '../time/time.ts'
import { pageOf, pageQuery } from './desk-wire.ts'

/**
 * GET /api/desk/case-files?q=&province=&commune=&category=&tick=&page=&limit= ; `q` is part of a code, or
 * words of its category, commune and province, with diacritics or without. `tick` asks what the tick means now: a green
 * one that has run out is found as `expired`, and under `red` too.
 */
export const CaseFileQuerySchema = v.object({
  ...pageQuery,
  province: v.optional(ProvinceCodeSchema),
  commune: v.optional(CommuneCodeSchema),
  category: v.optional(CaseCategorySchema),
  tick: v.optional(v.picklist(['green', 'yellow', 'red', 'expired'])),
})

/** `tickNow` is the tick as of this answer; `caseFile.tick` as it was set. No list holds anything about a person. */
export const CaseFileRowSchema = v.object({
  caseFile: CaseFileSchema,
  tickNow: TickSchema,
  expired: v.boolean(),
  version: v.number(),
  communeName: v.string(),
  provinceName: v.string(),
})
export type CaseFileRow = v.InferOutput<typeof CaseFileRowSchema>
export const CaseFilePageSchema = pageOf(CaseFileRowSchema)
export type CaseFilePage = v.InferOutput<typeof CaseFilePageSchema>

/** What is known about persons: only on the server, only in the answer about one case file, only to those who need it. */
export const PersonSchema = v.strictObject({
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
  phone: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40)), ''),
  address: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300)), ''),
})
export type Person = v.InferOutput<typeof PersonSchema>

/** POST /api/desk/case-files → 201 CaseFileAnswer. A new case file is red until somebody verifies it. */
export const CaseFileAddSchema = v.strictObject({
  code: v.pipe(v.string(), v.trim(), v.regex(/^[\w./-]+$/), v.maxLength(40)),
  ...LifeBodyFields,
  person: v.optional(PersonSchema),
})
export type CaseFileAdd = v.InferInput<typeof CaseFileAddSchema>

/** PATCH /api/desk/case-files/:id → CaseFileAnswer; 409 when `version` is no longer the newest. The code stays. */
export const CaseFileChangeSchema = v.strictObject({
  version: v.pipe(v.number(), v.integer()),
  category: v.exactOptional(LifeBodyFields.category),
  subCategory: v.exactOptional(v.nullable(SubCategorySchema)),
  provinceCode: v.exactOptional(LifeBodyFields.provinceCode),
  communeCode: v.exactOptional(LifeBodyFields.communeCode),
  householdSize: v.exactOptional(LifeBodyFields.householdSize),
  needs: v.exactOptional(LifeBodyFields.needs),
  person: v.optional(PersonSchema),
})
export type CaseFileChange = v.InferInput<typeof CaseFileChangeSchema>

/**
 * POST /api/desk/case-files/:id/tick → CaseFileAnswer. `until` is the last day it holds; left out, a green one lasts as long
 * as the administrator says for its category. Green needs a reason in words or pictures (hashes of parts), and somebody
 * other than the surveyor; a tick is taken back with a reason. None of it names a person.
 */
export const TickRequestSchema = v.strictObject({
  tick: TickSchema,
  until: v.optional(LocalDateSchema),
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
  parts: v.optional(v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), v.maxLength(20)), []),
})
export type TickRequest = v.InferInput<typeof TickRequestSchema>

/** Who set which tick, when and until when. `staffId` is null for one set from the command line by nobody named. */
export const TickRowSchema = v.object({
  tick: TickSchema,
  tickAt: InstantSchema,
  tickUntil: v.nullable(InstantSchema),
  staffId: v.nullable(StaffIdSchema),
  staffName: v.nullable(v.string()),
  reason: v.string(),
  /** Pictures that speak for it. */
  parts: v.number(),
  isWithdrawn: v.boolean(),
})
export type TickRow = v.InferOutput<typeof TickRowSchema>

/** GET /api/desk/case-files/:id/ticks, newest first */
export const TickListSchema = v.object({ ticks: v.array(TickRowSchema) })

/** `?person=no` of every answer about one case file: leaves the person out, and so nobody has to be written down. */
export const CaseFileViewSchema = v.object({ person: v.optional(v.picklist(['no'])) })
export type CaseFileView = { readonly person?: string }

/** GET /api/desk/case-files/:id ; `person` is absent for those who may not see it, null when nothing is known. */
export const CaseFileAnswerSchema = v.object({
  ...CaseFileRowSchema.entries,
  person: v.optional(v.nullable(PersonSchema)),
})
export type CaseFileAnswer = v.InferOutput<typeof CaseFileAnswerSchema>
