import type { GoodsRow } from '#shared/desk/desk-trip-wire'
import type { Item, ItemId } from '#shared/item/item'
import { locationSubject, transitLocation, type LocationId } from '#shared/location/location'
import type { LotId } from '#shared/lot/lot'
import { sumGoods, type LotQuantity } from '#shared/trip/sum-goods'
import { inList } from '../database/in-list.ts'
import type { Reader } from '../database/open-reader.ts'

export type GoodsByConsignment = ReadonlyMap<string, readonly LotQuantity[]>

/** What is in transit of each of these consignments; those of which nothing is are left out. */
export function readGoodsInTransit(reader: Reader, consignmentIds: readonly string[]): GoodsByConsignment {
  const rows = reader.all(
    reader.query
      .selectFrom('stock')
      .select(['locationId', 'itemId', 'lotId', 'quantity'])
      .where('locationId', 'in', inList<string>(consignmentIds.map(transitLocation)))
      .where('quantity', '!=', 0),
  )
  return Map.groupBy(
    rows.map(({ locationId, itemId, lotId, quantity }) => ({
      consignmentId: locationSubject(locationId as LocationId),
      itemId: itemId as ItemId,
      lotId: lotId as LotId,
      quantity,
    })),
    ({ consignmentId }) => consignmentId,
  )
}

/** Summed by item, with what people call them, by name. */
export function nameGoods(rows: readonly LotQuantity[], itemById: ReadonlyMap<string, Item>): GoodsRow[] {
  return sumGoods(rows)
    .map(({ itemId, quantity, lots }) => {
      const {
        name = itemId.replace(/^(gtin:0*|item:)/, ''),
        nameEn,
        baseUnit = 'piece',
        unit = '',
      } = itemById.get(itemId) ?? {}
      return {
        itemId,
        name,
        ...(nameEn !== undefined && { nameEn }),
        baseUnit,
        unit,
        quantity,
        lots: [...lots],
      } satisfies GoodsRow
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}
