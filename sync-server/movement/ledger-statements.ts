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
    fact: db.prepare(`INSERT INTO "fact" VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),
    movement: db.prepare(`INSERT INTO "movement" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    line: db.prepare(`INSERT INTO "movementLine" VALUES (?, ?, ?, ?, ?, ?, ?)`),
    visible: db.prepare(`INSERT INTO "movementVisible" VALUES (?, ?)`),
    place: db.prepare(`INSERT OR IGNORE INTO "warehouseLocation" VALUES (?, ?)`),
  }
}
export type LedgerStatements = ReturnType<typeof prepareLedger>
