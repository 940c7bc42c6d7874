import type { CaseFileId } from '#shared/case-file/case-file'
import type { CaseEvent } from '#shared/case-file/life'
import type { WriterDb } from '../database/writer-db.ts'
import { noteMerge } from './case-groups.ts'
import { refoldLife, regroup } from './fold-lives.ts'

/**
 * The one way into the life of a case file, in the transaction of whatever it tells of. The same id a second time is
 * the same event and changes nothing. False when it was there already.
 */
export function addCaseEvent(db: WriterDb, event: CaseEvent): boolean {
  return addCaseEvents(db, [event]) === 1
}

/** Several at once: where each case file stands is worked out once. Answers how many were new. */
export function addCaseEvents(db: WriterDb, events: readonly CaseEvent[]): number {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO "caseEvent" ("id", "caseFileId", "kind", "at", "by", "detail") VALUES (?, ?, ?, ?, ?, ?)`,
  )
  const added = events.filter(
    ({ id, caseFileId, kind, at, by, detail }) =>
      insert.run(id, caseFileId, kind, at, by, JSON.stringify(detail)).changes === 1,
  )
  const regrouped = added.flatMap((event) => noteMerge(db, event))
  for (const caseFileId of new Set(added.map((event): CaseFileId => event.caseFileId))) {
    refoldLife(db, caseFileId)
  }
  for (const caseFileId of new Set(regrouped)) regroup(db, caseFileId)
  return added.length
}
