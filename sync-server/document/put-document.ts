import { canonicalText } from '#shared/sync/canonical-text'
import type { Collection, DocumentBody } from '#shared/sync/wire'
import type { WriterDb } from '../database/writer-db.ts'
import { followDocument } from './follow-document.ts'
import { takeVersions } from './take-versions.ts'

export interface DocumentChange<C extends Collection = Collection> {
  readonly collection: C
  readonly id: string
  readonly body: DocumentBody<C>
  /** The only warehouse whose devices see it; left out, all do. */
  readonly warehouseId?: string | undefined
  readonly changedBy: string
  readonly at: string
  /** Only for documents that follow from facts; see learn-document.ts. */
  readonly origin?: string | undefined
}

/** A new version with who and when, and everything that follows from it. The same content makes no new version. */
export function putDocument<C extends Collection>(
  db: WriterDb,
  change: DocumentChange<C>,
): { version: number } {
  return write(db, { ...change, body: canonicalText(change.body), deleted: 0 })
}

/** Hidden from then on; the last body is kept. False when there was none. */
export function deleteDocument(
  db: WriterDb,
  { collection, id, changedBy, at }: Pick<DocumentChange, 'collection' | 'id' | 'changedBy' | 'at'>,
): boolean {
  const old = readStored(db, collection, id)
  if (!old || old.deleted === 1) return false
  write(db, { collection, id, body: old.body, warehouseId: old.warehouseId, changedBy, at, deleted: 1 })
  return true
}

interface StoredChange extends Omit<DocumentChange, 'body' | 'warehouseId'> {
  readonly body: string
  readonly warehouseId?: string | null | undefined
  readonly deleted: 0 | 1
}

function write(db: WriterDb, change: StoredChange): { version: number } {
  const { collection, id, body, changedBy, at, deleted, origin = null, warehouseId = null } = change
  const old = readStored(db, collection, id)
  const same = old && old.body === body && old.warehouseId === warehouseId && old.deleted === deleted
  if (same && old.origin === origin) return { version: old.version }

  if (collection === 'consignments') keepInHistory(db, collection, id)
  const version = same ? old.version : takeVersions(db, 1)
  db.prepare(
    `INSERT INTO "document" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT ("collection", "id") DO UPDATE SET "version" = excluded."version",
       "deleted" = excluded."deleted", "warehouseId" = excluded."warehouseId", "body" = excluded."body",
       "changedAt" = excluded."changedAt", "changedBy" = excluded."changedBy", "origin" = excluded."origin"`,
  ).run(collection, id, version, deleted, warehouseId, body, at, changedBy, origin)
  if (same) return { version }
  keepInHistory(db, collection, id)
  followDocument(db, { collection, id, body, before: old?.body, deleted, at, changedBy }, putDocument)
  return { version }
}

/** The present version, unless it is there: only a consignment that follows from a dispatch is not. */
function keepInHistory(db: WriterDb, collection: Collection, id: string): void {
  db.prepare(
    `INSERT OR IGNORE INTO "documentHistory"
     SELECT "version", "collection", "id", "deleted", "warehouseId", "body", "changedAt", "changedBy"
     FROM "document" WHERE "collection" = ? AND "id" = ?`,
  ).run(collection, id)
}

interface StoredDocument {
  readonly version: number
  readonly deleted: 0 | 1
  readonly warehouseId: string | null
  readonly body: string
  readonly origin: string | null
}

export function readStored(db: WriterDb, collection: Collection, id: string): StoredDocument | undefined {
  return db
    .prepare(
      `SELECT "version", "deleted", "warehouseId", "body", "origin" FROM "document" WHERE "collection" = ? AND "id" = ?`,
    )
    .get(collection, id) as StoredDocument | undefined
}
