import type { RepeatRule } from '#shared/repeat/repeat-rule'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument } from '../document/put-document.ts'
import { rejudgeHelp } from './rejudge-help.ts'

/** From now on; what devices recorded later than this and sent before is judged anew. */
export function setRepeatRule(
  db: WriterDb,
  { rule, changedBy, at }: { readonly rule: RepeatRule; readonly changedBy: string; readonly at: Instant },
): void {
  db.prepare(
    `INSERT INTO "repeatRule" VALUES (?, ?, ?) ON CONFLICT ("fromAt") DO UPDATE SET "rule" = excluded."rule"`,
  ).run(at, JSON.stringify(rule), changedBy)
  const later = db.prepare(`SELECT DISTINCT "caseFileId" FROM "helpGiven" WHERE "at" >= ?`).all(at)
  rejudgeHelp(
    db,
    (later as { caseFileId: string }[]).map(({ caseFileId }) => caseFileId),
    { at, putMark: putDocument },
  )
}
