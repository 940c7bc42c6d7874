import { locationKind, locationSubject, type LocationId } from '#shared/location/location'
import type { WriterDb } from '../database/writer-db.ts'

/** Whether the goods on this way are below nothing because two people handed them over. */
export function isHandedOverTwice(db: WriterDb, locationId: LocationId): boolean {
  if (locationKind(locationId) !== 'transit') return false
  return (
    db
      .prepare(`SELECT 1 FROM "finding" WHERE "key" = ? AND "open" = 1`)
      .get(twiceKey(locationSubject(locationId))) !== undefined
  )
}

export function twiceKey(consignmentId: string): string {
  return `delivered-twice|${consignmentId}`
}
