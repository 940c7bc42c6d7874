import type { DeviceRow } from '#shared/desk/desk-device-wire'
import { SILENT_AFTER_MS } from '#shared/sync/limits'
import { msFromInstant, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'

/** Every device with what was last heard from it, those in use first. */
export function readDevices(reader: Reader, now: Instant): DeviceRow[] {
  const rows = reader.all(
    reader.query
      .selectFrom('device')
      .leftJoin('warehouse', 'warehouse.id', 'device.warehouseId')
      .leftJoin('deviceContact', 'deviceContact.deviceId', 'device.id')
      .select([
        'device.id',
        'device.name',
        'device.warehouseId',
        'warehouse.name as warehouseName',
        'enrolledAt',
        'revokedAt',
        'lastContactAt',
        'unsent',
        'unsentParts',
      ])
      .orderBy('revokedAt')
      .orderBy('enrolledAt'),
  )
  return rows.map((row) => {
    const lastContactAt = row.lastContactAt as Instant | null
    const heardAt = lastContactAt ?? row.enrolledAt
    const isQuiet = msFromInstant(now) - msFromInstant(heardAt) > SILENT_AFTER_MS
    return {
      ...row,
      warehouseName: row.warehouseName ?? row.warehouseId,
      lastContactAt,
      unsent: row.unsent ?? 0,
      unsentParts: row.unsentParts ?? 0,
      silent: row.revokedAt === null && isQuiet,
    }
  })
}
