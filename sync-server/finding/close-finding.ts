import type { WriterDb } from '../database/writer-db.ts'

/** The contradiction is gone; the row stays as history. Nothing to do when it was never open. */
export function closeFinding(db: WriterDb, key: string, at: string): void {
  db.prepare(`UPDATE "finding" SET "open" = 0, "closedAt" = ? WHERE "key" = ? AND "open" = 1`).run(at, key)
}
