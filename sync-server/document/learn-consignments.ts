import type { Consignment } from '#shared/consignment/consignment'
import type { Movement } from '#shared/movement/movement'
import { canonicalText } from '#shared/sync/canonical-text'
import { insertRows } from '../database/insert-rows.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument, readStored } from './put-document.ts'

/** A consignment with what decides when several dispatches carry its id: the earliest speaks for it. */
export interface LearnedConsignment {
  readonly origin: string
  readonly deviceId: string
  readonly body: Consignment
}
export type LearnedConsignments = Map<string, LearnedConsignment>

/** A dispatch with a consignment makes it known to its warehouse. */
export function collectConsignment(learned: LearnedConsignments, movement: Movement): void {
  const { id, kind, consignmentId, warehouseId, caseFileId, occurredAt, lines, deviceId } = movement
  if (kind !== 'dispatch' || consignmentId === undefined) return
  const origin = `${occurredAt}|${id}`
  const earlier = learned.get(consignmentId)
  if (earlier && earlier.origin <= origin) return
  const body: Consignment = {
    id: consignmentId,
    warehouseId,
    ...(caseFileId !== undefined && { caseFileId }),
    dispatchedAt: occurredAt,
    lineCount: lines.length,
  }
  learned.set(consignmentId, { origin, deviceId, body })
}

/** Nearly always all are new: those are written many to a statement, the others as any other document. */
export function writeConsignments(db: WriterDb, learned: LearnedConsignments, at: string): void {
  if (learned.size === 0) return
  const known = readKnown(db, [...learned.keys()])
  const fresh: LearnedConsignment[] = []
  for (const [id, consignment] of learned) {
    if (!known.has(id)) fresh.push(consignment)
    else replaceLater(db, consignment, at)
  }
  let version = readVersion(db)
  const rows = fresh.map(({ origin, deviceId, body }) => {
    const { id, warehouseId } = body
    const [text, changedBy] = [canonicalText(body), `device:${deviceId}`]
    version++
    return {
      history: [version, 'consignments', id, 0, warehouseId, text, at, changedBy],
      document: ['consignments', id, version, 0, warehouseId, text, at, changedBy, origin],
    }
  })
  const history = rows.map(({ history }) => history)
  insertRows(db, `INSERT INTO "documentHistory"`, history)
  const documents = rows.map(({ document }) => document)
  insertRows(db, `INSERT INTO "document"`, documents)
}

function replaceLater(db: WriterDb, { origin, deviceId, body }: LearnedConsignment, at: string): void {
  const old = readStored(db, 'consignments', body.id)
  if (old && (old.origin === null || old.origin <= origin)) return
  const { id, warehouseId } = body
  putDocument(db, {
    collection: 'consignments',
    id,
    body,
    warehouseId,
    changedBy: `device:${deviceId}`,
    at,
    origin,
  })
}

function readKnown(db: WriterDb, ids: readonly string[]): Set<string> {
  const rows = db
    .prepare(
      `SELECT "id" FROM "document" WHERE "collection" = 'consignments' AND "id" IN (SELECT "value" FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as { id: string }[]
  return new Set(rows.map(({ id }) => id))
}

function readVersion(db: WriterDb): number {
  const row = db.prepare(`SELECT max("version") AS "version" FROM "documentHistory"`).get() as {
    version: number | null
  }
  return row.version ?? 0
}
