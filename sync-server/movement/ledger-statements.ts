import type { WriterDb } from '../database/writer-db.ts'

/** The append is the one hot path, so its statements are written by hand and prepared once per connection. */
export function prepareLedger(db: WriterDb) {
  return {
    byId: db.prepare(
      `SELECT "seq", "deviceId", "deviceSeq", "kind", "recordedAt", "body" FROM "fact" WHERE "id" = ?`,
    ),
    byMovementId: db.prepare(
      `SELECT "seq", "body" FROM "fact"
       WHERE "movementId" = ? OR ("id" = ? AND "kind" = 'movement' AND "movementId" IS NULL)`,
    ),
    head: db.prepare(`SELECT "seq" FROM "ledgerHead"`),
    setHead: db.prepare(`UPDATE "ledgerHead" SET "seq" = ?`),
    knownFacts: db.prepare(
      `SELECT "id", "kind" = 'movement' AND "movementId" IS NULL AS "isMovement"
       FROM "fact" WHERE "id" IN (SELECT "value" FROM json_each(?))`,
    ),
    anyRenumbered: db.prepare(`SELECT 1 FROM "fact" WHERE "movementId" IS NOT NULL LIMIT 1`),
    renumbered: db.prepare(
      `SELECT "movementId" AS "id" FROM "fact" WHERE "movementId" IN (SELECT "value" FROM json_each(?))`,
    ),
    anyReversal: db.prepare(`SELECT 1 FROM "reversal" LIMIT 1`),
    reversed: db.prepare(
      `SELECT DISTINCT "reversesId" FROM "reversal" WHERE "reversesId" IN (SELECT "value" FROM json_each(?))`,
    ),
    reversalsOf: db.prepare(
      `SELECT "seq", "stands", "fact"."body" FROM "reversal" JOIN "fact" USING ("seq") WHERE "reversesId" = ?`,
    ),
    setStands: db.prepare(`UPDATE "reversal" SET "stands" = ? WHERE "reversesId" = ? AND "seq" = ?`),
  }
}
export type LedgerStatements = ReturnType<typeof prepareLedger>
