import * as v from 'valibot'
import { CaseFileIdSchema, TickSchema } from '../case-file/case-file.ts'
import { ConsignmentIdSchema } from '../consignment/consignment.ts'
import { DeviceIdSchema } from '../device/device.ts'
import { ItemIdSchema } from '../item/item.ts'
import { QUANTITY_MAX } from '../item/quantity.ts'
import { LocationIdSchema, WarehouseIdSchema } from '../location/location.ts'
import { LotIdSchema } from '../lot/lot.ts'
import { StaffIdSchema } from '../staff/staff.ts'
import { InstantSchema } from '../time/time.ts'

export const MOVEMENT_KINDS = [
  'intake',
  'dispatch',
  'transfer',
  'delivery',
  'give-back',
  'disposal',
  'adjustment',
  'reversal',
] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

export const LINES_MAX = 200

/** UUIDv7 made on the device. */
export const MovementIdSchema = v.pipe(v.string(), v.uuid(), v.brand('MovementId'))
export type MovementId = v.InferOutput<typeof MovementIdSchema>

export const QuantitySchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(QUANTITY_MAX))

export const MovementLineSchema = v.pipe(
  v.strictObject({
    itemId: ItemIdSchema,
    lotId: LotIdSchema,
    quantity: QuantitySchema,
    fromId: LocationIdSchema,
    toId: LocationIdSchema,
  }),
  v.check(({ itemId, lotId }) => lotId.startsWith(`${itemId}~`), 'the lot is of another item'),
  v.check(({ fromId, toId }) => fromId !== toId, 'goods cannot move from a place to itself'),
)
export type MovementLine = v.InferOutput<typeof MovementLineSchema>

/** Why goods left although the tick was not green: who agreed, and the reason in words. */
export const OverrideSchema = v.strictObject({
  staffId: StaffIdSchema,
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
})

/** What the tablet knew when it let goods leave. */
export const BasisSchema = v.strictObject({
  tick: TickSchema,
  tickAt: InstantSchema,
  snapshotAt: InstantSchema,
  override: v.optional(OverrideSchema),
})
export type Basis = v.InferOutput<typeof BasisSchema>

/** One fact of the ledger: goods went from → to. Immutable; a mistake is corrected by a reversal. */
export const MovementSchema = v.strictObject({
  id: MovementIdSchema,
  kind: v.picklist(MOVEMENT_KINDS),
  deviceId: DeviceIdSchema,
  staffId: StaffIdSchema,
  occurredAt: InstantSchema,
  warehouseId: WarehouseIdSchema,
  lines: v.pipe(v.array(MovementLineSchema), v.minLength(1), v.maxLength(LINES_MAX)),
  caseFileId: v.optional(CaseFileIdSchema),
  consignmentId: v.optional(ConsignmentIdSchema),
  receiptId: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/))),
  reversesId: v.optional(MovementIdSchema),
  basis: v.optional(BasisSchema),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500))),
})
export type Movement = v.InferOutput<typeof MovementSchema>
