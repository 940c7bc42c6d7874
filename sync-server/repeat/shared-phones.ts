import type { CaseFileId } from '#shared/case-file/case-file'
import { findingKey } from '#shared/finding/finding'
import { judgeSharedPhone } from '#shared/finding/judge-movement'
import type { Movement } from '#shared/movement/movement'
import { factsOfCaseFile, sortCaseFileFacts } from '../case-file/case-file-facts.ts'
import { countGroups } from '../case-file/case-groups.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from '../finding/close-finding.ts'
import { openFinding } from '../finding/open-finding.ts'
import { householdOf } from './household-help.ts'

const SHARED = 'shared-phones'

/** Whether another household gave a phone of this case file, by what is known now: each dispatch asks it. */
export function isPhoneShared(db: WriterDb, caseFileId: string): boolean {
  const remembered = db.remembered<boolean>(SHARED)
  const known = remembered.get(caseFileId)
  if (known !== undefined) return known
  const rows = db
    .prepare(
      `SELECT "all"."mark", "all"."caseFileId" FROM "householdMark" AS "own"
       CROSS JOIN "householdMark" AS "all" ON "all"."mark" = "own"."mark"
       WHERE "own"."caseFileId" = ? AND "own"."kind" = 'phone'`,
    )
    .all(caseFileId) as { mark: string; caseFileId: CaseFileId }[]
  const isShared = [...Map.groupBy(rows, ({ mark }) => mark).values()].some(
    (of) =>
      of.length > 1 &&
      countGroups(
        db,
        of.map((it) => it.caseFileId),
      ) > 1,
  )
  remembered.set(caseFileId, isShared)
  return isShared
}

/**
 * Numbers became known or were forgotten, case files were joined or taken apart: every dispatch to one that shares a
 * number with these is judged anew.
 */
export function rejudgeSharedPhones(db: WriterDb, caseFileIds: readonly string[], at: string): void {
  db.remembered(SHARED).clear()
  sortCaseFileFacts(db)
  const touched = new Set(caseFileIds.flatMap((id) => [id, ...householdOf(db, id)]))
  for (const caseFileId of touched) {
    const isShared = isPhoneShared(db, caseFileId)
    for (const { body } of factsOfCaseFile(db, caseFileId)) {
      const movement = JSON.parse(body) as Movement
      const finding = judgeSharedPhone(movement, isShared)
      const { id: movementId, kind, occurredAt, warehouseId } = movement
      if (finding) openFinding(db, finding, { at, movementAt: occurredAt, warehouseId })
      else if (kind === 'dispatch') {
        closeFinding(db, findingKey({ kind: 'shared-phone', caseFileId, movementId }), at)
      }
    }
  }
}
