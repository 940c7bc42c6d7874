import type { CaseFile, CaseFileId } from '#shared/case-file/case-file'
import type { CaseEvent, LifeBody } from '#shared/case-file/life'
import { err, ok, type Result } from '#shared/result'
import type { Survey } from '#shared/survey/survey'
import type { Instant } from '#shared/time/time'
import { addCaseEvents } from '../case-file/case-events.ts'
import { lifeBody } from '../case-file/follow-case-file.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument, readStored } from '../document/put-document.ts'
import { changeHousehold } from '../person/household-jobs.ts'
import type { SealedHousehold } from '../person/persons.ts'
import { headOf } from '../request/request-jobs.ts'
import { joinSurveyed } from './join-surveyed.ts'

/** A visit, whoever tells of it: a phone by its fact, or somebody at the desk. */
export type TakenSurvey = LifeBody &
  Pick<Survey, 'caseFileId' | 'code' | 'staffId' | 'occurredAt' | 'consent'> & { readonly id: string }

/**
 * A visit tells how a case file really is: it becomes known to tablets if it was not, still red, and keeps its tick if it
 * was. Of several visits the latest by its own time speaks, whichever came in first; one that a clock ahead of ours puts
 * into the future happened when it came in, or nothing that follows it would count until then.
 */
export function takeSurvey(db: WriterDb, survey: TakenSurvey, at: string): void {
  const { id, caseFileId, code, staffId, occurredAt, consent } = survey
  const visitedAt = occurredAt < at ? occurredAt : (at as Instant)
  const head = { caseFileId, at: visitedAt, by: staffId }
  const body = lifeBody(survey)
  const events: CaseEvent[] = [
    { ...head, id: `surveyed:${id}`, kind: 'surveyed', detail: { surveyId: id, body, consent } },
  ]
  if (!readLife(db, caseFileId)) {
    const detail = { source: 'field', code, body } as const
    events.unshift({ ...head, id: `received:${caseFileId}`, kind: 'received', detail })
  }
  addCaseEvents(db, events)

  const life = readLife(db, caseFileId)
  if (!life) return
  const stored = readStored(db, 'caseFiles', caseFileId)
  const unverified = { tick: 'red', tickAt: visitedAt, tickUntil: null } as const
  const before = stored ? (JSON.parse(stored.body) as CaseFile) : undefined
  const { tick, tickAt, tickUntil } = before ?? unverified
  const caseFile = { ...life.body, id: caseFileId, code: life.code, tick, tickAt, tickUntil } as CaseFile
  putDocument(db, { collection: 'caseFiles', id: caseFileId, body: caseFile, changedBy: staffId, at })
  joinSurveyed(db, { caseFileId, at: at as Instant })
}

/** Of a case file that is known and stands for itself, with its household: both or neither. */
export function takeDeskSurvey(
  db: WriterDb,
  {
    survey,
    household,
    seenAt,
  }: {
    readonly survey: Omit<TakenSurvey, 'code'>
    readonly household: SealedHousehold
    readonly seenAt: Instant | null
  },
): Result<CaseFileId, { readonly kind: 'not-found' | 'merged' | 'conflict' }> {
  const { caseFileId, staffId: changedBy, occurredAt: at } = survey
  const life = readLife(db, caseFileId)
  if (!life) return err({ kind: 'not-found' })
  if (headOf(db, caseFileId) !== caseFileId) return err({ kind: 'merged' })
  if (!changeHousehold(db, { household, seenAt, changedBy, at })) return err({ kind: 'conflict' })
  takeSurvey(db, { ...survey, code: life.code }, at)
  return ok(caseFileId)
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
