import { randomUUID } from 'node:crypto'
import type { CaseFile, CaseFileId } from '#shared/case-file/case-file'
import type { LifeStep, RefusalReason } from '#shared/case-file/life'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import type { Instant, LocalDate } from '#shared/time/time'
import { addCaseEvent } from '../case-file/case-events.ts'
import { setTick } from '../case-file/case-file-jobs.ts'
import { membersOf } from '../case-file/case-groups.ts'
import { ensureDocument } from '../case-file/ensure-document.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { readStored } from '../document/put-document.ts'
import { regroupMarks } from '../person/household-marks.ts'

export type RequestRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'staff-unknown' }
  | { readonly kind: 'merged' }
  | { readonly kind: 'same-case' }
  | { readonly kind: 'one-ended' }
  | { readonly kind: 'helped' }

interface Signed {
  readonly caseFileId: CaseFileId
  readonly by: StaffId
  readonly at: Instant
}
type Done = Result<CaseFileId, RequestRefusal>

/** From then on it is on tablets, red, and somebody is to visit. Of several that were joined, the one that stands for all. */
export function assignRequest(
  db: WriterDb,
  {
    caseFileId,
    staffId,
    dayOn,
    by,
    at,
  }: Signed & { readonly staffId: StaffId; readonly dayOn?: LocalDate | undefined },
): Done {
  const staff = db.get(
    db.query
      .selectFrom('staffMember')
      .select('id')
      .where('id', '=', staffId)
      .where('active', '=', 1)
      .where('role', 'in', ['verifier', 'coordinator', 'admin']),
  )
  if (!staff) return err({ kind: 'staff-unknown' })
  if (headOf(db, caseFileId) !== caseFileId) return err({ kind: 'merged' })
  const known = ensureDocument(db, caseFileId, { changedBy: by, at })
  if (!known.ok) return known
  const detail = { staffId, ...(dayOn !== undefined && { dayOn }) }
  addCaseEvent(db, { id: randomUUID(), caseFileId, kind: 'assigned', at, by, detail })
  return ok(caseFileId)
}

/**
 * One case file from then on, unless one of the two has ended: whoever asks anew would end with it. When tablets know both, the tick of the one that no longer stands for it turns red, so
 * that nothing leaves for the same household twice.
 */
export function mergeRequests(
  db: WriterDb,
  { caseFileId, intoId, by, at }: Signed & { readonly intoId: CaseFileId },
): Done {
  if (!hasLife(db, caseFileId) || !hasLife(db, intoId)) return err({ kind: 'not-found' })
  if (membersOf(db, caseFileId).includes(intoId)) return err({ kind: 'same-case' })
  if (hasEnded(db, caseFileId) !== hasEnded(db, intoId)) return err({ kind: 'one-ended' })
  addCaseEvent(db, { id: randomUUID(), caseFileId, kind: 'merged', at, by, detail: { into: intoId } })
  regroupMarks(db, membersOf(db, caseFileId), { changedBy: by, at })
  for (const id of membersOf(db, caseFileId)) {
    const stored = readStored(db, 'caseFiles', id)
    if (!stored || stored.deleted === 1 || headOf(db, id) === id) continue
    if ((JSON.parse(stored.body) as CaseFile).tick === 'red') continue
    const reason = 'merged'
    setTick(db, { id, tick: 'red', tickUntil: null, reason, isWithdrawn: true, changedBy: by, at })
  }
  return ok(caseFileId)
}

/** Takes one merge back; ticks stay as they are, for people to set. */
export function unmergeRequests(
  db: WriterDb,
  { caseFileId, mergeId, by, at }: Signed & { readonly mergeId: string },
): Done {
  const merge = db.get(db.query.selectFrom('caseMerge').selectAll().where('mergeId', '=', mergeId))
  if (!merge || !membersOf(db, caseFileId).includes(merge.oneId)) return err({ kind: 'not-found' })
  const joined = membersOf(db, caseFileId)
  addCaseEvent(db, {
    id: randomUUID(),
    caseFileId: merge.oneId,
    kind: 'unmerged',
    at,
    by,
    detail: { mergeId },
  })
  regroupMarks(db, joined, { changedBy: by, at })
  return ok(caseFileId)
}

/** It ends without help, unless it was helped meanwhile, for all that were joined; what tablets know of it turns red. */
export function refuseRequest(
  db: WriterDb,
  { caseFileId, reason, words, by, at }: Signed & { readonly reason: RefusalReason; readonly words: string },
): Done {
  if (!hasLife(db, caseFileId)) return err({ kind: 'not-found' })
  if (headOf(db, caseFileId) !== caseFileId) return err({ kind: 'merged' })
  if (stepOf(db, caseFileId) === 'confirmed') return err({ kind: 'helped' })
  const stored = readStored(db, 'caseFiles', caseFileId)
  if (stored && stored.deleted === 0 && (JSON.parse(stored.body) as CaseFile).tick !== 'red') {
    setTick(db, {
      id: caseFileId,
      tick: 'red',
      tickUntil: null,
      reason,
      isWithdrawn: true,
      changedBy: by,
      at,
    })
  }
  const detail = { reason, ...(words !== '' && { words }) }
  addCaseEvent(db, { id: randomUUID(), caseFileId, kind: 'refused', at, by, detail })
  return ok(caseFileId)
}

function stepOf(db: WriterDb, caseFileId: CaseFileId): LifeStep | undefined {
  return db.get(db.query.selectFrom('caseLife').select('step').where('caseFileId', '=', caseFileId))?.step
}

function hasLife(db: WriterDb, caseFileId: CaseFileId): boolean {
  return stepOf(db, caseFileId) !== undefined
}

function hasEnded(db: WriterDb, caseFileId: CaseFileId): boolean {
  const step = stepOf(db, headOf(db, caseFileId))
  return step === 'refused' || step === 'confirmed'
}

export function headOf(db: WriterDb, caseFileId: CaseFileId): CaseFileId {
  const life = db.get(
    db.query.selectFrom('caseLife').select('mergedInto').where('caseFileId', '=', caseFileId),
  )
  return life?.mergedInto ?? caseFileId
}
