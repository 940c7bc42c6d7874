import type { WriterDb } from '../database/writer-db.ts'

const PLACES = 'places'

/** Notes which warehouse sees the stock of which place, once each. */
export function writePlaces(db: WriterDb, places: Iterable<readonly [string, string]>): void {
  const insert = db.prepare(`INSERT OR IGNORE INTO "warehouseLocation" VALUES (?, ?)`)
  const remembered = db.remembered<string>(PLACES)
  for (const [locationId, warehouseId] of places) {
    if (remembered.get(locationId) === warehouseId) continue
    insert.run(warehouseId, locationId)
    remembered.set(locationId, warehouseId)
  }
}

/** To be called when a place may have changed hands. */
export function forgetPlace(db: WriterDb, locationId: string): void {
  db.remembered(PLACES).delete(locationId)
}
