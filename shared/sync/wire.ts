import * as v from 'valibot'
import { CaseFileSchema } from '../case-file/case-file.ts'
import { ConsignmentSchema } from '../consignment/consignment.ts'
import { DeviceIdSchema } from '../device/device.ts'
import { DonorSchema } from '../donor/donor.ts'
import { CategorySchema, BaseUnitSchema, ItemIdSchema, ItemSchema } from '../item/item.ts'
import { LocationIdSchema, LocationSchema, WarehouseIdSchema } from '../location/location.ts'
import { LotIdSchema } from '../lot/lot.ts'
import { MovementSchema } from '../movement/movement.ts'
import { MarkSchema } from '../person/mark.ts'
import { RepeatRuleSchema } from '../repeat/repeat-rule.ts'
import { StaffMemberSchema } from '../staff/staff.ts'
import { InstantSchema, LocalDateSchema } from '../time/time.ts'
import { TripSchema } from '../trip/trip.ts'
import { FACTS_PER_PUSH_MAX } from './limits.ts'

const SeqSchema = v.pipe(v.number(), v.integer(), v.minValue(0))
const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0))
const SentenceSchema = v.object({ vi: v.string(), en: v.string() })

/** The body of every answer that is not a success. */
export const ErrorAnswerSchema = v.object({
  protocol: v.optional(v.number()),
  error: v.looseObject({ kind: v.string(), message: SentenceSchema }),
})
export type ErrorAnswer = v.InferOutput<typeof ErrorAnswerSchema>

export const EnrolRequestSchema = v.strictObject({
  code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
})
export const EnrolAnswerSchema = v.object({
  protocol: v.number(),
  deviceId: DeviceIdSchema,
  token: v.string(),
  warehouseId: WarehouseIdSchema,
  warehouseName: v.string(),
})
export type EnrolAnswer = v.InferOutput<typeof EnrolAnswerSchema>

/** Facts are read one by one, so that one unreadable fact does not hold up the others. */
export const PushRequestSchema = v.object({
  protocol: v.pipe(v.number(), v.integer()),
  /** All facts the device still holds, those of this push included. */
  unsent: CountSchema,
  facts: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(FACTS_PER_PUSH_MAX)),
})
export const FactResultSchema = v.union([
  v.object({ id: v.string(), seq: SeqSchema }),
  v.object({
    id: v.nullable(v.string()),
    refused: v.looseObject({ kind: v.string(), message: SentenceSchema }),
  }),
])
export type FactResult = v.InferOutput<typeof FactResultSchema>
export const PushAnswerSchema = v.object({
  protocol: v.number(),
  results: v.array(FactResultSchema),
  head: SeqSchema,
  /** The device has been revoked: only what it recorded before is still taken. */
  revoked: v.optional(v.boolean()),
})
export type PushAnswer = v.InferOutput<typeof PushAnswerSchema>

/**
 * NDJSON: many of the first, then one of the second, whose `head` is how far this answer reaches: nothing the device
 * may see up to there is left out. Ask again from there while as many movements came as were asked for.
 */
export const PulledMovementSchema = v.object({
  seq: SeqSchema,
  receivedAt: InstantSchema,
  movement: MovementSchema,
})
export type PulledMovement = v.InferOutput<typeof PulledMovementSchema>
export const HeadLineSchema = v.object({ head: SeqSchema })
/** Ends an answer that was asked for `before` a number: all the device may see from there up to it is here. 0 is the beginning. */
export const BackToLineSchema = v.object({ backTo: SeqSchema })

/** NDJSON: one such line first, then as many rows as it says, as of exactly that head. */
export const SnapshotHeadSchema = v.object({ head: SeqSchema, rows: CountSchema })
export const SnapshotRowSchema = v.object({
  locationId: LocationIdSchema,
  lotId: LotIdSchema,
  itemId: ItemIdSchema,
  quantity: v.pipe(v.number(), v.integer()),
})
export type SnapshotRow = v.InferOutput<typeof SnapshotRowSchema>

