import type { CaseFileId } from '#shared/case-file/case-file'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument } from '../document/put-document.ts'
import { regroupMarks } from '../person/household-marks.ts'
import { rejudgeHelp } from '../repeat/rejudge-help.ts'
import { rebuild } from './rebuild.ts'

/**
 * After an upgrade that works things out otherwise than before, or keeps what was not kept: every projection and finding
 * from the log, and on the marks what tablets are told of help and of joined case files.
 */
export function workOutAnew(db: WriterDb): void {
  const { at } = db.prepare(`SELECT strftime('%Y-%m-%dT%H:%M:%fZ') AS "at"`).get() as { at: Instant }
  rebuild(db, { at })
  const joined = db.prepare(`SELECT "oneId" AS "id" FROM "caseMerge" UNION SELECT "otherId" FROM "caseMerge"`)
  regroupMarks(db, idsOf(joined.all()), { changedBy: 'marks', at })
  const helped = db.prepare(`SELECT DISTINCT "caseFileId" AS "id" FROM "helpGiven"`)
  rejudgeHelp(db, idsOf(helped.all()), { at, putMark: putDocument })
}

function idsOf(rows: readonly unknown[]): CaseFileId[] {
  return (rows as { id: CaseFileId }[]).map(({ id }) => id)
}
