import type { GenericSchema } from 'valibot'

/** What a route takes and gives. Who may call it, and what follows from that, stands in the table of routes. */
export interface Operation {
  readonly summary: string
  /** An object: one parameter for each entry. */
  readonly query?: GenericSchema
  readonly request?: GenericSchema
  readonly answer?: GenericSchema
  /** 200 when left out. */
  readonly status?: number
  /** JSON when left out. */
  readonly contentType?: string
  /** Beyond those that every route of its kind may answer. */
  readonly refusals?: readonly number[]
}
