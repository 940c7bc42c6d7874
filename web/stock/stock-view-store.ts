import { fold } from '#shared/i18n/fold'
import type { Item } from '#shared/item/item'
import { locationKind, type Location } from '#shared/location/location'
import { parseLotId, type Lot } from '#shared/lot/lot'
import type { LocalDate } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { StockRow } from '../database/ledger-rows.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'

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
  /** Folded name, number, lot and shelf. Only made for those who search. */
  readonly searched: () => string
}

/** Asking for each takes longer than reading the whole catalogue from about here on. */
const ASKED_ONE_BY_ONE_MAX = 300

/** As many as the tallest screen shows. */
const FIRST_ITEMS = 16

/** Everything on the shelves of this warehouse. */
export async function readStockLines(db: LedgerDatabase): Promise<StockLine[]> {
  return describeRows(db, await readShelfRows(db))
}

/**
 * What the list by item begins with, as it stands now, without reading the whole catalogue: in the order of the last
 * time that the whole list was shown. Undefined when that is not known of every item that is there.
 */
export async function readFirstStockLines(db: LedgerDatabase): Promise<StockLine[] | undefined> {
  const [order = [], rows] = await Promise.all([readMeta(db, 'stockOrder'), readShelfRows(db)])
  const rowsByItemId = Map.groupBy(rows, ({ itemId }) => itemId as string)
  const known = order.filter((itemId) => rowsByItemId.has(itemId))
  if (known.length < rowsByItemId.size) return undefined
  return describeRows(
    db,
    known.slice(0, FIRST_ITEMS).flatMap((itemId) => rowsByItemId.get(itemId)!),
  )
}

/** Keeps the order of the whole list, for the next start. */
export async function rememberStockOrder(db: LedgerDatabase, itemIds: readonly string[]): Promise<void> {
  const before = await readMeta(db.relaxed, 'stockOrder')
  if (before?.join() === itemIds.join()) return
  await writeMeta(db.relaxed, 'stockOrder', itemIds)
}

async function readShelfRows(db: LedgerDatabase): Promise<StockRow[]> {
  const rows = await db.stock.toArray()
  return rows.filter(
    ({ locationId, ordered, pending }) =>
      locationKind(locationId) === 'shelf' && (ordered + pending !== 0 || pending !== 0),
  )
}

async function describeRows(db: LedgerDatabase, rows: readonly StockRow[]): Promise<StockLine[]> {
  const [itemById, shelves] = await Promise.all([
    readItems(db, [...new Set(rows.map(({ itemId }) => itemId))]),
    db.locations.where('body.kind').equals('shelf').toArray(),
  ])
  const shelfById = new Map(shelves.map(({ id, body }) => [id, body]))
  return rows.map(({ locationId, lotId, itemId, leavesBefore, ordered, pending }) => {
    const [item, lot, shelf] = [itemById.get(itemId), parseLotId(lotId), shelfById.get(locationId)]
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
      searched: once(() => {
        const gtin = /^gtin:0*(\d+)$/.exec(itemId)?.[1]
        const words = [item?.name, item?.nameEn, gtin, lot?.lotNumber, shelf?.code, shelf?.name]
        return fold(words.filter(Boolean).join(' '))
      }),
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

function once(make: () => string): () => string {
  let made: string | undefined
  return () => (made ??= make())
}
