import type { CaseFileId } from '#shared/case-file/case-file'
import type { Mark, MarkId, MarkKind } from '#shared/person/mark'
import type { Instant } from '#shared/time/time'
import { countGroups } from '../case-file/case-groups.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { deleteDocument, putDocument, readStored } from '../document/put-document.ts'
import { householdOf } from '../repeat/household-help.ts'
import { rejudgeHelp } from '../repeat/rejudge-help.ts'
import { rejudgeSharedPhones } from '../repeat/shared-phones.ts'
import type { HouseholdMark } from './persons.ts'

interface Signed {
  readonly changedBy: string
  readonly at: Instant
}

/** Which numbers a case file has from now on; what follows for the repeat rule, on either side, is judged anew. */
export function setHouseholdMarks(
  db: WriterDb,
  {
    caseFileId,
    marks,
    ...signed
  }: { readonly caseFileId: CaseFileId; readonly marks: readonly HouseholdMark[] } & Signed,
): void {
  const old = marksOfCaseFile(db, caseFileId)
  const removed = old.filter(({ mark }) => !marks.some((it) => it.mark === mark))
  const added = marks.filter(({ mark }) => !old.some((it) => it.mark === mark))
  const left = householdOf(db, caseFileId) as CaseFileId[]
  const remove = db.prepare(`DELETE FROM "householdMark" WHERE "mark" = ? AND "caseFileId" = ?`)
  const insert = db.prepare(`INSERT INTO "householdMark" ("mark", "caseFileId", "kind") VALUES (?, ?, ?)`)
  for (const { mark } of removed) remove.run(mark, caseFileId)
  for (const { mark, kind } of added) insert.run(mark, caseFileId, kind)
  for (const it of [...removed, ...added]) putMark(db, it, signed)
  if (removed.length + added.length > 0) rejudge(db, left, signed)
}

/** Case files were joined or taken apart: how many households a phone belongs to, and what help counts, changes with it. */
export function regroupMarks(db: WriterDb, caseFileIds: readonly CaseFileId[], signed: Signed): void {
  for (const mark of caseFileIds.flatMap((id) => marksOfCaseFile(db, id))) putMark(db, mark, signed)
  rejudge(db, caseFileIds, signed)
}

function rejudge(db: WriterDb, caseFileIds: readonly CaseFileId[], { at }: Signed): void {
  rejudgeHelp(db, caseFileIds, { at, putMark: putDocument })
  rejudgeSharedPhones(db, caseFileIds, at)
}

/** A number that belongs to no case file any more is forgotten, with its whole history. */
function putMark(db: WriterDb, { mark, kind }: HouseholdMark, signed: Signed): void {
  const caseFileIds = caseFilesOf(db, mark)
  if (caseFileIds.length === 0) return forgetMark(db, { mark, kind }, signed)
  const stored = readStored(db, 'marks', mark)
  const known = stored && stored.deleted === 0 ? (JSON.parse(stored.body) as Mark).helped : []
  const helped = known.filter(({ caseFileId }) => caseFileIds.includes(caseFileId))
  const households = countGroups(db, caseFileIds)
  const body = {
    id: mark,
    kind,
    caseFileIds,
    helped,
    ...(households < caseFileIds.length && { households }),
  }
  putDocument(db, markDocument(body, signed))
}

/** Devices are told by an empty document that is deleted; what the history said before is gone. */
function forgetMark(db: WriterDb, { mark, kind }: HouseholdMark, { changedBy, at }: Signed): void {
  putDocument(db, markDocument({ id: mark, kind, caseFileIds: [], helped: [] }, { changedBy, at }))
  deleteDocument(db, { collection: 'marks', id: mark, changedBy, at })
  const stored = readStored(db, 'marks', mark)
  db.prepare(`DELETE FROM "documentHistory" WHERE "collection" = 'marks' AND "id" = ? AND "version" < ?`).run(
    mark,
    stored?.version,
  )
}

function markDocument(body: Mark, signed: Signed) {
  return { collection: 'marks', id: body.id, body, ...signed } as const
}

function marksOfCaseFile(db: WriterDb, caseFileId: CaseFileId): HouseholdMark[] {
  return db
    .prepare(`SELECT "mark", "kind" FROM "householdMark" WHERE "caseFileId" = ? ORDER BY "mark"`)
    .all(caseFileId) as { mark: MarkId; kind: MarkKind }[]
}

function caseFilesOf(db: WriterDb, mark: MarkId): CaseFileId[] {
  const rows = db
    .prepare(`SELECT "caseFileId" FROM "householdMark" WHERE "mark" = ? ORDER BY "caseFileId"`)
    .all(mark) as { caseFileId: CaseFileId }[]
  return rows.map(({ caseFileId }) => caseFileId)
}
