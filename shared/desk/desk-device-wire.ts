import * as v from 'valibot'
import { DeviceIdSchema } from '../device/device.ts'
import { WarehouseIdSchema } from '../location/location.ts'
import { InstantSchema } from '../time/time.ts'

/** POST /api/desk/devices/enrol-codes → 201 EnrolCode */
export const EnrolCodeRequestSchema = v.strictObject({ warehouseId: WarehouseIdSchema })

/** `url` is what the QR code shows; the code stands behind `#`, so it is in no server's log. */
export const EnrolCodeSchema = v.object({
  code: v.string(),
  url: v.string(),
  expiresAt: InstantSchema,
  warehouseId: WarehouseIdSchema,
})
export type EnrolCode = v.InferOutput<typeof EnrolCodeSchema>

/** POST /api/desk/devices/:id/revoke → DeviceRow */
export const DeviceRowSchema = v.object({
  id: DeviceIdSchema,
  name: v.string(),
  warehouseId: WarehouseIdSchema,
  warehouseName: v.string(),
  enrolledAt: InstantSchema,
  revokedAt: v.nullable(InstantSchema),
  lastContactAt: v.nullable(InstantSchema),
  /** What the device last said it still had to send. */
  unsent: v.number(),
  /** Pictures and papers it said it still had, when it last sent one. */
  unsentParts: v.number(),
  /** In use, but not heard from for an hour. */
  silent: v.boolean(),
})
export type DeviceRow = v.InferOutput<typeof DeviceRowSchema>

/** GET /api/desk/devices */
export const DeviceListSchema = v.object({ devices: v.array(DeviceRowSchema) })
