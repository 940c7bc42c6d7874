import type { Movement } from '#shared/movement/movement'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readItems } from '../item/item-store.ts'
import type { KnownNames } from './place-words.ts'

/** The names of everything that some movements speak of, and of some goods besides. */
export async function readNames(
  db: LedgerDatabase,
  movements: readonly Movement[],
  itemIds: readonly string[] = [],
): Promise<KnownNames> {
  const lines = movements.flatMap((movement) => movement.lines)
  const placeIds = [...new Set(lines.flatMap(({ fromId, toId }) => [fromId as string, toId as string]))]
  const caseFileIds = [
    ...movements.flatMap(({ caseFileId }) => (caseFileId === undefined ? [] : [caseFileId as string])),
    ...placeIds.filter((id) => id.startsWith('case-file:')).map((id) => id.slice('case-file:'.length)),
  ]
  const [items, locations, donors, caseFiles, staff] = await Promise.all([
    readItems(db, [...itemIds, ...lines.map(({ itemId }) => itemId)]),
    db.locations.bulkGet(placeIds),
    db.donors.bulkGet(placeIds),
    db.caseFiles.bulkGet([...new Set(caseFileIds)]),
    db.staff.bulkGet([...new Set(movements.map(({ staffId }) => staffId as string))]),
  ])
  return {
    items,
    locations: bodyById(locations),
    donors: bodyById(donors),
    caseFiles: bodyById(caseFiles),
    staff: new Map(staff.flatMap((row) => (row ? [[row.id, row.body.name] as const] : []))),
  }
}

function bodyById<Body>(
  rows: readonly ({ readonly id: string; readonly body: Body } | undefined)[],
): ReadonlyMap<string, Body> {
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.body] as const] : [])))
}
