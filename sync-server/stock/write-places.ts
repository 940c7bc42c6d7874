import { locationKind, type LocationId } from '#shared/location/location'
import { insertRows } from '../database/insert-rows.ts'
import type { WriterDb } from '../database/writer-db.ts'

const PLACES = 'places'

/** Notes which warehouse sees the stock of which place, once each. */
export function writePlaces(db: WriterDb, places: ReadonlyMap<string, string>): void {
  const remembered = db.remembered<string>(PLACES)
  const rows: [string, string][] = []
  for (const [locationId, warehouseId] of places) {
    if (remembered.get(locationId) === warehouseId) continue
    rows.push([warehouseId, locationId])
    // Goods are on their way once and the shelves stay: only these are worth remembering.
    if (locationKind(locationId as LocationId) === 'shelf') remembered.set(locationId, warehouseId)
  }
  insertRows(db, `INSERT OR IGNORE INTO "warehouseLocation"`, rows)
}

/** To be called when a place may have changed hands. */
export function forgetPlace(db: WriterDb, locationId: string): void {
  db.remembered(PLACES).delete(locationId)
}
