import type { DeviceId } from '../device/device.ts'
import type { WarehouseId } from '../location/location.ts'
import type { StaffId } from '../staff/staff.ts'
import { dayInVietnam, type Instant, type LocalDate } from '../time/time.ts'
import type { MovementId } from './movement.ts'

/** Who records, on what, where and when: what every movement carries and no screen asks for. */
export interface Signature {
  readonly movementId: MovementId
  readonly deviceId: DeviceId
  readonly staffId: StaffId
  readonly warehouseId: WarehouseId
  readonly now: Instant
}

/** What it signs may be several records, each with an id of its own. */
export type DeviceSignature = Omit<Signature, 'movementId'>

export function signedHead({ movementId, deviceId, staffId, warehouseId, now }: Signature) {
  return { id: movementId, deviceId, staffId, warehouseId, occurredAt: now }
}

export function todayOf({ now }: Signature): LocalDate {
  return dayInVietnam(now)
}
