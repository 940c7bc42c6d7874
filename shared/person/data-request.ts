import * as v from 'valibot'

/** What a person may ask of us about their own data. */
export const DATA_ASKS = ['see', 'correct', 'copy', 'erase'] as const
export const DataAskSchema = v.picklist(DATA_ASKS)
export type DataAsk = v.InferOutput<typeof DataAskSchema>

export const DATA_OUTCOMES = ['done', 'nobody-found', 'not-the-person'] as const
export const DataOutcomeSchema = v.picklist(DATA_OUTCOMES)
export type DataOutcome = v.InferOutput<typeof DataOutcomeSchema>

export const DATA_STEPS = [
  'opened',
  'searched',
  'shown',
  'corrected',
  'handed-out',
  'erased',
  'closed',
] as const
export const DataStepSchema = v.picklist(DATA_STEPS)
export type DataStep = v.InferOutput<typeof DataStepSchema>

/** Within this many working days a request is answered. */
export const DATA_REQUEST_DAYS = 2
