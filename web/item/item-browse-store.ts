import type { Item } from '#shared/item/item'
import type { LedgerDatabase } from '../database/ledger-database.ts'

/** Goods that carry no number, by name: their ids begin with `item:`, so the walk meets nothing else. */
export async function listItemsWithoutCode(db: LedgerDatabase, limit: number): Promise<Item[]> {
  const rows = await db.items
    .where('id')
    .startsWith('item:')
    .filter(({ deleted }) => !deleted)
    .limit(limit * 4)
    .toArray()
  return rows
    .map(({ body }) => body)
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
    .slice(0, limit)
}
