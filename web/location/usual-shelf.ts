import type { Location, LocationId } from '#shared/location/location'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'

/** The shelf goods went to last on this tablet, while it still exists; the only one where there is no choice. */
export async function readUsualShelf(
  db: LedgerDatabase,
  shelves: readonly Location[],
): Promise<LocationId | undefined> {
  const last = await readMeta(db, 'usualShelf')
  const known = shelves.find(({ id }) => id === last)
  return known?.id ?? (shelves.length === 1 ? shelves[0]?.id : undefined)
}

/** On disk when it resolves. */
export function rememberShelf(db: LedgerDatabase, id: LocationId): Promise<void> {
  return writeMeta(db, 'usualShelf', id)
}
