import * as v from 'valibot'
import { FINDING_KINDS } from '../finding/finding.ts'
import { InstantSchema } from '../time/time.ts'
import { pageOf, pageQuery, SentenceSchema } from './desk-wire.ts'

/** GET /api/desk/findings?state=open|closed|all&kind=&page=&limit= ; open ones that nobody handled come first. */
export const FindingQuerySchema = v.object({
  page: pageQuery.page,
  limit: pageQuery.limit,
  state: v.optional(v.picklist(['open', 'closed', 'all']), 'open'),
  kind: v.optional(v.picklist(FINDING_KINDS)),
})

/** The sentence names who, when, which goods and where; a finding closes by itself when the facts no longer contradict. */
export const FindingRowSchema = v.object({
  key: v.string(),
  kind: v.picklist(FINDING_KINDS),
  sentence: SentenceSchema,
  openedAt: InstantSchema,
  closedAt: v.nullable(InstantSchema),
  handledAt: v.nullable(InstantSchema),
  handledBy: v.nullable(v.string()),
  note: v.nullable(v.string()),
})
export type FindingRow = v.InferOutput<typeof FindingRowSchema>
export const FindingPageSchema = pageOf(FindingRowSchema)
export type FindingPage = v.InferOutput<typeof FindingPageSchema>

/** POST /api/desk/findings/handle → FindingRow. A note says what was done; it must hold no personal data. */
export const FindingHandleSchema = v.strictObject({
  key: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  note: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
})
