import type { Table } from 'dexie'
import { fold } from '#shared/i18n/fold'
import type { Item } from '#shared/item/item'
import { locationKind, type Location, type LocationId } from '#shared/location/location'
import { itemIdOfLot, parseLotId, type Lot, type LotId } from '#shared/lot/lot'
import type { LocalDate } from '#shared/time/time'
import type { LedgerConnection, LedgerDatabase } from '../database/ledger-database.ts'
import type { DocumentRow, StockRow } from '../database/ledger-rows.ts'
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

/** Asking for each takes longer than reading all of them from about here on. */
const ASKED_ONE_BY_ONE_MAX = 300

/** As many as the tallest screen shows. */
const FIRST_ITEMS = 16

/** Everything on the shelves of this warehouse. */
export async function readStockLines(db: LedgerDatabase): Promise<StockLine[]> {
  return describeRows(db, await readShelfRows(db))
}

/**
 * What the list by item begins with, as it stands now, without reading all rows or the whole catalogue: in the order of
 * the last time that the whole list was shown. Undefined when that is not known of every item that is there.
 */
export async function readFirstStockLines(db: LedgerDatabase): Promise<StockLine[] | undefined> {
  const kept = await db.firstStock.get('by-item')
  return kept ? describe(kept) : readFirstByKey(db)
}

/** Where something has changed since. */
async function readFirstByKey(db: LedgerDatabase): Promise<StockLine[] | undefined> {
  return db.transaction('r', [db.meta, db.stock, db.items, db.locations], async () => {
    const [order = [], keys] = await Promise.all([readMeta(db, 'stockOrder'), readShelfKeys(db)])
    const keysByItemId = Map.groupBy(keys, ([, lotId]) => itemIdOfLot(lotId) as string)
    const known = order.filter((itemId) => keysByItemId.has(itemId))
    if (known.length < keysByItemId.size) return undefined
    const firstKeys = known.slice(0, FIRST_ITEMS).flatMap((itemId) => keysByItemId.get(itemId)!)
    const rows = await db.stock.bulkGet(firstKeys)
    return describeRows(db, rows.filter((row) => row !== undefined).filter(isShown))
  })
}

/** Keeps the order of the whole list and what stands at its beginning, for the next start. */
export async function rememberStockList(db: LedgerDatabase, itemIds: readonly string[]): Promise<void> {
  const { relaxed } = db
  const tables = [relaxed.meta, relaxed.firstStock, relaxed.stock, relaxed.items, relaxed.locations]
  await relaxed.transaction('rw', tables, async () => {
    const [before, kept] = await Promise.all([readMeta(relaxed, 'stockOrder'), relaxed.firstStock.count()])
    const isSameOrder = before?.join() === itemIds.join()
    if (isSameOrder && kept > 0) return
    if (!isSameOrder) await writeMeta(relaxed, 'stockOrder', itemIds)
    const firstIds = itemIds.slice(0, FIRST_ITEMS)
    const found = await relaxed.stock.where('itemId').anyOf(firstIds).toArray()
    const rows = found.filter(isOnShelf).filter(isShown)
    await relaxed.firstStock.put({ key: 'by-item', rows, ...(await readNames(relaxed, rows)) })
  })
}

async function readShelfRows(db: LedgerDatabase): Promise<StockRow[]> {
  const rows = await db.stock.toArray()
  return rows.filter(isOnShelf).filter(isShown)
}

/** The rows' keys say which lots lie where, in a fraction of the time that the rows take. */
async function readShelfKeys(db: LedgerDatabase): Promise<[LocationId, LotId][]> {
  const keys = (await db.stock.toCollection().primaryKeys()) as [LocationId, LotId][]
  return keys.filter(([locationId]) => locationKind(locationId) === 'shelf')
}

function isOnShelf({ locationId }: StockRow): boolean {
  return locationKind(locationId) === 'shelf'
}

function isShown({ ordered, pending }: StockRow): boolean {
  return ordered + pending !== 0 || pending !== 0
}

async function describeRows(db: LedgerConnection, rows: readonly StockRow[]): Promise<StockLine[]> {
  return describe({ rows, ...(await readNames(db, rows)) })
}

interface Described {
  readonly rows: readonly StockRow[]
  readonly items: readonly Item[]
  readonly shelves: readonly Location[]
}

function describe({ rows, items, shelves }: Described): StockLine[] {
  const itemById = new Map<string, Item>(items.map((item) => [item.id, item]))
  const shelfById = new Map<string, Location>(shelves.map((shelf) => [shelf.id, shelf]))
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

async function readNames(db: LedgerConnection, rows: readonly StockRow[]): Promise<Omit<Described, 'rows'>> {
  const [items, shelves] = await Promise.all([
    readBodies(db.items, new Set(rows.map(({ itemId }) => itemId))),
    readBodies(db.locations, new Set(rows.map(({ locationId }) => locationId))),
  ])
  return { items, shelves }
}

async function readBodies<Body>(
  table: Table<DocumentRow<Body>, string>,
  ids: ReadonlySet<string>,
): Promise<Body[]> {
  const rows = ids.size > ASKED_ONE_BY_ONE_MAX ? await table.toArray() : await table.bulkGet([...ids])
  return rows.flatMap((row) => (row ? [row.body] : []))
}

function once(make: () => string): () => string {
  let made: string | undefined
  return () => (made ??= make())
}
