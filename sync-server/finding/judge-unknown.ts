import { locationKind, type LocationId } from '#shared/location/location'
import type { Collection } from '#shared/sync/wire'
import type { WriterDb } from '../database/writer-db.ts'
import { isEarlier, unknownFinding, type NamedId, type NamedIds } from './named-ids.ts'
import { openFinding } from './open-finding.ts'

/** Opens a finding for each named id that no document knows; it closes when the document arrives. */
export function judgeUnknown(db: WriterDb, named: NamedIds, at: string): void {
  for (const entry of named.values()) {
    if (isKnown(db, entry.kind, entry.id)) continue
    const open = readOpen(db, entry)
    if (open && !isEarlier(entry, open)) continue
    openFinding(db, unknownFinding(entry), {
      at,
      movementAt: entry.movementAt,
      warehouseId: entry.warehouseId,
      itemId: entry.kind === 'unknown-item' ? entry.id : undefined,
    })
  }
}

/** A deleted document still tells what the id meant, so what is known stays known. */
export function isKnown(db: WriterDb, kind: NamedId['kind'], id: string): boolean {
  const known = db.remembered<true>(kind)
  if (known.has(id)) return true
  const row = db
    .prepare(`SELECT 1 FROM "document" WHERE "collection" = ? AND "id" = ?`)
    .get(collectionOf(kind, id), id)
  if (row !== undefined) known.set(id, true)
  return row !== undefined
}

function collectionOf(kind: NamedId['kind'], id: string): Collection {
  if (kind === 'unknown-item') return 'items'
  if (kind === 'unknown-case-file') return 'caseFiles'
  return locationKind(id as LocationId) === 'donor' ? 'donors' : 'locations'
}

function readOpen(
  db: WriterDb,
  { kind, id }: NamedId,
): { readonly movementAt: string; readonly movementId: string } | undefined {
  return db
    .prepare(
      `SELECT "movementAt", "detail" ->> 'movementId' AS "movementId" FROM "finding" WHERE "key" = ? AND "open" = 1`,
    )
    .get(`${kind}|${id}`) as { movementAt: string; movementId: string } | undefined
}
