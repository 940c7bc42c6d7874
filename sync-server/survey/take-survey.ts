import type { CaseFile } from '#shared/case-file/case-file'
import type { CaseEvent } from '#shared/case-file/life'
import type { Survey } from '#shared/survey/survey'
import { addCaseEvents } from '../case-file/case-events.ts'
import { lifeBody } from '../case-file/follow-case-file.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument, readStored } from '../document/put-document.ts'

/**
 * A visit tells how a case file really is: it becomes known to tablets if it was not, still red, and keeps its tick if it
 * was. Of several visits the latest by its own time speaks, whichever came in first.
 */
export function takeSurvey(db: WriterDb, survey: Survey, at: string): void {
  const { id, caseFileId, code, staffId, occurredAt } = survey
  const head = { caseFileId, at: occurredAt, by: staffId }
  const body = lifeBody(survey)
  const events: CaseEvent[] = [
    { ...head, id: `surveyed:${id}`, kind: 'surveyed', detail: { surveyId: id, body } },
  ]
  if (!readLife(db, caseFileId)) {
    const detail = { source: 'field', code, body } as const
    events.unshift({ ...head, id: `received:${caseFileId}`, kind: 'received', detail })
  }
  addCaseEvents(db, events)

  const life = readLife(db, caseFileId)
  if (!life) return
  const stored = readStored(db, 'caseFiles', caseFileId)
  const unverified = { tick: 'red', tickAt: occurredAt, tickUntil: null } as const
  const before = stored ? (JSON.parse(stored.body) as CaseFile) : undefined
  const { tick, tickAt, tickUntil } = before ?? unverified
  const caseFile = { ...life.body, id: caseFileId, code: life.code, tick, tickAt, tickUntil } as CaseFile
  putDocument(db, { collection: 'caseFiles', id: caseFileId, body: caseFile, changedBy: staffId, at })
}

function readLife(
  db: WriterDb,
  caseFileId: string,
): { readonly code: string; readonly body: Partial<CaseFile> } | undefined {
  const row = db.prepare(`SELECT "code", "body" FROM "caseLife" WHERE "caseFileId" = ?`).get(caseFileId) as
    | { code: string; body: string }
    | undefined
  return row && { code: row.code, body: JSON.parse(row.body) as Partial<CaseFile> }
}
