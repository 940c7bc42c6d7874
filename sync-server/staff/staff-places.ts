import type { StaffId } from '#shared/staff/staff'
import type { Reader } from '../database/open-reader.ts'
import type { WriterDb } from '../database/writer-db.ts'

/** Communes and whole provinces that somebody looks after: requests from there are theirs to see first. */
export function setStaffPlaces(
  db: WriterDb,
  { staffId, placeCodes }: { readonly staffId: StaffId; readonly placeCodes: readonly string[] },
): void {
  db.run(db.query.deleteFrom('staffPlace').where('staffId', '=', staffId))
  for (const placeCode of new Set(placeCodes)) {
    db.run(db.query.insertInto('staffPlace').values({ staffId, placeCode }))
  }
}

export function readStaffPlaces(reader: Reader): Map<string, string[]> {
  const rows = reader.all(reader.query.selectFrom('staffPlace').selectAll().orderBy('placeCode'))
  const placesById = new Map<string, string[]>()
  for (const { staffId, placeCode } of rows) {
    placesById.set(staffId, [...(placesById.get(staffId) ?? []), placeCode])
  }
  return placesById
}
