import { locationKind, type LocationId } from '#shared/location/location'
import type { ItemId } from '#shared/item/item'
import type { LotId } from '#shared/lot/lot'
import type { LocalDate } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { StockRow } from '../database/ledger-rows.ts'

/** One lot on one shelf as it stands now, own unsent movements included. May be below zero until an intake arrives. */
export interface LotOnShelf {
  readonly itemId: ItemId
  readonly lotId: LotId
  readonly shelfId: LocationId
  readonly quantity: number
  readonly leavesBefore?: LocalDate
}

/** The lots of one item, first to leave first; those that keep come last. What FEFO chooses from. */
export async function lotsOnShelves(db: LedgerDatabase, itemId: ItemId): Promise<LotOnShelf[]> {
  const rows = await db.stock.where('itemId').equals(itemId).toArray()
  return onShelves(rows).sort(byLeaving)
}

export interface ItemStock {
  readonly itemId: ItemId
  readonly quantity: number
  readonly lots: readonly LotOnShelf[]
}

/** Everything on the shelves, item by item. */
export async function stockByItem(db: LedgerDatabase): Promise<ItemStock[]> {
  return groupByItem(onShelves(await db.stock.toArray()))
}

function onShelves(rows: readonly StockRow[]): LotOnShelf[] {
  return rows.flatMap(({ itemId, lotId, locationId, leavesBefore, ordered, pending }) =>
    locationKind(locationId) === 'shelf' && ordered + pending !== 0
      ? [
          {
            itemId,
            lotId,
            shelfId: locationId,
            quantity: ordered + pending,
            ...(leavesBefore && { leavesBefore }),
          },
        ]
      : [],
  )
}

function groupByItem(lots: readonly LotOnShelf[]): ItemStock[] {
  const lotsByItemId = Map.groupBy(lots, ({ itemId }) => itemId)
  return [...lotsByItemId].map(([itemId, own]) => ({
    itemId,
    quantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
    lots: own.toSorted(byLeaving),
  }))
}

function byLeaving(a: LotOnShelf, b: LotOnShelf): number {
  const [dayA, dayB] = [a.leavesBefore ?? '9999-99-99', b.leavesBefore ?? '9999-99-99']
  if (dayA !== dayB) return dayA < dayB ? -1 : 1
  const [keyA, keyB] = [`${a.lotId}|${a.shelfId}`, `${b.lotId}|${b.shelfId}`]
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0
}
