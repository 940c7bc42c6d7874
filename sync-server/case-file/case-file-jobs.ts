import { randomUUID } from 'node:crypto'
import { isSubCategoryOf, type CaseFile, type CaseFileId, type Tick } from '#shared/case-file/case-file'
import { err, ok, type Result } from '#shared/result'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument, readStored } from '../document/put-document.ts'
import { putHousehold } from '../person/household-jobs.ts'
import type { SealedHousehold } from '../person/persons.ts'
import { findCommune } from '../place/places.ts'
import { addCaseEvent } from './case-events.ts'
import { tickEventId } from './follow-case-file.ts'

export type CaseFileRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'code-taken' }
  | { readonly kind: 'version-old' }
  | { readonly kind: 'sub-category-wrong' }
  | { readonly kind: 'commune-wrong' }

interface Signed {
  readonly changedBy: string
  readonly at: Instant
}
type Editable = Omit<CaseFile, 'id' | 'code' | 'tick' | 'tickAt' | 'tickUntil'>

export interface NewCaseFile extends Signed {
  /** Given by whoever has sealed a household for it. */
  readonly id?: CaseFileId
  readonly caseFile: Editable & Pick<CaseFile, 'code'>
  readonly household?: SealedHousehold | undefined
}

/** Nobody has verified it yet: red. */
export function addCaseFile(
  db: WriterDb,
  { id = randomUUID() as string as CaseFileId, caseFile, household, changedBy, at }: NewCaseFile,
): Result<CaseFileId, CaseFileRefusal> {
  const refusal = refuseCaseFile(caseFile)
  if (refusal) return err(refusal)
  if (findCaseFileByCode(db, caseFile.code)) return err({ kind: 'code-taken' })
  const body: CaseFile = { ...caseFile, id, tick: 'red', tickAt: at, tickUntil: null }
  putDocument(db, { collection: 'caseFiles', id, body, changedBy, at })
  if (household) putHousehold(db, { household, changedBy, at })
  return ok(id)
}

export interface CaseFilePatch extends Signed {
  readonly id: CaseFileId
  readonly version: number
  readonly change: Partial<Omit<Editable, 'subCategory'>> & {
    readonly subCategory?: CaseFile['subCategory'] | null
  }
  readonly household?: SealedHousehold | undefined
}

export function changeCaseFile(
  db: WriterDb,
  { id, version, change, household, changedBy, at }: CaseFilePatch,
): Result<CaseFileId, CaseFileRefusal> {
  const stored = readStored(db, 'caseFiles', id)
  if (!stored || stored.deleted === 1) return err({ kind: 'not-found' })
  if (stored.version !== version) return err({ kind: 'version-old' })
  const old = JSON.parse(stored.body) as CaseFile
  const { subCategory = old.subCategory, ...rest } = change
  const caseFile: CaseFile = { ...old, ...rest }
  if (subCategory == null) delete caseFile.subCategory
  else caseFile.subCategory = subCategory
  const refusal = refuseCaseFile(caseFile)
  if (refusal) return err(refusal)
  putDocument(db, { collection: 'caseFiles', id, body: caseFile, changedBy, at })
  if (household) putHousehold(db, { household, changedBy, at })
  return ok(id)
}

export interface TickChange extends Signed {
  readonly id: CaseFileId
  readonly tick: Tick
  readonly tickUntil: Instant | null
  /** What speaks for it, in words and pictures; never a person's name. */
  readonly reason?: string | undefined
  readonly parts?: readonly string[] | undefined
  /** Taken back, not run out. */
  readonly isWithdrawn?: boolean
}

/** Who, when and until when; never at the moment of the tick before, or the history would lose that one. */
export function setTick(
  db: WriterDb,
  { id, tick, tickUntil, reason = '', parts = [], isWithdrawn, changedBy, at }: TickChange,
): Result<CaseFileId, CaseFileRefusal> {
  const stored = readStored(db, 'caseFiles', id)
  if (!stored || stored.deleted === 1) return err({ kind: 'not-found' })
  const old = JSON.parse(stored.body) as CaseFile
  const tickAt = at > old.tickAt ? at : instantFromMs(msFromInstant(old.tickAt) + 1)
  const body: CaseFile = { ...old, tick, tickAt, tickUntil }
  addCaseEvent(db, {
    id: tickEventId(body),
    caseFileId: id,
    kind: isWithdrawn ? 'withdrawn' : 'ticked',
    at: tickAt,
    by: changedBy,
    detail: { tick, until: tickUntil, ...(reason !== '' && { reason }), ...(parts.length > 0 && { parts }) },
  })
  putDocument(db, { collection: 'caseFiles', id, body, changedBy, at })
  return ok(id)
}

function refuseCaseFile(caseFile: Editable): CaseFileRefusal | undefined {
  const { category, subCategory, provinceCode, communeCode } = caseFile
  if (!isSubCategoryOf(category, subCategory)) return { kind: 'sub-category-wrong' }
  const isThere = findCommune(communeCode)?.provinceCode === provinceCode
  return isThere ? undefined : { kind: 'commune-wrong' }
}

export function findCaseFileByCode(db: Pick<WriterDb, 'prepare'>, code: string): CaseFileId | undefined {
  const row = db
    .prepare(
      `SELECT "id" FROM "document"
       WHERE "collection" = 'caseFiles' AND upper(json_extract("body", '$.code')) = upper(?) AND "deleted" = 0`,
    )
    .get(code) as { id: CaseFileId } | undefined
  return row?.id
}
