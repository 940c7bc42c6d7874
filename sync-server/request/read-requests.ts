import type * as v from 'valibot'
import type { LifeBody } from '#shared/case-file/life'
import type { RequestPage, RequestQuerySchema, RequestRow } from '#shared/desk/desk-request-wire'
import { parseTrackCode } from '#shared/request/track-code'
import type { StaffId } from '#shared/staff/staff'
import { DAY_MS, instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { LifeTables } from '../database/life-tables.ts'
import type { Reader } from '../database/open-reader.ts'
import { readPlaceNames } from '../place/places.ts'
import { requestCode } from './receive-request.ts'
import { trackHashOf } from './track-codes.ts'

export type RequestQuery = v.InferOutput<typeof RequestQuerySchema>
type LifeRow = LifeTables['caseLife']

/**
 * A page of the queue: one row a case file, whoever has waited longest first. Which ones they are is answered by an
 * index alone, however far the page is from the first; only then are their rows read.
 */
export function readRequests(
  reader: Reader,
  query: RequestQuery,
  { staffId, now }: { readonly staffId: StaffId; readonly now: Instant },
): RequestPage {
  const { page, limit, code } = query
  if (code !== undefined) {
    const rows = requestRows(reader, readByCode(reader, code))
    return { rows, total: rows.length, page, limit }
  }
  const [found, parameters] = findRequests(reader, query, { staffId, now })
  const { total } = reader.prepare(`SELECT count(*) AS "total" FROM (${found})`).get(...parameters) as {
    total: number
  }
  const ids = reader
    .prepare(`SELECT "caseFileId" FROM (${found}) ORDER BY "since", "caseFileId" LIMIT ? OFFSET ?`)
    .all(...parameters, limit, (page - 1) * limit) as { caseFileId: CaseFileId }[]
  const rows = reader
    .prepare(`SELECT * FROM "caseLife" WHERE "caseFileId" IN (SELECT "value" FROM json_each(?))`)
    .all(JSON.stringify(ids.map(({ caseFileId }) => caseFileId))) as LifeRow[]
  const rowById = new Map(rows.map((row) => [row.caseFileId, row]))
  const inOrder = ids.flatMap(({ caseFileId }) => rowById.get(caseFileId) ?? [])
  return { rows: requestRows(reader, inOrder), total, page, limit }
}

/** As it is read out on the phone: our own code, its number alone, or the one to follow it by. */
function readByCode(reader: Reader, typed: string): LifeRow[] {
  const code = /^\d{1,6}$/.test(typed) ? requestCode(Number(typed)) : typed
  const track = parseTrackCode(typed)
  return reader.all(
    reader.query
      .selectFrom('caseLife')
      .selectAll()
      .where('code', 'in', [code, code.toUpperCase()])
      .unionAll(
        reader.query
          .selectFrom('caseLife')
          .selectAll()
          .where('trackHash', 'is not', null)
          .where('trackHash', '=', track === undefined ? '' : trackHashOf(track)),
      ),
  )
}

/** The SQL of those that are asked for, each by an index of its own, and what fills it. */
function findRequests(
  reader: Reader,
  { step, place, waiting, mine }: RequestQuery,
  { staffId, now }: { readonly staffId: StaffId; readonly now: Instant },
): readonly [sql: string, parameters: unknown[]] {
  const before = waiting === undefined ? now : instantFromMs(msFromInstant(now) - waiting * DAY_MS)
  const select = (index: string, where: string) =>
    `SELECT "caseFileId", "since" FROM "caseLife" INDEXED BY "caseLife${index}"
     WHERE "mergedInto" IS NULL ${where} AND "step" = ? AND "since" <= ?`
  const [column, index] =
    place?.length === 2 ? (['provinceCode', 'ByProvince'] as const) : (['communeCode', 'ByCommune'] as const)
  if (mine === undefined) {
    if (place === undefined) return [select('ByStep', ''), [step, before]]
    return [select(index, `AND "${column}" = ?`), [place, step, before]]
  }
  const places = JSON.stringify(placesOf(reader, staffId))
  const inPlaces = `IN (SELECT "value" FROM json_each(?))`
  const own = [
    [select('Routed', `AND "routedTo" IS NOT NULL AND "routedTo" = ?`), [staffId, step, before]],
    [select('ByCommune', `AND "communeCode" ${inPlaces}`), [places, step, before]],
    [select('ByProvince', `AND "provinceCode" ${inPlaces}`), [places, step, before]],
  ] as const
  const all = own.map(([sql]) => sql).join(' UNION ')
  const parameters = own.flatMap(([, its]) => its)
  if (place === undefined) return [all, parameters]
  return [
    `SELECT * FROM (${all}) WHERE "caseFileId" IN (
       SELECT "caseFileId" FROM "caseLife" WHERE "mergedInto" IS NULL AND "${column}" = ?)`,
    [...parameters, place],
  ]
}

export function placesOf(reader: Reader, staffId: StaffId): string[] {
  return reader
    .all(reader.query.selectFrom('staffPlace').select('placeCode').where('staffId', '=', staffId))
    .map(({ placeCode }) => placeCode)
}

export function requestRows(reader: Reader, lives: readonly LifeRow[]): RequestRow[] {
  const ids = lives.map(({ caseFileId }) => caseFileId)
  const joined = Map.groupBy(readJoined(reader, ids), ({ mergedInto }) => mergedInto)
  const nameById = readNames(
    reader,
    lives.flatMap(({ routedTo }) => routedTo ?? []),
  )
  return lives.map((life) => ({
    caseFileId: life.caseFileId,
    code: life.code,
    step: life.step,
    since: life.since,
    receivedAt: life.receivedAt,
    source: life.source,
    sources: 1 + (joined.get(life.caseFileId)?.length ?? 0),
    body: JSON.parse(life.body) as LifeBody as RequestRow['body'],
    ...readPlaceNames(life.communeCode),
    doubts: life.doubts,
    tick: life.tick,
    routedTo:
      life.routedTo === null
        ? null
        : { id: life.routedTo as StaffId, name: nameById.get(life.routedTo) ?? '' },
  }))
}

function readJoined(reader: Reader, ids: readonly CaseFileId[]) {
  if (ids.length === 0) return []
  return reader.all(
    reader.query
      .selectFrom('caseLife')
      .select(['caseFileId', 'mergedInto'])
      .where('mergedInto', 'is not', null)
      .where('mergedInto', 'in', ids),
  )
}

export function readNames(reader: Reader, ids: readonly string[]): Map<string, string> {
  if (ids.length === 0) return new Map()
  const rows = reader.all(
    reader.query
      .selectFrom('staffMember')
      .select(['id', 'name'])
      .where('id', 'in', [...new Set(ids)] as StaffId[]),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
