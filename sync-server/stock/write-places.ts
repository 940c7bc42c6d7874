import type { WriterDb } from '../database/writer-db.ts'

/** Notes which warehouse sees the stock of which place, once each. */
export function writePlaces(db: WriterDb, places: Iterable<readonly [string, string]>): void {
  const insert = db.prepare(`INSERT OR IGNORE INTO "warehouseLocation" VALUES (?, ?)`)
  for (const [locationId, warehouseId] of places) {
    const key = placeKey(locationId)
    if (db.remembered.get(key) === warehouseId) continue
    insert.run(warehouseId, locationId)
    db.remembered.set(key, warehouseId)
  }
}

/** To be called when a place may have changed hands. */
export function forgetPlace(db: WriterDb, locationId: string): void {
  db.remembered.delete(placeKey(locationId))
}

function placeKey(locationId: string): string {
  return `place|${locationId}`
}
