import * as v from 'valibot'
import { SentenceSchema } from '../desk/desk-wire.ts'

/**
 * How far the server is with a part. `waiting`: send on from `received`. `taken`: it is on disk and may leave the
 * device. `refused`: it is kept as it came, for a person to look at.
 */
export const PartAnswerSchema = v.object({
  protocol: v.number(),
  received: v.pipe(v.number(), v.integer(), v.minValue(0)),
  state: v.picklist(['waiting', 'taken', 'refused']),
  refused: v.optional(v.looseObject({ kind: v.string(), message: SentenceSchema })),
})
export type PartAnswer = v.InferOutput<typeof PartAnswerSchema>
