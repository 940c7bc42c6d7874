import { ok, type Result } from '#shared/result'
import {
  DigestAnswerSchema,
  DOCUMENT_SCHEMAS,
  DocumentsAnswerSchema,
  type Collection,
  type DocumentBody,
  type VersionedDocument,
} from '#shared/sync/wire'
import { digest } from '#shared/sync/digest'
import * as v from 'valibot'
import { putDocuments, type PlaceNames } from '../database/document-rows.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { DocumentRow } from '../database/ledger-rows.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { readAnswer, type ContactFailure, type ServerClient } from './server-client.ts'

const PAGE = 2_000

/** Fetches what changed in a collection since its cursor, page by page; each page moves the cursor with what it brings. */
export async function pullCollection(
  db: LedgerDatabase,
  server: ServerClient,
  collection: Collection,
  placeNames: PlaceNames,
): Promise<Result<void, ContactFailure>> {
  for (;;) {
    const after = (await readMeta(db.relaxed, 'documentCursors'))?.[collection] ?? 0
    const page = await readPage(server, collection, after)
    if (!page.ok) return page
    await applyPage(db, collection, page.value, placeNames)
    if (page.value.count < PAGE) return ok(undefined)
  }
}

/** Whether the tablet holds exactly what the server would give it. */
export async function matchesDigest(
  db: LedgerDatabase,
  server: ServerClient,
  collection: Collection,
): Promise<Result<boolean, ContactFailure>> {
  const answer = await server.get(`/api/sync/documents/${collection}/digest`)
  if (!answer.ok) return answer
  const theirs = await readAnswer(answer.value, DigestAnswerSchema)
  if (!theirs.ok) return theirs
  const rows = (await db.relaxed.table<DocumentRow<unknown>, string>(collection).toArray()).filter(
    ({ deleted, local }) => !deleted && !local,
  )
  return ok(rows.length === theirs.value.count && digest(rows) === theirs.value.digest)
}

/** Fetches a collection anew without emptying it first: the screens go on, and what the server no longer has goes at the end. */
export async function pullAnew(
  db: LedgerDatabase,
  server: ServerClient,
  collection: Collection,
  placeNames: PlaceNames,
): Promise<Result<void, ContactFailure>> {
  const seen = new Set<string>()
  let after = 0
  for (;;) {
    const page = await readPage(server, collection, after)
    if (!page.ok) return page
    for (const { id } of page.value.documents) seen.add(id)
    await applyPage(db, collection, page.value, placeNames)
    after = page.value.checkpoint
    if (page.value.count < PAGE) break
  }
  const table = db.relaxed.table<DocumentRow<unknown>, string>(collection)
  await db.relaxed.transaction('rw', [table, db.relaxed.firstStock], async () => {
    await db.relaxed.firstStock.clear()
    const rows = await table.toArray()
    await table.bulkDelete(rows.filter(({ id, local }) => !seen.has(id) && !local).map(({ id }) => id))
  })
  return ok(undefined)
}

interface Page {
  readonly documents: readonly VersionedDocument<DocumentBody<Collection>>[]
  readonly checkpoint: number
  /** As many as the server sent, also those this version of the app cannot read. */
  readonly count: number
}

async function readPage(
  server: ServerClient,
  collection: Collection,
  after: number,
): Promise<Result<Page, ContactFailure>> {
  const answer = await server.get(`/api/sync/documents/${collection}?after=${after}&limit=${PAGE}`)
  if (!answer.ok) return answer
  const page = await readAnswer(answer.value, DocumentsAnswerSchema)
  if (!page.ok) return page
  const isRead = (document: { body: unknown }) => v.is(DOCUMENT_SCHEMAS[collection], document.body)
  const documents = page.value.documents.filter(isRead) as VersionedDocument<DocumentBody<Collection>>[]
  return ok({ documents, checkpoint: page.value.checkpoint, count: page.value.documents.length })
}

async function applyPage(
  db: LedgerDatabase,
  collection: Collection,
  { documents, checkpoint }: Page,
  placeNames: PlaceNames,
): Promise<void> {
  const { relaxed } = db
  await db.step('documents: before a page')
  const isInStockList = collection === 'items' || collection === 'locations'
  const tables = [relaxed.table(collection), relaxed.meta, ...(isInStockList ? [relaxed.firstStock] : [])]
  await relaxed.transaction('rw', tables, async () => {
    if (isInStockList && documents.length > 0) await relaxed.firstStock.clear()
    await putDocuments(relaxed, collection, documents, placeNames)
    const cursors = (await readMeta(relaxed, 'documentCursors')) ?? {}
    const cursor = Math.max(cursors[collection] ?? 0, checkpoint)
    await writeMeta(relaxed, 'documentCursors', { ...cursors, [collection]: cursor })
    // A shelf that changed hands changes whose stock it is: only the server can say how much.
    const isFirst = cursors[collection] === undefined
    if (collection === 'locations' && documents.length > 0 && !isFirst)
      await writeMeta(relaxed, 'snapshotWanted', true)
  })
}