const KeySchema = v.pipe(v.string(), v.regex(/^[\w-]{22,88}$/))

/**
 * What a device seals and marks with, in base64url: the public key of the server's box, and key and salt of the marks.
 * `repeat` is the rule as the administrator has set it.
 */
export const KeysAnswerSchema = v.object({
  protocol: v.number(),
  boxKey: KeySchema,
  markKey: KeySchema,
  markSalt: KeySchema,
  repeat: RepeatRuleSchema,
})
export type KeysAnswer = v.InferOutput<typeof KeysAnswerSchema>

/** What comes down as documents, and the shape of each. `caseFiles` and `trips` carry no person in need, `marks` no number. */
export const DOCUMENT_SCHEMAS = {
  items: ItemSchema,
  locations: LocationSchema,
  donors: DonorSchema,
  caseFiles: CaseFileSchema,
  consignments: ConsignmentSchema,
  staff: StaffMemberSchema,
  marks: MarkSchema,
  trips: TripSchema,
} as const
export type Collection = keyof typeof DOCUMENT_SCHEMAS
export const COLLECTIONS = Object.keys(DOCUMENT_SCHEMAS) as Collection[]
export type DocumentBody<C extends Collection> = v.InferOutput<(typeof DOCUMENT_SCHEMAS)[C]>

/** `version` counts changes over all collections, in commit order; a deleted document keeps its last body. */
export interface VersionedDocument<Body = unknown> {
  readonly id: string
  readonly version: number
  readonly deleted: boolean
  readonly body: Body
}
export const DocumentsAnswerSchema = v.object({
  protocol: v.number(),
  documents: v.array(
    v.object({ id: v.string(), version: SeqSchema, deleted: v.boolean(), body: v.unknown() }),
  ),
  checkpoint: SeqSchema,
})
export const DigestAnswerSchema = v.object({ protocol: v.number(), count: CountSchema, digest: v.string() })

const PublicItemSchema = v.object({
  itemId: ItemIdSchema,
  name: v.string(),
  nameEn: v.optional(v.string()),
  category: CategorySchema,
  baseUnit: BaseUnitSchema,
  unit: v.string(),
  inStock: v.number(),
  inTransit: v.number(),
  received: v.number(),
  dispatched: v.number(),
  delivered: v.number(),
  nextExpiryOn: v.nullable(LocalDateSchema),
  /** True while a finding puts a figure in question: the page says "đang kiểm đếm". */
  inQuestion: v.boolean(),
})
export type PublicItem = v.InferOutput<typeof PublicItemSchema>

/** Totals of a category, each unit by itself: kilograms and packs are never added. */
const PublicCategorySchema = v.object({
  category: CategorySchema,
  itemCount: CountSchema,
  units: v.array(
    v.object({
      unit: v.string(),
      baseUnit: BaseUnitSchema,
      inStock: v.number(),
      inTransit: v.number(),
      received: v.number(),
      dispatched: v.number(),
      delivered: v.number(),
    }),
  ),
})

export const PublicStockSchema = v.object({
  asOf: InstantSchema,
  head: SeqSchema,
  demo: v.boolean(),
  devices: v.object({
    enrolled: CountSchema,
    silent: CountSchema,
    unsent: CountSchema,
    /** The earliest last contact among the silent ones. */
    silentSince: v.nullable(InstantSchema),
  }),
  items: v.array(PublicItemSchema),
  categories: v.array(PublicCategorySchema),
  caseFilesHelped: CountSchema,
  /** Handovers with goods: those that everybody needed has confirmed, and those that wait for somebody. */
  handovers: v.object({ complete: CountSchema, waiting: CountSchema }),
  /** The last 30 days in Vietnam, oldest first: how many intakes, dispatches and deliveries there were that nobody took back. */
  days: v.array(
    v.object({ on: LocalDateSchema, intakes: CountSchema, dispatches: CountSchema, deliveries: CountSchema }),
  ),
})
export type PublicStock = v.InferOutput<typeof PublicStockSchema>
