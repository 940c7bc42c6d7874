import type { Collection, DocumentBody } from '#shared/sync/wire'
import type { Reader } from '../database/open-reader.ts'

export interface ListedDocument<Body> {
  readonly id: string
  readonly version: number
  readonly body: Body
  /** What a search looks through, folded. */
  readonly search: string
}

interface ListOptions<Body> {
  readonly search: (body: Body) => string
  /** The list is in the order of this text. */
  readonly order: (body: Body) => string
}

/**
 * All documents of a collection, kept in memory and brought up to date by version: names are searched without
 * diacritics, which SQLite cannot do, and a change costs no more than the rows that changed.
 */
export function createDocumentList<C extends Collection>(
  reader: Reader,
  collection: C,
  { search, order }: ListOptions<DocumentBody<C>>,
): () => readonly ListedDocument<DocumentBody<C>>[] {
  const documentById = new Map<string, ListedDocument<DocumentBody<C>> & { readonly order: string }>()
  let seenVersion = 0
  let list: readonly ListedDocument<DocumentBody<C>>[] = []

  return () => {
    const changed = reader.all(
      reader.query
        .selectFrom('document')
        .select(['id', 'version', 'deleted', 'body'])
        .where('collection', '=', collection)
        .where('version', '>', seenVersion)
        .orderBy('version'),
    )
    if (changed.length === 0) return list
    for (const { id, version, deleted, body: text } of changed) {
      seenVersion = version
      if (deleted === 1) {
        documentById.delete(id)
        continue
      }
      const body = JSON.parse(text) as DocumentBody<C>
      documentById.set(id, { id, version, body, search: search(body), order: order(body) })
    }
    list = [...documentById.values()].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
    return list
  }
}

export interface Page<Row> {
  readonly rows: Row[]
  readonly total: number
  readonly page: number
  readonly limit: number
}

export function pageRows<Row>(
  rows: readonly Row[],
  { page, limit }: { page: number; limit: number },
): Page<Row> {
  return { rows: rows.slice((page - 1) * limit, page * limit), total: rows.length, page, limit }
}
