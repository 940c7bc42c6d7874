import type { WriterDb } from '../database/writer-db.ts'

/** The next versions over all collections, without a hole: the last of as many as are asked for. */
export function takeVersions(db: WriterDb, count: number): number {
  const { documentVersion } = db
    .prepare(`UPDATE "ledgerHead" SET "documentVersion" = "documentVersion" + ? RETURNING "documentVersion"`)
    .get(count) as { documentVersion: number }
  return documentVersion
}
