import type { Collection, DocumentBody } from '#shared/sync/wire'
import { inList } from '../database/in-list.ts'
import type { Reader } from '../database/open-reader.ts'

export interface StoredDocument<C extends Collection> {
  readonly version: number
  readonly body: DocumentBody<C>
}

/** As it stands; undefined also for one that was taken away. */
export function readDocument<C extends Collection>(
  reader: Reader,
  collection: C,
  id: string,
): StoredDocument<C> | undefined {
  const row = reader.get(
    reader.query
      .selectFrom('document')
      .select(['version', 'body'])
      .where('collection', '=', collection)
      .where('id', '=', id)
      .where('deleted', '=', 0),
  )
  return row && { version: row.version, body: JSON.parse(row.body) as DocumentBody<C> }
}

/** Also of one that was taken away: it still tells what an id meant. */
export function readBody<C extends Collection>(
  reader: Reader,
  collection: C,
  id: string,
): DocumentBody<C> | undefined {
  const row = reader.get(
    reader.query
      .selectFrom('document')
      .select('body')
      .where('collection', '=', collection)
      .where('id', '=', id),
  )
  return row && (JSON.parse(row.body) as DocumentBody<C>)
}

/** Many at once by id, as `readBody` does. */
export function readBodies<C extends Collection>(
  reader: Reader,
  collection: C,
  ids: Iterable<string>,
): Map<string, DocumentBody<C>> {
  const rows = reader.all(
    reader.query
      .selectFrom('document')
      .select(['id', 'body'])
      .where('collection', '=', collection)
      .where('id', 'in', inList(ids)),
  )
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as DocumentBody<C>]))
}
