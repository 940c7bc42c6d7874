import type { WaitingList } from '#shared/desk/desk-trip-wire'
import type { Consignment, ConsignmentId } from '#shared/consignment/consignment'
import type { Instant } from '#shared/time/time'
import { inList } from '../database/in-list.ts'
import type { Reader } from '../database/open-reader.ts'
import { describeConsignments } from './describe-consignments.ts'
import { readGoodsInTransit } from './read-goods.ts'

/** As many consignments are looked at for one answer; most of them have long been handed over. */
const LOOKED_AT = 1_000

/** What left a warehouse and is on no trip yet, newest first. */
export function readWaiting(
  reader: Reader,
  {
    warehouse,
    before,
    at,
  }: { readonly warehouse: string; readonly before?: number | undefined; readonly at: Instant },
): WaitingList {
  const rows = reader.all(
    reader.query
      .selectFrom('document')
      .select(['version', 'body'])
      .where('collection', '=', 'consignments')
      .where('version', '<', before ?? Number.MAX_SAFE_INTEGER)
      .orderBy('version', 'desc')
      .limit(LOOKED_AT),
  )
  const consignments = rows
    .map(({ body }) => JSON.parse(body) as Consignment)
    .filter(({ warehouseId, caseFileId }) => warehouseId === warehouse && caseFileId !== undefined)
  const ids = consignments.map(({ id }) => id)
  const goods = readGoodsInTransit(reader, ids)
  const onTrips = readOnTrips(reader, ids)
  const waiting = consignments.filter(({ id }) => goods.has(id) && !onTrips.has(id))
  const described = describeConsignments(reader, waiting, goods, at)
  return {
    rows: waiting.map(({ id, dispatchedAt }) => ({ ...described.get(id)!, dispatchedAt })),
    older: rows.length < LOOKED_AT ? null : rows.at(-1)!.version,
  }
}

function readOnTrips(reader: Reader, ids: readonly ConsignmentId[]): Set<string> {
  const rows = reader.all(
    reader.query.selectFrom('tripStop').select('consignmentId').where('consignmentId', 'in', inList(ids)),
  )
  return new Set(rows.map(({ consignmentId }) => consignmentId))
}
