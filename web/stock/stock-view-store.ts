import { fold } from '#shared/i18n/fold'
import type { Item } from '#shared/item/item'
import { locationKind, type Location } from '#shared/location/location'
import { parseLotId, type Lot } from '#shared/lot/lot'
import type { LocalDate } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'

/** One lot on one shelf with all that a person looks for it by. */
export interface StockLine {
  readonly key: string
  /** Missing for goods this tablet has no description of yet. */
  readonly item: Item | undefined
  readonly itemId: string
  readonly lot: Lot | undefined
  readonly shelf: Location | undefined
  readonly shelfId: string
  readonly quantity: number
  /** The part of it that the server has not put in order yet. */
  readonly pending: number
  readonly leavesBefore?: LocalDate
  /** Folded name, number, lot and shelf. */
  readonly searched: string
}

/** Asking for each takes longer than reading the whole catalogue from about here on. */
const ASKED_ONE_BY_ONE_MAX = 300

/** Everything on the shelves of this warehouse. */
export async function readStockLines(db: LedgerDatabase): Promise<StockLine[]> {
  const rows = (await db.stock.toArray()).filter(
    ({ locationId, ordered, pending }) =>
      locationKind(locationId) === 'shelf' && (ordered + pending !== 0 || pending !== 0),
  )
  const itemById = await readItems(db, [...new Set(rows.map(({ itemId }) => itemId))])
  const shelfById = new Map(
    (await db.locations.where('body.kind').equals('shelf').toArray()).map(({ id, body }) => [id, body]),
  )
  return rows.map(({ locationId, lotId, itemId, leavesBefore, ordered, pending }) => {
    const [item, lot, shelf] = [itemById.get(itemId), parseLotId(lotId), shelfById.get(locationId)]
    const gtin = /^gtin:0*(\d+)$/.exec(itemId)?.[1]
    return {
      key: `${locationId}|${lotId}`,
      item,
      itemId,
      lot,
      shelf,
      shelfId: locationId,
      quantity: ordered + pending,
      pending,
      ...(leavesBefore && { leavesBefore }),
      searched: fold(
        [item?.name, item?.nameEn, gtin, lot?.lotNumber, shelf?.code, shelf?.name].filter(Boolean).join(' '),
      ),
    }
  })
}

async function readItems(
  db: LedgerDatabase,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, Item | undefined>> {
  const rows =
    itemIds.length > ASKED_ONE_BY_ONE_MAX ? await db.items.toArray() : await db.items.bulkGet([...itemIds])
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.body] as const] : [])))
}
