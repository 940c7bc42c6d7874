import type { CaseFileId } from '#shared/case-file/case-file'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'

/** Of one case file; browsers that came before are told no longer. */
const SUBSCRIPTIONS_MAX = 10

interface OfCaseFile {
  readonly caseFileId: CaseFileId
  readonly pushId: string
}

export function putPushSubscription(
  db: WriterDb,
  { caseFileId, pushId, sealed, at }: OfCaseFile & { readonly sealed: Uint8Array; readonly at: Instant },
): void {
  db.prepare(
    `INSERT INTO "pushSubscription" ("caseFileId", "pushId", "sealed", "createdAt") VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET "sealed" = excluded."sealed"`,
  ).run(caseFileId, pushId, sealed, at)
  const oldest = db
    .prepare(
      `SELECT "pushId" FROM "pushSubscription" WHERE "caseFileId" = ? AND "pushId" <> ?
       ORDER BY "createdAt" DESC, "pushId" LIMIT -1 OFFSET ?`,
    )
    .all(caseFileId, pushId, SUBSCRIPTIONS_MAX - 1) as { pushId: string }[]
  for (const { pushId } of oldest) dropPushSubscription(db, { caseFileId, pushId })
}

/** With what still waits to be sent there; what was sent is remembered, so that it is not sent again. */
export function dropPushSubscription(db: WriterDb, { caseFileId, pushId }: OfCaseFile): void {
  db.prepare(`DELETE FROM "pushSubscription" WHERE "caseFileId" = ? AND "pushId" = ?`).run(caseFileId, pushId)
  db.prepare(`DELETE FROM "message" WHERE "caseFileId" = ? AND "pushId" = ? AND "dueAt" IS NOT NULL`).run(
    caseFileId,
    pushId,
  )
}
