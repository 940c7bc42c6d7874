import { findingKey, type Finding } from '#shared/finding/finding'
import { canonicalText } from '#shared/sync/canonical-text'
import type { WriterDb } from '../database/writer-db.ts'

export interface FindingContext {
  readonly at: string
  readonly movementAt?: string | undefined
  readonly itemId?: string | undefined
  readonly warehouseId?: string | undefined
}

/** Opens a finding, or brings an open one up to date. One that was closed opens anew, and has to be handled anew. */
export function openFinding(db: WriterDb, finding: Finding, context: FindingContext): void {
  db.prepare(
    `INSERT INTO "finding" ("key", "kind", "open", "detail", "movementAt", "itemId", "warehouseId", "openedAt")
     VALUES (?, ?, 1, ?, ?, ?, ?, ?)
     ON CONFLICT ("key") DO UPDATE SET "detail" = excluded."detail", "movementAt" = excluded."movementAt",
       "warehouseId" = coalesce(excluded."warehouseId", "warehouseId"),
       "openedAt" = iif("open" = 1, "openedAt", excluded."openedAt"),
       "handledAt" = iif("open" = 1, "handledAt", NULL), "handledBy" = iif("open" = 1, "handledBy", NULL),
       "note" = iif("open" = 1, "note", NULL), "open" = 1, "closedAt" = NULL`,
  ).run(
    findingKey(finding),
    finding.kind,
    canonicalText(finding),
    context.movementAt ?? null,
    context.itemId ?? null,
    context.warehouseId ?? null,
    context.at,
  )
}
