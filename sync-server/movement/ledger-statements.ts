import type { WriterDb } from '../database/writer-db.ts'

/** The append is the one hot path, so its statements are written by hand and prepared once per connection. */
export function prepareLedger(db: WriterDb) {
  return {
    byId: db.prepare(
      `SELECT "seq", "deviceId", "deviceSeq", "kind", "recordedAt", "body" FROM "fact" WHERE "id" = ?`,
    ),
    byMovementId: db.prepare(
      `SELECT "seq", "fact"."body" FROM "movement" JOIN "fact" USING ("seq") WHERE "movement"."id" = ?`,
    ),
    head: db.prepare(`SELECT "seq" FROM "ledgerHead"`),
    setHead: db.prepare(`UPDATE "ledgerHead" SET "seq" = ?`),
    knownFacts: db.prepare(`SELECT "id" FROM "fact" WHERE "id" IN (SELECT "value" FROM json_each(?))`),
    knownMovements: db.prepare(
      `SELECT "id" FROM "movement" WHERE "id" IN (SELECT "value" FROM json_each(?))`,
    ),
  }
}
export type LedgerStatements = ReturnType<typeof prepareLedger>
