import * as v from 'valibot'
import { CaseFileIdSchema, TickSchema } from '../case-file/case-file.ts'
import { ConsignmentIdSchema } from '../consignment/consignment.ts'
import { DeviceIdSchema } from '../device/device.ts'
import { BaseUnitSchema, ItemIdSchema } from '../item/item.ts'
import { WarehouseIdSchema } from '../location/location.ts'
import { LotIdSchema } from '../lot/lot.ts'
import { HouseholdSchema } from '../person/person.ts'
import { StaffIdSchema } from '../staff/staff.ts'
import { InstantSchema, LocalDateSchema } from '../time/time.ts'
import { DriverSchema } from '../trip/trip-package.ts'
import {
  PlateSchema,
  STOPS_MAX,
  TripIdSchema,
  TripSchema,
  TripStateSchema,
  VehicleSchema,
} from '../trip/trip.ts'
import { pageOf, pageQuery } from './desk-wire.ts'

/**
 * GET /api/desk/trips?state=&warehouse=&device=&q=&page=&limit= , newest day first; `active` are those that have not
 * ended. `device` asks for trips whose names went to that phone.
 */
export const TripQuerySchema = v.object({
  ...pageQuery,
  state: v.optional(v.picklist(['active', 'ended', 'all']), 'active'),
  warehouse: v.optional(WarehouseIdSchema),
  device: v.optional(DeviceIdSchema),
})

export const TripRowSchema = v.object({
  trip: TripSchema,
  version: v.number(),
  warehouseName: v.string(),
  courierName: v.string(),
  /** False while nothing can be sealed for the courier: the PIN must be set anew. */
  courierHasKey: v.boolean(),
  /** Stops whose goods are still in transit. */
  openStops: v.number(),
})
export type TripRow = v.InferOutput<typeof TripRowSchema>
export const TripPageSchema = pageOf(TripRowSchema)
export type TripPage = v.InferOutput<typeof TripPageSchema>

/** Goods in transit, by item, with the lots they are of. */
export const GoodsRowSchema = v.object({
  itemId: ItemIdSchema,
  name: v.string(),
  nameEn: v.optional(v.string()),
  baseUnit: BaseUnitSchema,
  unit: v.string(),
  quantity: v.number(),
  lots: v.array(v.object({ lotId: LotIdSchema, quantity: v.number() })),
})
export type GoodsRow = v.InferOutput<typeof GoodsRowSchema>

const consignmentRow = {
  consignmentId: ConsignmentIdSchema,
  caseFileId: CaseFileIdSchema,
  caseFileCode: v.string(),
  communeName: v.string(),
  provinceName: v.string(),
  /** The tick as of this answer: it may have changed since the goods left. */
  tickNow: TickSchema,
  goods: v.array(GoodsRowSchema),
}

/** GET /api/desk/trips/waiting?warehouse=&before= : in transit and on no trip that has not ended, newest first. */
export const WaitingQuerySchema = v.object({
  warehouse: WarehouseIdSchema,
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))),
})
export const WaitingRowSchema = v.object({ ...consignmentRow, dispatchedAt: InstantSchema })
export type WaitingRow = v.InferOutput<typeof WaitingRowSchema>
/** `older`: ask again `before` this for what was dispatched earlier; null when that was all. */
export const WaitingListSchema = v.object({ rows: v.array(WaitingRowSchema), older: v.nullable(v.number()) })
export type WaitingList = v.InferOutput<typeof WaitingListSchema>

export const TripStopRowSchema = v.object({
  ...consignmentRow,
  order: v.number(),
  /** False once nothing of it is with the courier: handed over, or back on a shelf. */
  inTransit: v.boolean(),
  /** Other trips that have not ended and name it too. */
  otherTrips: v.array(v.object({ id: TripIdSchema, code: v.string() })),
})
export type TripStopRow = v.InferOutput<typeof TripStopRowSchema>

/** GET /api/desk/trips/:id ; `driver` is absent for those who may not see persons, null when nobody is named. */
export const TripAnswerSchema = v.object({
  ...TripRowSchema.entries,
  driver: v.optional(v.nullable(DriverSchema)),
  stops: v.array(TripStopRowSchema),
  /** Everything to load, summed by item. */
  loading: v.array(GoodsRowSchema),
})
export type TripAnswer = v.InferOutput<typeof TripAnswerSchema>

const fields = {
  courierId: StaffIdSchema,
  vehicle: v.optional(VehicleSchema, ''),
  plate: v.optional(PlateSchema, ''),
  dayOn: LocalDateSchema,
}

/** POST /api/desk/trips → 201 TripAnswer */
export const TripAddSchema = v.strictObject({
  warehouseId: WarehouseIdSchema,
  ...fields,
  driver: v.optional(DriverSchema),
})
export type TripAdd = v.InferInput<typeof TripAddSchema>

/** PATCH /api/desk/trips/:id → TripAnswer; `stops` is the whole order anew. 409 when `version` is no longer the newest. */
export const TripChangeSchema = v.strictObject({
  version: v.pipe(v.number(), v.integer()),
  courierId: v.exactOptional(StaffIdSchema),
  vehicle: v.exactOptional(VehicleSchema),
  plate: v.exactOptional(PlateSchema),
  dayOn: v.exactOptional(LocalDateSchema),
  driver: v.exactOptional(v.nullable(DriverSchema)),
  stops: v.exactOptional(v.pipe(v.array(ConsignmentIdSchema), v.maxLength(STOPS_MAX))),
})
export type TripChange = v.InferInput<typeof TripChangeSchema>

/** POST /api/desk/trips/:id/state → TripAnswer. A step taken by mistake may be taken back. */
export const TripStateRequestSchema = v.strictObject({
  version: v.pipe(v.number(), v.integer()),
  state: TripStateSchema,
})
export type TripStateRequest = v.InferInput<typeof TripStateRequestSchema>

/** POST /api/desk/trips/:id/move → TripAnswer of the trip they left. They stand last on the other one. */
export const TripMoveSchema = v.strictObject({
  toId: TripIdSchema,
  consignmentIds: v.pipe(v.array(ConsignmentIdSchema), v.minLength(1), v.maxLength(STOPS_MAX)),
})
export type TripMove = v.InferInput<typeof TripMoveSchema>

/** GET /api/desk/trips/:id/waybill : the household of each stop, for the paper; noted as a reading of each. */
export const WaybillSchema = v.object({
  households: v.array(v.object({ caseFileId: CaseFileIdSchema, household: v.nullable(HouseholdSchema) })),
})
export type Waybill = v.InferOutput<typeof WaybillSchema>
