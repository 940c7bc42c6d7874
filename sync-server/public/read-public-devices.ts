import { SILENT_AFTER_MS } from '#shared/sync/limits'
import type { PublicStock } from '#shared/sync/wire'
import { msFromInstant, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'

/** How many devices keep the books and how many of them are silent: counts, never which. */
export function readPublicDevices(reader: Reader, now: Instant): PublicStock['devices'] {
  const rows = reader.all(
    reader.query
      .selectFrom('device')
      .leftJoin('deviceContact', 'deviceContact.deviceId', 'device.id')
      .select(['enrolledAt', 'lastContactAt', 'unsent'])
      .where('revokedAt', 'is', null),
  )
  const silentSince = rows
    .map(({ enrolledAt, lastContactAt }) => (lastContactAt as Instant | null) ?? enrolledAt)
    .filter((heardAt) => msFromInstant(now) - msFromInstant(heardAt) > SILENT_AFTER_MS)
    .sort()
  return {
    enrolled: rows.length,
    silent: silentSince.length,
    unsent: rows.reduce((sum, { unsent }) => sum + (unsent ?? 0), 0),
    silentSince: silentSince[0] ?? null,
  }
}
