import type { Item } from '#shared/item/item'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { searchRows } from '../database/search-rows.ts'

/** The item that carries this number, or one of whose packs does; `packQuantity` is how many base units that pack holds. */
export async function findItemByGtin(
  db: LedgerDatabase,
  gtin: string,
): Promise<{ readonly item: Item; readonly packQuantity: number } | undefined> {
  const rows = await db.items.where('gtins').equals(gtin).toArray()
  // The item's own number first: a pack of one may be an item of another.
  const own = rows.find(({ body }) => body.gtin === gtin)
  if (own) return { item: own.body, packQuantity: 1 }
  const pack = rows[0]?.body.packs.find((each) => each.gtin === gtin)
  return rows[0] && pack && { item: rows[0].body, packQuantity: pack.quantity }
}

export async function readItem(db: LedgerDatabase, itemId: string): Promise<Item | undefined> {
  return (await db.items.get(itemId))?.body
}

/** Items by id, for lists; deleted ones too, since goods of theirs may still be there. */
export async function readItems(
  db: LedgerDatabase,
  itemIds: Iterable<string>,
): Promise<ReadonlyMap<string, Item>> {
  const rows = await db.items.bulkGet([...new Set(itemIds)])
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.body] as const] : [])))
}

export async function searchItems(db: LedgerDatabase, query: string, limit: number): Promise<Item[]> {
  const rows = await searchRows(db.items, query, limit)
  return rows.map(({ body }) => body)
}

/** All items by name, for browsing without a query; a walk of one page along the primary key. */
export async function listItems(db: LedgerDatabase, limit: number): Promise<Item[]> {
  const rows = await db.items.limit(limit * 2).toArray()
  return rows
    .filter(({ deleted }) => !deleted)
    .slice(0, limit)
    .map(({ body }) => body)
}
