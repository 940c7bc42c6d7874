import type { Fact } from '#shared/sync/fact'
import type { FactRefusal } from '#shared/sync/refusal'

/** One fact of a push as it goes to the writer: read and found right in form, or refused but kept. */
export type IncomingFact =
  | {
      readonly kind: 'readable'
      readonly id: string
      readonly deviceSeq: number
      readonly factKind: Fact['kind']
      readonly recordedAt: string
      /** Only for a movement. */
      readonly movementId?: string
      /** JSON of the validated body: keys in the order of the schema, so equal content is equal text. */
      readonly body: string
    }
  | {
      readonly kind: 'refused'
      readonly id: string | null
      /** Counts as received when it could be read at all. */
      readonly deviceSeq: number | null
      readonly refusal: FactRefusal
      readonly raw: string
    }
export type ReadableFact = Extract<IncomingFact, { kind: 'readable' }>

/** The number of the fact in the log, or why it was refused. */
export type AppendedFact = number | FactRefusal
