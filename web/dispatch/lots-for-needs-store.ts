import type { Need } from '#shared/case-file/case-file'
import { needsServedBy } from '#shared/case-file/needs-progress'
import type { LotInPlace } from '#shared/stock/fefo'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readItems } from '../item/item-store.ts'
import { stockByItem } from '../lot/stock-store.ts'

/** What lies on the shelves for each need, by its place in the list. */
export async function readLotsForNeeds(
  db: LedgerDatabase,
  needs: readonly Need[],
): Promise<readonly (readonly LotInPlace[])[]> {
  if (needs.length === 0) return []
  const stock = await stockByItem(db)
  const itemById = await readItems(
    db,
    stock.map(({ itemId }) => itemId),
  )
  const lots: LotInPlace[][] = needs.map(() => [])
  for (const { itemId, lots: own } of stock) {
    const item = itemById.get(itemId)
    if (!item) continue
    for (const index of needsServedBy(item, needs)) {
      lots[index]!.push(
        ...own.map(({ lotId, shelfId, quantity }) => ({ lotId, locationId: shelfId, quantity })),
      )
    }
  }
  return lots
}
