import * as v from 'valibot'
import { DonorSchema } from '../donor/donor.ts'
import { HandoverConfirmedSchema, HandoverCorrectedSchema, HandoverSchema } from '../handover/handover.ts'
import { ItemSchema, LearnedPackSchema } from '../item/item.ts'
import { MovementSchema } from '../movement/movement.ts'
import { SurveySchema } from '../survey/survey.ts'
import { InstantSchema } from '../time/time.ts'

const head = {
  id: v.pipe(v.string(), v.uuid(), v.brand('FactId')),
  /** Counts this device's facts: 1, 2, 3 … so that the server can name a hole. */
  deviceSeq: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(Number.MAX_SAFE_INTEGER)),
  recordedAt: InstantSchema,
}

/** Whatever a device makes that must not be lost, as it lies in the outbox and in the server's log. */
export const FactSchema = v.variant('kind', [
  v.strictObject({ ...head, kind: v.literal('movement'), body: MovementSchema }),
  v.strictObject({ ...head, kind: v.literal('item-learned'), body: ItemSchema }),
  v.strictObject({ ...head, kind: v.literal('pack-learned'), body: LearnedPackSchema }),
  v.strictObject({ ...head, kind: v.literal('donor-named'), body: DonorSchema }),
  v.strictObject({ ...head, kind: v.literal('survey'), body: SurveySchema }),
  v.strictObject({ ...head, kind: v.literal('handover'), body: HandoverSchema }),
  v.strictObject({ ...head, kind: v.literal('handover-confirmed'), body: HandoverConfirmedSchema }),
  v.strictObject({ ...head, kind: v.literal('handover-corrected'), body: HandoverCorrectedSchema }),
])
export type Fact = v.InferOutput<typeof FactSchema>
export type FactId = Fact['id']
