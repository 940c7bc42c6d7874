import * as v from 'valibot'
import { CaseFileIdSchema } from '../case-file/case-file.ts'
import { ConsignmentIdSchema } from '../consignment/consignment.ts'
import { WarehouseIdSchema } from '../location/location.ts'
import { StaffIdSchema } from '../staff/staff.ts'
import { LocalDateSchema } from '../time/time.ts'

export const TripIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/), v.brand('TripId'))
export type TripId = v.InferOutput<typeof TripIdSchema>

export const TRIP_STATES = ['planned', 'on-the-way', 'ended'] as const
export const TripStateSchema = v.picklist(TRIP_STATES)
export type TripState = v.InferOutput<typeof TripStateSchema>

export const STOPS_MAX = 100
export const VehicleSchema = v.pipe(v.string(), v.trim(), v.maxLength(60))
export const PlateSchema = v.pipe(v.string(), v.trim(), v.maxLength(20))

/** One door: the goods of one dispatch for one case file. `order` counts 1, 2, 3 … as the courier drives. */
export const TripStopSchema = v.strictObject({
  consignmentId: ConsignmentIdSchema,
  caseFileId: CaseFileIdSchema,
  order: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(STOPS_MAX)),
})
export type TripStop = v.InferOutput<typeof TripStopSchema>

/** One drive of one courier as devices of its warehouse see it: never a person in need, never the driver. */
export const TripSchema = v.strictObject({
  id: TripIdSchema,
  /** What people call it: `CG-261121-1`, the first one of its day. */
  code: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
  warehouseId: WarehouseIdSchema,
  courierId: StaffIdSchema,
  vehicle: VehicleSchema,
  plate: PlateSchema,
  dayOn: LocalDateSchema,
  state: TripStateSchema,
  stops: v.pipe(v.array(TripStopSchema), v.maxLength(STOPS_MAX)),
})
export type Trip = v.InferOutput<typeof TripSchema>

/** Numbers the stops anew in the order given. */
export function inOrder(stops: readonly Omit<TripStop, 'order'>[]): TripStop[] {
  return stops.map(({ consignmentId, caseFileId }, i) => ({ consignmentId, caseFileId, order: i + 1 }))
}
