import type { StaffMember } from '#shared/staff/staff'
import { canonicalText } from '#shared/sync/canonical-text'
import { digest } from '#shared/sync/digest'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import type { Collection } from '#shared/sync/wire'
import { readHead } from '../database/change-watch.ts'
import type { Reader } from '../database/open-reader.ts'

interface DocumentsQuery {
  readonly collection: Collection
  readonly warehouseId: string
  readonly after: number
  readonly limit: number
}

/** What changed after a version, for the devices of one warehouse: its documents, and as deleted those that left it. */
export function readDocuments(
  reader: Reader,
  { collection, warehouseId, after, limit }: DocumentsQuery,
): string {
  return reader.atOneMoment(() => {
    const visible = reader.all(
      visibleDocuments(reader, collection, warehouseId)
        .select(['id', 'version', 'deleted', 'body'])
        .where('version', '>', after)
        .limit(limit),
    )
    const rows = [...visible, ...readMovedAway(reader, { collection, warehouseId, after, limit })]
      .sort((a, b) => a.version - b.version)
      .slice(0, limit)
    const isLast = rows.length < limit
    const newest = rows.at(-1)?.version ?? after
    const checkpoint = isLast ? Math.max(newest, readHead(reader).documentVersion) : newest
    const documents = rows.map(
      ({ id, version, deleted, body }) =>
        `{"id":${JSON.stringify(id)},"version":${version},"deleted":${deleted === 1},"body":${body}}`,
    )
    return `{"protocol":${PROTOCOL_VERSION},"documents":[${documents.join(',')}],"checkpoint":${checkpoint}}`
  })
}

export function readDigest(reader: Reader, collection: Collection, warehouseId: string): string {
  const rows = reader.all(
    visibleDocuments(reader, collection, warehouseId).select(['id', 'version']).where('deleted', '=', 0),
  )
  return JSON.stringify({ protocol: PROTOCOL_VERSION, count: rows.length, digest: digest(rows) })
}

/** Without a warehouse a document is everybody's. */
function visibleDocuments(reader: Reader, collection: Collection, warehouseId: string) {
  return reader.query
    .selectFrom('document')
    .where('collection', '=', collection)
    .where((where) => where.or([where('warehouseId', 'is', null), where('warehouseId', '=', warehouseId)]))
    .orderBy('version')
}

/**
 * Documents of another warehouse that this one could see at any version up to `after`: a device that stands there may
 * hold them. Whether it really does depends on where its pages were cut, so it is told again rather than never. It gets
 * the last body it could see; nothing of what became of the document elsewhere.
 */
function readMovedAway(reader: Reader, { collection, warehouseId, after, limit }: DocumentsQuery) {
  if (after === 0) return []
  const rows = reader.all(
    reader.query
      .selectFrom('document')
      .innerJoin('documentHistory as seen', (join) =>
        join.on('seen.version', '=', (on) =>
          on
            .selectFrom('documentHistory as earlier')
            .select(({ fn }) => fn.max('earlier.version').as('version'))
            .where('earlier.collection', '=', collection)
            .whereRef('earlier.id', '=', 'document.id')
            .where('earlier.version', '<=', after)
            .where((where) =>
              where.or([
                where('earlier.warehouseId', 'is', null),
                where('earlier.warehouseId', '=', warehouseId),
              ]),
            ),
        ),
      )
      .select(['document.id', 'document.version', 'seen.body'])
      .where('document.collection', '=', collection)
      .where('document.version', '>', after)
      .where('document.warehouseId', 'is not', null)
      .where('document.warehouseId', '!=', warehouseId)
      .orderBy('document.version')
      .limit(limit),
  )
  return rows.map((row) => ({
    ...row,
    deleted: 1,
    body: collection === 'staff' ? withoutPin(row.body) : row.body,
  }))
}

/** Old movements still name the person; a PIN hash and a key under a PIN are worth guessing, and of no use there any more. */
function withoutPin(text: string): string {
  const { pinHash: _, keyBox: __, ...body } = JSON.parse(text) as StaffMember
  return canonicalText(body)
}
