import type { CaseFile, CaseFileId, Tick } from '#shared/case-file/case-file'
import { err, type Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import { inList } from '../database/in-list.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { readStored } from '../document/put-document.ts'
import { readPictures } from '../part/read-parts.ts'
import { setTick, type CaseFileRefusal } from './case-file-jobs.ts'
import { membersOf } from './case-groups.ts'
import { ensureDocument } from './ensure-document.ts'

export type TickRefusal =
  | CaseFileRefusal
  | { readonly kind: 'not-surveyed' }
  | { readonly kind: 'not-pre-checked' }
  | { readonly kind: 'merged' }
  | { readonly kind: 'surveyor' }
  | { readonly kind: 'evidence-missing' }
  | { readonly kind: 'picture-unknown' }
  | { readonly kind: 'reason-missing' }

export interface VerifiedTick {
  readonly id: CaseFileId
  readonly tick: Tick
  readonly tickUntil: Instant | null
  readonly reason?: string | undefined
  readonly parts?: readonly string[] | undefined
  /** By whoever runs the server: neither visit nor evidence is asked for. */
  readonly isDecidedElsewhere?: boolean
  /** A member of staff, by name. */
  readonly changedBy: string
  readonly at: Instant
}

/**
 * Sets a tick by the rules: yellow says that it was surveyed and looked at, green that somebody other than the surveyor
 * answers for it, with what proves it. Where nobody surveyed, as with a list from a commune, green needs the reason in
 * words. Taking a tick back needs one as well. Case files that were joined are one: what was surveyed is so for all, and
 * only the one that stands for them has a tick.
 */
export function setVerifiedTick(db: WriterDb, change: VerifiedTick): Result<CaseFileId, TickRefusal> {
  const { id, tick, isDecidedElsewhere = false, changedBy } = change
  const refusal = refuseJoined(db, change) ?? (isDecidedElsewhere ? undefined : refuseTickChange(db, change))
  if (refusal) return err(refusal)
  if (tick === 'green' && hasSurveyed(db, id, changedBy)) return err({ kind: 'surveyor' })
  const known = ensureDocument(db, id, change)
  if (!known.ok) return known
  const old = JSON.parse(readStored(db, 'caseFiles', id)!.body) as CaseFile
  const isWithdrawn = rank(tick) < rank(old.tick)
  if (isWithdrawn && !change.reason && !isDecidedElsewhere) return err({ kind: 'reason-missing' })
  return setTick(db, { ...change, isWithdrawn })
}

/** Whether somebody made a visit to a household, under whichever of its joined case files. */
export function hasSurveyed(db: Pick<WriterDb, 'prepare'>, caseFileId: CaseFileId, staffId: string): boolean {
  const row = db
    .prepare(
      `SELECT 1 FROM "caseEvent" WHERE "caseFileId" IN (SELECT "value" FROM json_each(?)) AND "kind" = 'surveyed' AND "by" = ?`,
    )
    .get(JSON.stringify(membersOf(db, caseFileId)), staffId)
  return row !== undefined
}

function refuseJoined(db: WriterDb, { id, tick }: VerifiedTick): TickRefusal | undefined {
  const life = db.get(db.query.selectFrom('caseLife').select('mergedInto').where('caseFileId', '=', id))
  if (!life) return { kind: 'not-found' }
  return tick !== 'red' && life.mergedInto !== null ? { kind: 'merged' } : undefined
}

function refuseTickChange(
  db: WriterDb,
  { id, tick, reason = '', parts = [] }: VerifiedTick,
): TickRefusal | undefined {
  const group = membersOf(db, id)
  const surveyed = db.all(
    db.query
      .selectFrom('caseLife')
      .select('doubts')
      .where('caseFileId', 'in', inList(group))
      .where('surveyedBy', 'is not', null),
  )
  if (tick === 'yellow' && surveyed.length === 0) return { kind: 'not-surveyed' }
  if (tick !== 'red' && surveyed.some(({ doubts }) => doubts === null)) return { kind: 'not-pre-checked' }
  if (!arePictures(db, group, parts)) return { kind: 'picture-unknown' }
  if (tick !== 'green' || reason !== '') return undefined
  if (surveyed.length === 0) return { kind: 'reason-missing' }
  return parts.length === 0 ? { kind: 'evidence-missing' } : undefined
}

/** What proves a tick can be looked at. */
function arePictures(db: WriterDb, group: readonly CaseFileId[], hashes: readonly string[]): boolean {
  const known = new Set<string>(group.flatMap((id) => readPictures(db, id).map(({ hash }) => hash)))
  return hashes.every((hash) => known.has(hash))
}

function rank(tick: Tick): number {
  return ['red', 'yellow', 'green'].indexOf(tick)
}
