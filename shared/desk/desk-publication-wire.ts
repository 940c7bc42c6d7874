import * as v from 'valibot'
import { InstantSchema } from '../time/time.ts'

export const PUBLIC_WORDS_MAX = 600
const words = v.pipe(v.string(), v.trim(), v.maxLength(PUBLIC_WORDS_MAX))

/** Why a case file cannot be shown to everyone as it stands. */
export const PUBLICATION_HINDRANCES = ['not-green', 'refused', 'merged'] as const
export type PublicationHindrance = (typeof PUBLICATION_HINDRANCES)[number]

/** GET /api/desk/case-files/:id/publication: what everyone is told of a case file, or may be. */
export const PublicationAnswerSchema = v.object({
  /** What its page is called by; null before it is published for the first time. */
  publicCode: v.nullable(v.string()),
  words: v.string(),
  wordsEn: v.string(),
  publishedAt: v.nullable(InstantSchema),
  publishedByName: v.nullable(v.string()),
  withdrawnAt: v.nullable(InstantSchema),
  hindrance: v.nullable(v.picklist(PUBLICATION_HINDRANCES)),
  /** Counted once a day for each visitor. */
  views: v.number(),
  hearts: v.number(),
})
export type PublicationAnswer = v.InferOutput<typeof PublicationAnswerSchema>

/** PUT /api/desk/case-files/:id/publication: written by a coordinator, without anything that says who it is about. */
export const PublicationRequestSchema = v.strictObject({
  words: v.pipe(words, v.minLength(1)),
  wordsEn: v.optional(words, ''),
})
export type PublicationRequest = v.InferInput<typeof PublicationRequestSchema>
