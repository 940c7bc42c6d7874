import { fold } from '#shared/i18n/fold'
import type { Location, LocationId, WarehouseId } from '#shared/location/location'
import type { Warehouse } from '#shared/location/warehouse'
import { err, ok, type Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument } from '../document/put-document.ts'

/** Ids count 1, 2, 3 …, so that a shelf's label needs digits only. */
export function addWarehouse(
  db: WriterDb,
  { code, name, at }: { readonly code: string; readonly name: string; readonly at: Instant },
): Result<Warehouse, { readonly kind: 'code-taken' }> {
  const codeFolded = fold(code)
  const warehouses = db.all(db.query.selectFrom('warehouse').select(['id', 'codeFolded']))
  if (warehouses.some((it) => it.codeFolded === codeFolded)) return err({ kind: 'code-taken' })
  const numbers = warehouses.map(({ id }) => Number(id)).filter(Number.isSafeInteger)
  const id = String(Math.max(0, ...numbers) + 1) as WarehouseId
  db.run(db.query.insertInto('warehouse').values({ id, code, codeFolded, name, lastShelf: 0, createdAt: at }))
  return ok({ id, code, name })
}

export interface NewShelf {
  readonly warehouseId: WarehouseId
  readonly code: string
  readonly name: string
  readonly changedBy: string
  readonly at: Instant
}

export type ShelfRefusal = { readonly kind: 'warehouse-unknown' } | { readonly kind: 'code-taken' }

/** The id ends in a number that is never given again; the code on the shelf is unique in its warehouse. */
export function addShelf(
  db: WriterDb,
  { warehouseId, code, name, changedBy, at }: NewShelf,
): Result<Location, ShelfRefusal> {
  const warehouse = db.get(db.query.selectFrom('warehouse').selectAll().where('id', '=', warehouseId))
  if (!warehouse) return err({ kind: 'warehouse-unknown' })
  const taken = db
    .all(
      db.query
        .selectFrom('document')
        .select('body')
        .where('collection', '=', 'locations')
        .where('id', '>=', `shelf:${warehouseId}.`)
        .where('id', '<', `shelf:${warehouseId}/`)
        .where('deleted', '=', 0),
    )
    .some(({ body }) => fold((JSON.parse(body) as Location).code) === fold(code))
  if (taken) return err({ kind: 'code-taken' })

  const number = warehouse.lastShelf + 1
  const id = `shelf:${warehouseId}.${number}` as LocationId
  const shelf: Location = { id, kind: 'shelf', warehouseId, code, name }
  db.run(db.query.updateTable('warehouse').set({ lastShelf: number }).where('id', '=', warehouseId))
  putDocument(db, { collection: 'locations', id, body: shelf, warehouseId, changedBy, at })
  return ok(shelf)
}
