import type { CaseFile, CaseFileId, Tick } from '#shared/case-file/case-file'
import { err, type Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import { readStored } from '../document/put-document.ts'
import { setTick, type CaseFileRefusal } from './case-file-jobs.ts'
import { ensureDocument } from './ensure-document.ts'

export type TickRefusal =
  | CaseFileRefusal
  | { readonly kind: 'not-surveyed' }
  | { readonly kind: 'not-pre-checked' }
  | { readonly kind: 'surveyor' }
  | { readonly kind: 'evidence-missing' }
  | { readonly kind: 'reason-missing' }

export interface VerifiedTick {
  readonly id: CaseFileId
  readonly tick: Tick
  readonly tickUntil: Instant | null
  readonly reason?: string | undefined
  readonly parts?: readonly string[] | undefined
  /** A member of staff, by name. */
  readonly changedBy: string
  readonly at: Instant
}

/**
 * Sets a tick by the rules: yellow says that it was surveyed and looked at, green that somebody other than the surveyor
 * answers for it, with what proves it. Where nobody surveyed, as with a list from a commune, green needs the reason in
 * words. Taking a tick back needs one as well.
 */
export function setVerifiedTick(db: WriterDb, change: VerifiedTick): Result<CaseFileId, TickRefusal> {
  const { id, tick, reason = '', parts = [] } = change
  const life = db.get(
    db.query.selectFrom('caseLife').select(['doubts', 'surveyedBy']).where('caseFileId', '=', id),
  )
  if (!life) return err({ kind: 'not-found' })
  if (tick === 'yellow' && life.surveyedBy === null) return err({ kind: 'not-surveyed' })
  if (tick !== 'red' && life.surveyedBy !== null && life.doubts === null)
    return err({ kind: 'not-pre-checked' })
  if (tick === 'green') {
    if (hasSurveyed(db, id, change.changedBy)) return err({ kind: 'surveyor' })
    if (life.surveyedBy === null && reason === '') return err({ kind: 'reason-missing' })
    if (reason === '' && parts.length === 0) return err({ kind: 'evidence-missing' })
  }
  const known = ensureDocument(db, id, change)
  if (!known.ok) return known
  const old = JSON.parse(readStored(db, 'caseFiles', id)!.body) as CaseFile
  const isWithdrawn = rank(tick) < rank(old.tick)
  if (isWithdrawn && reason === '') return err({ kind: 'reason-missing' })
  return setTick(db, { ...change, isWithdrawn })
}

function rank(tick: Tick): number {
  return ['red', 'yellow', 'green'].indexOf(tick)
}

function hasSurveyed(db: WriterDb, caseFileId: CaseFileId, staffId: string): boolean {
  const row = db
    .prepare(`SELECT 1 FROM "caseEvent" WHERE "caseFileId" = ? AND "kind" = 'surveyed' AND "by" = ?`)
    .get(caseFileId, staffId)
  return row !== undefined
}
