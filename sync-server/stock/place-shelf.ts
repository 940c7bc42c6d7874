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
  db.prepare(`DELETE FROM "warehouseLocation" WHERE "locationId" = ? AND "warehouseId" <> ?`).run(
    id,
    warehouseId,
  )
  const touched = db.prepare(`SELECT 1 FROM "stock" WHERE "locationId" = ? LIMIT 1`).get(id)
  if (!touched) return
  db.prepare(`INSERT OR IGNORE INTO "warehouseLocation" VALUES (?, ?)`).run(warehouseId, id)
  db.prepare(
    `INSERT OR IGNORE INTO "movementVisible" ("warehouseId", "seq")
     SELECT ?, "movementLine"."seq" FROM "stock" JOIN "movementLine" ON "movementLine"."lotId" = "stock"."lotId"
     WHERE "stock"."locationId" = ? AND "stock"."locationId" IN ("movementLine"."fromId", "movementLine"."toId")`,
  ).run(warehouseId, id)
}
