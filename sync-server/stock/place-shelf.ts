import type { Location } from '#shared/location/location'
import { forgetShelfOwners } from '../location/shelf-owners.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { forgetPlace } from './write-places.ts'

/**
 * A shelf belongs to the warehouse its document names. That warehouse sees its stock, and also the movements that
 * touched it before anybody had said whose shelf it is; who could see them before still may.
 */
export function placeShelf(db: WriterDb, { id, kind, warehouseId }: Location): void {
  forgetShelfOwners(db, id)
  forgetPlace(db, id)
  if (kind !== 'shelf' || warehouseId === undefined) return
  const placed = db.prepare(`SELECT "warehouseId" FROM "warehouseLocation" WHERE "locationId" = ?`).all(id)
  const owners = placed as { warehouseId: string }[]
  if (owners.length === 0 || (owners.length === 1 && owners[0]?.warehouseId === warehouseId)) return

  db.prepare(`DELETE FROM "warehouseLocation" WHERE "locationId" = ?`).run(id)
  db.prepare(`INSERT INTO "warehouseLocation" VALUES (?, ?)`).run(warehouseId, id)
  // A walk through the whole log, but only when goods were put on a shelf before anybody had said whose it is.
  db.prepare(
    `INSERT OR IGNORE INTO "movementVisible" ("warehouseId", "seq")
     SELECT ?, "seq" FROM "movementLine" WHERE ? IN ("fromId", "toId")`,
  ).run(warehouseId, id)
}
