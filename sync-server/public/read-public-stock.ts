import { sql } from 'kysely'
import type { Finding } from '#shared/finding/finding'
import type { Item, ItemId } from '#shared/item/item'
import type { PublicItem, PublicStock } from '#shared/sync/wire'
import { dayInVietnam, type Instant, type LocalDate } from '#shared/time/time'
import { readHead } from '../database/change-watch.ts'
import type { Reader } from '../database/open-reader.ts'
import { fillDays, firstDayShown, type PublicDay } from './fill-days.ts'
import { nameUnknownItem } from './name-unknown-item.ts'
import { readPublicDevices } from './read-public-devices.ts'
import { totalByCategory } from './total-by-category.ts'

type NamedItem = Pick<Item, 'name' | 'nameEn' | 'category' | 'baseUnit' | 'unit'>

/**
 * Reads what everyone may know, from projections only: never the ledger, never a person, a donor, a device or a case
 * file. Names of items are kept until a document changes.
 */
export function createPublicStockReader(reader: Reader, { demo }: { readonly demo: boolean }) {
  let itemById = new Map<string, NamedItem>()
  let documentVersion = -1

  return function readPublicStock(asOf: Instant): PublicStock {
    return reader.atOneMoment(() => {
      const head = readHead(reader)
      if (head.documentVersion !== documentVersion) {
        itemById = readItems(reader)
        documentVersion = head.documentVersion
      }
      const items = readTotals(reader, itemById)
      return {
        asOf,
        head: head.seq,
        demo,
        devices: readPublicDevices(reader, asOf),
        items,
        categories: totalByCategory(items),
        caseFilesHelped: readCaseFilesHelped(reader),
        handovers: readHandoverTotals(reader),
        days: readDays(reader, dayInVietnam(asOf)),
      }
    })
  }
}
export type ReadPublicStock = ReturnType<typeof createPublicStockReader>

function readItems(reader: Reader): Map<string, NamedItem> {
  const rows = reader.all(
    reader.query.selectFrom('document').select(['id', 'body']).where('collection', '=', 'items'),
  )
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as Item]))
}

function readTotals(reader: Reader, itemById: ReadonlyMap<string, NamedItem>): PublicItem[] {
  const expiryByItem = readNextExpiry(reader)
  const inQuestion = readItemsInQuestion(reader)
  const totals = reader.all(reader.query.selectFrom('itemTotal').selectAll().orderBy('itemId'))
  return totals.map(({ itemId, ...quantities }) => {
    const { name, nameEn, category, baseUnit, unit } = itemById.get(itemId) ?? nameUnknownItem(itemId)
    return {
      itemId: itemId as ItemId,
      name,
      ...(nameEn !== undefined && { nameEn }),
      category,
      baseUnit,
      unit,
      inStock: quantities.inStock,
      inTransit: quantities.inTransit,
      received: quantities.received,
      dispatched: quantities.dispatched,
      delivered: quantities.delivered,
      nextExpiryOn: expiryByItem.get(itemId) ?? null,
      inQuestion: inQuestion.has(itemId),
    }
  })
}

/** The nearest expiry among goods that are really on a shelf. As literals: only then SQLite uses its partial index. */
function readNextExpiry(reader: Reader): Map<string, LocalDate> {
  const rows = reader.all(
    reader.query
      .selectFrom('stock')
      .select(({ fn }) => ['itemId', fn.min('expiresOn').as('expiresOn')])
      .where('locationKind', '=', sql.lit('shelf'))
      .where('quantity', '>', 0)
      .where('expiresOn', 'is not', null)
      .groupBy('itemId'),
  )
  return new Map(rows.map(({ itemId, expiresOn }) => [itemId, expiresOn as LocalDate]))
}

function readItemsInQuestion(reader: Reader): Set<string> {
  const rows = reader.all(
    reader.query
      .selectFrom('finding')
      .select('itemId')
      .distinct()
      .where('open', '=', 1)
      .where('kind', '=', 'below-zero')
      .where('itemId', 'is not', null),
  )
  return new Set([...rows.map(({ itemId }) => itemId!), ...readItemsDeliveredTwice(reader)])
}

/** Goods that are counted twice until one of two handovers is corrected. */
function readItemsDeliveredTwice(reader: Reader): string[] {
  const rows = reader.all(
    reader.query
      .selectFrom('finding')
      .select('detail')
      .where('open', '=', 1)
      .where('kind', '=', 'delivered-twice'),
  )
  return rows.flatMap(
    ({ detail }) => (JSON.parse(detail) as Extract<Finding, { kind: 'delivered-twice' }>).itemIds,
  )
}

function readCaseFilesHelped(reader: Reader): number {
  const row = reader.get(
    reader.query
      .selectFrom('caseFileHelped')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('quantity', '>', sql.lit(0)),
  )
  return row?.count ?? 0
}

/** Where nothing was handed over there is nothing to confirm. */
function readHandoverTotals(reader: Reader): PublicStock['handovers'] {
  const rows = reader.all(
    reader.query
      .selectFrom('handover')
      .select(({ fn }) => ['complete', fn.countAll<number>().as('count')])
      .where('outcome', '<>', sql.lit('none'))
      .groupBy('complete'),
  )
  const count = (complete: 0 | 1) => rows.find((row) => row.complete === complete)?.count ?? 0
  return { complete: count(1), waiting: count(0) }
}

function readDays(reader: Reader, today: LocalDate): PublicDay[] {
  const rows = reader.all(
    reader.query
      .selectFrom('dayTotal')
      .selectAll()
      .where('on', '>=', firstDayShown(today))
      .where('on', '<=', today),
  )
  return fillDays(
    rows.map((row) => ({
      on: row.on as LocalDate,
      intakes: row.intakes,
      dispatches: row.dispatches,
      deliveries: row.deliveries,
    })),
    today,
  )
}
