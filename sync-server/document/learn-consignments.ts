import type { Consignment } from '#shared/consignment/consignment'
import type { Movement } from '#shared/movement/movement'
import { canonicalText } from '#shared/sync/canonical-text'
import { insertRows } from '../database/insert-rows.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument, readStored } from './put-document.ts'
import { takeVersions } from './take-versions.ts'

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

/**
 * Nearly always all are new: those are written many to a statement, the others as any other document. A new one has no
 * row of history, since the log says what it came from; it gets one before another replaces it.
 */
export function writeConsignments(db: WriterDb, learned: LearnedConsignments, at: string): void {
  if (learned.size === 0) return
  const known = readKnown(db, [...learned.keys()])
  const fresh: LearnedConsignment[] = []
  for (const [id, consignment] of learned) {
    if (!known.has(id)) fresh.push(consignment)
    else replaceLater(db, consignment, at)
  }
  if (fresh.length === 0) return
  let version = takeVersions(db, fresh.length) - fresh.length
  const rows = fresh.map(({ origin, deviceId, body }) => {
    const { id, warehouseId } = body
    const text = canonicalText(body)
    return ['consignments', id, ++version, 0, warehouseId, text, at, `device:${deviceId}`, origin]
  })
  insertRows(db, `INSERT INTO "document"`, rows)
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
