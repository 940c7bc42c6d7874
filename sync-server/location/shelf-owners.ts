import type { ShelfOwners } from '#shared/movement/movement-places'
import type { WriterDb } from '../database/writer-db.ts'

/** Whose shelf it is by the documents, deleted ones too. Asks once per id. */
export function createShelfOwners(db: WriterDb): ShelfOwners {
  const now = db.prepare(
    `SELECT "body" ->> 'warehouseId' AS "warehouseId" FROM "document" WHERE "collection" = 'locations' AND "id" = ?`,
  )
  const ever = db.prepare(
    `SELECT DISTINCT "body" ->> 'warehouseId' AS "warehouseId" FROM "documentHistory"
     WHERE "collection" = 'locations' AND "id" = ? AND "body" ->> 'warehouseId' IS NOT NULL`,
  )
  return {
    now: rememberById(
      (id) => (now.get(id) as { warehouseId: string | null } | undefined)?.warehouseId ?? undefined,
    ),
    ever: rememberById((id) =>
      (ever.all(id) as { warehouseId: string }[]).map(({ warehouseId }) => warehouseId),
    ),
  }
}

function rememberById<Value>(read: (id: string) => Value): (id: string) => Value {
  const valueById = new Map<string, Value>()
  return (id) => {
    if (!valueById.has(id)) valueById.set(id, read(id))
    return valueById.get(id) as Value
  }
}
