import * as v from 'valibot'
import { ConsignmentIdSchema } from '../consignment/consignment.ts'
import {
  CONFIRMATION_KINDS,
  HandoverIdSchema,
  IDENTITIES,
  LEFT_REASONS,
  OUTCOMES,
  RECIPIENTS,
} from '../handover/handover.ts'
import { BaseUnitSchema } from '../item/item.ts'
import { LotIdSchema } from '../lot/lot.ts'
import { PartHashSchema, PartKindSchema } from '../part/part.ts'
import { InstantSchema } from '../time/time.ts'

/**
 * GET /api/desk/case-files/:id/handovers ; newest first, as each stands after confirmations and corrections. No person
 * is in it: who took the goods lies in the parts, each look at which is noted (GET /api/desk/parts/:hash).
 */
export const HandoverRowSchema = v.object({
  id: HandoverIdSchema,
  consignmentId: ConsignmentIdSchema,
  occurredAt: InstantSchema,
  /** The courier, and the device it was recorded on. */
  staffName: v.string(),
  deviceName: v.string(),
  tripCode: v.nullable(v.string()),
  outcome: v.picklist(OUTCOMES),
  complete: v.boolean(),
  completeAt: v.nullable(InstantSchema),
  recipient: v.picklist(RECIPIENTS),
  identity: v.picklist(IDENTITIES),
  identityMatched: v.nullable(v.boolean()),
  withoutPin: v.boolean(),
  corrected: v.boolean(),
  lines: v.array(
    v.object({
      lotId: LotIdSchema,
      itemName: v.string(),
      unit: v.string(),
      baseUnit: BaseUnitSchema,
      delivered: v.number(),
      left: v.number(),
      reason: v.nullable(v.picklist(LEFT_REASONS)),
    }),
  ),
  confirmations: v.array(
    v.object({
      kind: v.picklist(CONFIRMATION_KINDS),
      at: InstantSchema,
      staffName: v.nullable(v.string()),
    }),
  ),
  missing: v.array(v.picklist(CONFIRMATION_KINDS)),
  /** What came beside it; `kind` is null until it has arrived. */
  parts: v.array(v.object({ hash: PartHashSchema, kind: v.nullable(PartKindSchema) })),
})
export type HandoverRow = v.InferOutput<typeof HandoverRowSchema>
export const HandoverListSchema = v.object({ handovers: v.array(HandoverRowSchema) })
export type HandoverList = v.InferOutput<typeof HandoverListSchema>
