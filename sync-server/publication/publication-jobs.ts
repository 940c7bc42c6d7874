import { randomUUID } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { PublicationHindrance } from '#shared/desk/desk-publication-wire'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import { addCaseEvent } from '../case-file/case-events.ts'
import type { WriterDb } from '../database/writer-db.ts'
import type { EraseJob } from '../person/household-jobs.ts'
import { hindranceOf } from './hindrance.ts'

export type PublicationRefusal = { readonly kind: 'not-found' } | { readonly kind: PublicationHindrance }

interface Publishing {
  readonly caseFileId: CaseFileId
  /** Taken when it has none yet. */
  readonly publicCode: string
  readonly words: string
  readonly wordsEn: string
  readonly by: StaffId
  readonly at: Instant
}

/** Tells everyone of a case file, or changes what they are told; its address stays the same, also after it was withdrawn. */
export function publish(
  db: WriterDb,
  { caseFileId, publicCode, words, wordsEn, by, at }: Publishing,
): Result<CaseFileId, PublicationRefusal> {
  const life = db.get(
    db.query
      .selectFrom('caseLife')
      .select(['step', 'tick', 'tickUntil', 'mergedInto'])
      .where('caseFileId', '=', caseFileId),
  )
  if (!life) return err({ kind: 'not-found' })
  const hindrance = hindranceOf(life, at)
  if (hindrance) return err({ kind: hindrance })
  const old = db.get(db.query.selectFrom('publication').selectAll().where('caseFileId', '=', caseFileId))
  const isSame = old?.withdrawnAt === null && old.words === words && old.wordsEn === wordsEn
  if (isSame) return ok(caseFileId)
  const isNew = old?.withdrawnAt !== null
  const row = {
    words,
    wordsEn,
    publishedAt: isNew ? at : old.publishedAt,
    publishedBy: by,
    withdrawnAt: null,
  }
  db.run(
    db.query
      .insertInto('publication')
      .values({ caseFileId, publicCode, ...row })
      .onConflict((conflict) => conflict.column('caseFileId').doUpdateSet(row)),
  )
  addCaseEvent(db, { id: randomUUID(), caseFileId, kind: 'published', at, by, detail: {} })
  return ok(caseFileId)
}

interface Withdrawal extends Pick<Publishing, 'caseFileId' | 'at'> {
  /** Null when what became known of the household did. */
  readonly by: StaffId | null
}

/** Taken back: from then on nobody finds it. Once more changes nothing. */
export function withdrawPublication(
  db: WriterDb,
  { caseFileId, by, at }: Withdrawal,
): Result<CaseFileId, PublicationRefusal> {
  const { changes } = db.run(
    db.query
      .updateTable('publication')
      .set({ withdrawnAt: at })
      .where('caseFileId', '=', caseFileId)
      .where('withdrawnAt', 'is', null),
  )
  if (changes > 0) {
    addCaseEvent(db, { id: randomUUID(), caseFileId, kind: 'unpublished', at, by, detail: {} })
    return ok(caseFileId)
  }
  const known = db.get(
    db.query.selectFrom('publication').select('publicCode').where('caseFileId', '=', caseFileId),
  )
  return known ? ok(caseFileId) : err({ kind: 'not-found' })
}

/** Whoever is erased is told of no more, and the words about them go too. */
export const erasePublication: EraseJob = (db, { caseFileId }) => {
  const row = db.get(
    db.query.selectFrom('publication').select('publicCode').where('caseFileId', '=', caseFileId),
  )
  if (!row) return
  for (const table of ['publication', 'interestDay', 'interestTotal'] as const) {
    db.prepare(`DELETE FROM "${table}" WHERE "publicCode" = ?`).run(row.publicCode)
  }
}
