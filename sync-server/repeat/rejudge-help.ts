import type { CaseFileId } from '#shared/case-file/case-file'
import { judgeRepeats } from '#shared/repeat/judge-repeats'
import { insertRows } from '../database/insert-rows.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from '../finding/close-finding.ts'
import { openFinding } from '../finding/open-finding.ts'
import type { GatheredHelp } from './collect-help.ts'
import { householdOf, readHelp } from './household-help.ts'
import { putHelped, type PutMark } from './put-helped.ts'
import { ruleAtOf } from './repeat-rules.ts'

export interface Rejudging {
  readonly at: string
  readonly putMark: PutMark
}

/** Writes what deliveries of a commit gave, and judges the households they went to. */
export function writeHelp(db: WriterDb, { rows, caseFileIds }: GatheredHelp, moment: Rejudging): void {
  if (caseFileIds.size === 0) return
  insertRows(db, `INSERT OR IGNORE INTO "helpGiven"`, [...rows.values()])
  rejudgeHelp(db, [...caseFileIds], moment)
}

/** Judges the help of these case files and of all that share a mark with one: either side may have come in late. */
export function rejudgeHelp(db: WriterDb, caseFileIds: readonly string[], { at, putMark }: Rejudging): void {
  const ruleAt = ruleAtOf(db)
  for (const id of caseFileIds) {
    if (movementsTo(db, id).length > 0)
      putHelped(db, id as CaseFileId, { given: readHelp(db, [id]), at, putMark })
  }
  const touched = new Set(caseFileIds.flatMap((id) => householdOf(db, id)))
  for (const caseFileId of touched) {
    const given = readHelp(db, householdOf(db, caseFileId))
    const found = judgeRepeats(given, caseFileId, ruleAt)
    const byMovement = new Map(given.map((help) => [help.movementId, help]))
    const wrong = new Set(found.map(({ movementId }) => movementId))
    for (const finding of found) {
      openFinding(db, finding, { at, movementAt: byMovement.get(finding.movementId)?.at })
    }
    for (const movementId of movementsTo(db, caseFileId)) {
      if (!wrong.has(movementId)) closeFinding(db, `repeat-help|${movementId}`, at)
    }
  }
}

function movementsTo(db: WriterDb, caseFileId: string): string[] {
  const rows = db
    .prepare(`SELECT DISTINCT "movementId" FROM "helpGiven" WHERE "caseFileId" = ?`)
    .all(caseFileId)
  return (rows as { movementId: string }[]).map(({ movementId }) => movementId)
}

/** Which goods an item is decides which rule holds for it: what was given of it is judged anew. */
export function rejudgeItem(db: WriterDb, itemId: string, moment: Rejudging): void {
  const rows = db.prepare(`SELECT DISTINCT "caseFileId" FROM "helpGiven" WHERE "itemId" = ?`).all(itemId)
  rejudgeHelp(
    db,
    (rows as { caseFileId: string }[]).map(({ caseFileId }) => caseFileId),
    moment,
  )
}
