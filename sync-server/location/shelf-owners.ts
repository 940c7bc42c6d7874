import type { Location } from '#shared/location/location'
import type { ShelfOwners } from '#shared/movement/movement-places'
import type { WriterDb } from '../database/writer-db.ts'

const OWNERS = 'owners'

/** Whose shelf it is, and ever was, by its documents, deleted ones too. */
export function createShelfOwners(db: WriterDb): ShelfOwners {
  const remembered = db.remembered<readonly string[]>(OWNERS)
  const ownersOf = (id: string): readonly string[] => {
    const known = remembered.get(id)
    if (known) return known
    const owners = readOwners(db, id)
    remembered.set(id, owners)
    return owners
  }
  return { now: (id) => ownersOf(id).at(-1), ever: ownersOf }
}

/** To be called when the document of a shelf changes. */
export function forgetShelfOwners(db: WriterDb, id: string): void {
  db.remembered(OWNERS).delete(id)
}

/** Each once, the present one last. */
function readOwners(db: WriterDb, id: string): readonly string[] {
  const rows = db
    .prepare(
      `SELECT "body" FROM "documentHistory" WHERE "collection" = 'locations' AND "id" = ? ORDER BY "version" DESC`,
    )
    .all(id) as { body: string }[]
  const owners = rows.map(({ body }) => (JSON.parse(body) as Location).warehouseId)
  return [...new Set(owners.filter((owner) => owner !== undefined))].reverse()
}
