import type { CaseFile } from '#shared/case-file/case-file'
import type { CaseEvent, LifeBody, TickDetail } from '#shared/case-file/life'
import { canonicalText } from '#shared/sync/canonical-text'
import type { Instant } from '#shared/time/time'
import { randomUUID } from 'node:crypto'
import type { WriterDb } from '../database/writer-db.ts'
import { addCaseEvents } from './case-events.ts'
import { noteTick } from './dated-ticks.ts'

/** What the life of a case file learns from its document: that it is there, what was changed, which tick it has. */
export function followCaseFile(
  db: WriterDb,
  caseFile: CaseFile,
  { changedBy, at }: { readonly changedBy: string; readonly at: string },
): void {
  noteTick(db, caseFile, changedBy)
  const { id: caseFileId, code, tick, tickAt, tickUntil } = caseFile
  const body = lifeBody(caseFile)
  const head = { caseFileId, at: at as Instant, by: changedBy }
  const known = db.prepare(`SELECT "body" FROM "caseLife" WHERE "caseFileId" = ?`).get(caseFileId) as
    | { body: string }
    | undefined
  const events: CaseEvent[] = []
  if (!known) {
    const detail = { source: 'desk', code, body } as const
    events.push({ ...head, id: `received:${caseFileId}`, kind: 'received', detail })
  } else if (canonicalText(JSON.parse(known.body)) !== canonicalText(body)) {
    events.push({ ...head, id: randomUUID(), kind: 'changed', detail: { body } })
  }
  const detail: TickDetail = { tick, until: tickUntil }
  events.push({ ...head, id: tickEventId(caseFile), kind: 'ticked', at: tickAt, detail })
  addCaseEvents(db, events)
}

/** One tick, one event: whoever sets it may tell more of it first. */
export function tickEventId({
  id,
  tick,
  tickAt,
  tickUntil,
}: Pick<CaseFile, 'id' | 'tick' | 'tickAt' | 'tickUntil'>): string {
  return `ticked:${id}:${tickAt}:${tick}:${tickUntil ?? ''}`
}

export function lifeBody(caseFile: LifeBody): LifeBody {
  const { category, subCategory, provinceCode, communeCode, householdSize, needs } = caseFile
  return {
    category,
    ...(subCategory !== undefined && { subCategory }),
    provinceCode,
    communeCode,
    householdSize,
    needs,
  }
}
