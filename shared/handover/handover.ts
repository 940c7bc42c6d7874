import * as v from 'valibot'
import { CaseFileIdSchema } from '../case-file/case-file.ts'
import { ConsignmentIdSchema } from '../consignment/consignment.ts'
import { DeviceIdSchema } from '../device/device.ts'
import { ItemIdSchema } from '../item/item.ts'
import { QUANTITY_MAX } from '../item/quantity.ts'
import { WarehouseIdSchema } from '../location/location.ts'
import { LotIdSchema } from '../lot/lot.ts'
import { BasisSchema, LINES_MAX, MovementIdSchema } from '../movement/movement.ts'
import { StaffIdSchema } from '../staff/staff.ts'
import { InstantSchema, LocalDateSchema } from '../time/time.ts'

/** UUIDv7 made on the device; the fact that carries it has the same id. */
export const HandoverIdSchema = v.pipe(v.string(), v.uuid(), v.brand('HandoverId'))
export type HandoverId = v.InferOutput<typeof HandoverIdSchema>

/** Of the sealed bytes: what a picture, a signature or the recipient's data is named by. */
export const HandoverPartSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** Why goods of a line stayed on the car. */
export const LEFT_REASONS = ['absent', 'refused', 'damaged', 'too-many', 'other'] as const
export type LeftReason = (typeof LEFT_REASONS)[number]

const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(QUANTITY_MAX))

export const HandoverLineSchema = v.pipe(
  v.strictObject({
    itemId: ItemIdSchema,
    lotId: LotIdSchema,
    /** Whole base units that the household took, and that went on with the courier. */
    delivered: CountSchema,
    left: CountSchema,
    reason: v.optional(v.picklist(LEFT_REASONS)),
  }),
  v.check(({ itemId, lotId }) => lotId.startsWith(`${itemId}~`), 'the lot is of another item'),
  v.check(({ delivered, left }) => delivered + left > 0, 'a line without goods'),
  v.check(({ left, reason }) => left > 0 === (reason !== undefined), 'what is left has a reason'),
)
export type HandoverLine = v.InferOutput<typeof HandoverLineSchema>

export const OUTCOMES = ['all', 'part', 'none'] as const
export type Outcome = (typeof OUTCOMES)[number]
export const RECIPIENTS = ['self', 'proxy', 'nobody'] as const
export type Recipient = (typeof RECIPIENTS)[number]
/** By the QR of the card, a number that was typed, somebody who knows the person, or not at all. */
export const IDENTITIES = ['card', 'number', 'witness', 'none'] as const
export type Identity = (typeof IDENTITIES)[number]
export const CONFIRMATION_KINDS = ['giver', 'recipient', 'witness'] as const
export type ConfirmationKind = (typeof CONFIRMATION_KINDS)[number]

/** The giver confirms with a PIN (`staffId`), the others with a signature (`partHash`). */
export const ConfirmationSchema = v.strictObject({
  kind: v.picklist(CONFIRMATION_KINDS),
  at: InstantSchema,
  staffId: v.optional(StaffIdSchema),
  partHash: v.optional(HandoverPartSchema),
})
export type Confirmation = v.InferOutput<typeof ConfirmationSchema>

const head = {
  id: HandoverIdSchema,
  deviceId: DeviceIdSchema,
  staffId: StaffIdSchema,
  occurredAt: InstantSchema,
  warehouseId: WarehouseIdSchema,
}
const LinesSchema = v.pipe(v.array(HandoverLineSchema), v.minLength(1), v.maxLength(LINES_MAX))

/** The proof that goods reached the household. Who took them, their signature and the place lie in sealed parts. */
export const HandoverSchema = v.pipe(
  v.strictObject({
    ...head,
    consignmentId: ConsignmentIdSchema,
    caseFileId: CaseFileIdSchema,
    tripId: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/))),
    lines: LinesSchema,
    outcome: v.picklist(OUTCOMES),
    recipient: v.picklist(RECIPIENTS),
    identity: v.picklist(IDENTITIES),
    /** Against what the device knew of the household; null when it had nothing to compare. */
    identityMatched: v.nullable(v.boolean()),
    confirmations: v.pipe(v.array(ConfirmationSchema), v.maxLength(6)),
    needed: v.pipe(v.array(v.picklist(CONFIRMATION_KINDS)), v.maxLength(3)),
    parts: v.pipe(v.array(HandoverPartSchema), v.maxLength(12)),
    /** The courier had no PIN at hand and went on under their name alone. */
    withoutPin: v.optional(v.literal(true)),
    /** The device knew that the consignment is not on the courier's trip. */
    otherTrip: v.optional(v.literal(true)),
    /** How far from the household's place, when that is too far to be the door. */
    farM: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_040_000))),
    /** The papers are of somebody who was helped too lately through another case file, as the device knew. */
    helpedElsewhere: v.optional(v.strictObject({ on: LocalDateSchema, opensOn: LocalDateSchema })),
    /** What the device knew of the tick, if it was no longer green. */
    basis: v.optional(BasisSchema),
    /** The delivery recorded with it; none when nothing was handed over. */
    movementId: v.optional(MovementIdSchema),
  }),
  v.check(({ lines, outcome }) => outcome === outcomeOf(lines), 'the outcome is not that of its lines'),
  v.check(({ outcome, movementId }) => (outcome === 'none') === (movementId === undefined), 'no delivery'),
  v.check(({ outcome, recipient }) => (outcome === 'none') === (recipient === 'nobody'), 'no recipient'),
)
export type Handover = v.InferOutput<typeof HandoverSchema>

/** A confirmation that came after the handover. */
export const HandoverConfirmedSchema = v.strictObject({
  ...head,
  handoverId: HandoverIdSchema,
  confirmation: ConfirmationSchema,
})
export type HandoverConfirmed = v.InferOutput<typeof HandoverConfirmedSchema>

export const CORRECTION_REASONS = ['miscounted', 'not-handed-over', 'other-household', 'other'] as const
export type CorrectionReason = (typeof CORRECTION_REASONS)[number]

/** What should have been written instead; the goods follow by a reversal and, if any are left, a new delivery. */
export const HandoverCorrectedSchema = v.pipe(
  v.strictObject({
    ...head,
    correctsId: HandoverIdSchema,
    reason: v.picklist(CORRECTION_REASONS),
    lines: LinesSchema,
    outcome: v.picklist(OUTCOMES),
    movementId: v.optional(MovementIdSchema),
  }),
  v.check(({ lines, outcome }) => outcome === outcomeOf(lines), 'the outcome is not that of its lines'),
)
export type HandoverCorrected = v.InferOutput<typeof HandoverCorrectedSchema>

export function outcomeOf(lines: readonly Pick<HandoverLine, 'delivered' | 'left'>[]): Outcome {
  if (lines.every(({ left }) => left === 0)) return 'all'
  return lines.every(({ delivered }) => delivered === 0) ? 'none' : 'part'
}
