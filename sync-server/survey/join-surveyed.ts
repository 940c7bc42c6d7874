import type { CaseFileId } from '#shared/case-file/case-file'
import type { Instant } from '#shared/time/time'
import { addCaseEvent } from '../case-file/case-events.ts'
import { membersOf } from '../case-file/case-groups.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { regroupMarks } from '../person/household-marks.ts'
import { findSame } from '../request/find-same.ts'

/**
 * A household met on the road may have asked for help before: then it is one case file, for which the one that was
 * surveyed stands. Asked when the survey comes in and when its household does, whichever is later. Where tablets know
 * both, people compare them; what they have taken apart stays apart.
 */
export function joinSurveyed(
  db: WriterDb,
  { caseFileId, at }: { readonly caseFileId: CaseFileId; readonly at: Instant },
): void {
  const lifeOf = (id: CaseFileId) =>
    db.get(
      db.query.selectFrom('caseLife').select(['source', 'tick', 'mergedInto']).where('caseFileId', '=', id),
    )
  const own = lifeOf(caseFileId)
  if (own?.source !== 'field' || own.mergedInto !== null) return
  const into = findSame(db, caseFileId)
  if (into === undefined || lifeOf(into)?.tick !== null) return
  const id = `merged:${caseFileId}`
  addCaseEvent(db, { id, caseFileId, kind: 'merged', at, by: null, detail: { into } })
  regroupMarks(db, membersOf(db, caseFileId), { changedBy: 'joined', at })
}
