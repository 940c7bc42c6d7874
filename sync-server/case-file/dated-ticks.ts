import { tickAtInstant, type CaseFile, type Tick } from '#shared/case-file/case-file'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'

const TICKS = 'ticks'
type DatedTick = Pick<CaseFile, 'tick' | 'tickAt' | 'tickUntil'>

/**
 * Dated knowledge: what held from `tickAt` on. A correction with the same `tickAt` replaces what was thought before;
 * another change of the case file leaves the name of whoever set the tick.
 */
export function noteTick(
  db: WriterDb,
  { id, tick, tickAt, tickUntil }: DatedTick & Pick<CaseFile, 'id'>,
  changedBy: string,
): void {
  db.remembered(TICKS).delete(id)
  db.prepare(
    `INSERT INTO "caseFileTick" ("caseFileId", "tickAt", "tick", "tickUntil", "changedBy") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT ("caseFileId", "tickAt") DO UPDATE SET "tick" = excluded."tick",
       "tickUntil" = excluded."tickUntil", "changedBy" = excluded."changedBy"
     WHERE "tick" <> excluded."tick" OR "tickUntil" IS NOT excluded."tickUntil"`,
  ).run(id, tickAt, tick, tickUntil, changedBy)
}

/** The tick that held at a moment by what is known now; before the first one nobody had verified anything: red. */
export function tickOf(db: WriterDb, caseFileId: string, at: Instant): Tick {
  const remembered = db.remembered<DatedTick[]>(TICKS)
  const ticks = remembered.get(caseFileId) ?? readTicks(db, caseFileId)
  remembered.set(caseFileId, ticks)
  const tick = ticks.findLast(({ tickAt }) => tickAt <= at)
  return tick ? tickAtInstant(tick, at) : 'red'
}

function readTicks(db: WriterDb, caseFileId: string): DatedTick[] {
  return db
    .prepare(
      `SELECT "tick", "tickAt", "tickUntil" FROM "caseFileTick" WHERE "caseFileId" = ? ORDER BY "tickAt"`,
    )
    .all(caseFileId) as DatedTick[]
}
