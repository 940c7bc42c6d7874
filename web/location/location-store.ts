import type { Location } from '#shared/location/location'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'

/** The shelves of this tablet's warehouse, by code. */
export async function listShelves(db: LedgerDatabase): Promise<Location[]> {
  const [identity, rows] = await Promise.all([
    readMeta(db, 'identity'),
    db.locations.where('body.kind').equals('shelf').toArray(),
  ])
  return rows
    .filter(({ deleted, body }) => !deleted && body.warehouseId === identity?.warehouseId)
    .map(({ body }) => body)
    .sort((a, b) => a.code.localeCompare(b.code, 'vi', { numeric: true }))
}
