import type { CaseFileId } from '#shared/case-file/case-file'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { PersonTables } from '../database/person-tables.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { erasePublication, withdrawPublication } from '../publication/publication-jobs.ts'
import { eraseRequest } from '../request/erase-request.ts'
import { setLikenesses } from '../request/likeness.ts'
import { forgetPackages } from '../trip/package-jobs.ts'
import { setHouseholdMarks } from './household-marks.ts'
import { erasePartsOf } from '../part/part-jobs.ts'
import type { SealedHousehold } from './persons.ts'

export function noteReads(
  db: WriterDb,
  { reads }: { readonly reads: readonly Omit<PersonTables['personRead'], 'id'>[] },
): void {
  const insert = db.prepare(
    `INSERT INTO "personRead" ("at", "staffId", "deviceId", "caseFileId", "why") VALUES (?, ?, ?, ?, ?)`,
  )
  for (const { at, staffId, deviceId, caseFileId, why } of reads)
    insert.run(at, staffId, deviceId, caseFileId, why)
}

export interface HouseholdChange {
  readonly household: SealedHousehold
  readonly changedBy: string
  readonly at: Instant
}

/** The only place that writes what is known about persons; it cannot read it. */
export function putHousehold(db: WriterDb, { household, changedBy, at }: HouseholdChange): void {
  const { caseFileId, sealed, marks, likenesses, toldOf = [] } = household
  db.prepare(
    `INSERT INTO "household" ("caseFileId", "sealed", "marked", "changedAt", "changedBy") VALUES (?, ?, ?, ?, ?)
     ON CONFLICT ("caseFileId") DO UPDATE SET "sealed" = excluded."sealed", "marked" = excluded."marked",
       "changedAt" = excluded."changedAt", "changedBy" = excluded."changedBy"`,
  ).run(caseFileId, sealed, marks ? 1 : 0, at, changedBy)
  if (marks) setHouseholdMarks(db, { caseFileId, marks, changedBy, at })
  if (likenesses) setLikenesses(db, caseFileId, likenesses)
  for (const id of toldOf) withdrawPublication(db, { caseFileId: id, by: null, at })
}

/** Puts it only over the version that was seen. False when somebody else has changed it meanwhile. */
export function changeHousehold(
  db: WriterDb,
  { seenAt, ...change }: HouseholdChange & { readonly seenAt: Instant | null },
): boolean {
  const { caseFileId } = change.household
  const old = db.get(
    db.query.selectFrom('household').select('changedAt').where('caseFileId', '=', caseFileId),
  )
  if ((old?.changedAt ?? null) !== seenAt) return false
  putHousehold(db, change)
  return true
}

/** Marks that were made after the household was stored; skipped when it has changed since. */
export function markHouseholds(
  db: WriterDb,
  {
    households,
    at,
  }: {
    readonly households: readonly (Required<Pick<SealedHousehold, 'caseFileId' | 'marks'>> & {
      readonly changedAt: Instant
    })[]
    readonly at: Instant
  },
): void {
  for (const { caseFileId, marks, changedAt } of households) {
    const { changes } = db
      .prepare(`UPDATE "household" SET "marked" = 1 WHERE "caseFileId" = ? AND "changedAt" = ?`)
      .run(caseFileId, changedAt)
    if (changes > 0) setHouseholdMarks(db, { caseFileId, marks, changedBy: 'marks', at })
  }
}

/** Runs in the same transaction as the erasure: for rooms that keep more about a household. */
export type EraseJob = (
  db: WriterDb,
  erasure: { readonly caseFileId: CaseFileId; readonly by: StaffId | null; readonly at: Instant },
) => void
const ERASE_JOBS: readonly EraseJob[] = [eraseRequest, forgetPackages, erasePublication, erasePartsOf]

/** What is erased is overwritten with zeros, not only left out. */
export function eraseHousehold(
  db: WriterDb,
  erasure: { readonly caseFileId: CaseFileId; readonly by: StaffId | null; readonly at: Instant },
): void {
  const { caseFileId, by, at } = erasure
  db.prepare('PRAGMA secure_delete = ON').get()
  db.run(db.query.deleteFrom('household').where('caseFileId', '=', caseFileId))
  setHouseholdMarks(db, { caseFileId, marks: [], changedBy: by ?? 'command-line', at })
  for (const job of ERASE_JOBS) job(db, erasure)
  db.prepare('PRAGMA secure_delete = OFF').get()
}
