import type { CaseFile } from '#shared/case-file/case-file'
import type { WriterDb } from '../database/writer-db.ts'

/**
 * Dated knowledge: what held from `tickAt` on. A correction with the same `tickAt` replaces what was thought before;
 * another change of the case file leaves the name of whoever set the tick.
 */
export function noteTick(
  db: WriterDb,
  { id, tick, tickAt, tickUntil }: Pick<CaseFile, 'id' | 'tick' | 'tickAt' | 'tickUntil'>,
  changedBy: string,
): void {
  db.prepare(
    `INSERT INTO "caseFileTick" ("caseFileId", "tickAt", "tick", "tickUntil", "changedBy") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT ("caseFileId", "tickAt") DO UPDATE SET "tick" = excluded."tick",
       "tickUntil" = excluded."tickUntil", "changedBy" = excluded."changedBy"
     WHERE "tick" <> excluded."tick" OR "tickUntil" IS NOT excluded."tickUntil"`,
  ).run(id, tickAt, tick, tickUntil, changedBy)
}
