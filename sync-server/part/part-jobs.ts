import type { CaseFileId } from '#shared/case-file/case-file'
import type { PartHash } from '#shared/part/part'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { PartTables } from '../database/part-tables.ts'
import type { WriterDb } from '../database/writer-db.ts'

export type NewPart = Omit<PartTables['part'], 'erasedAt' | 'publicHash' | 'publicBy'>

/**
 * The part is here, once however often it is handed in. False when its case file has been erased: then only the row
 * stays, and its file has to go.
 */
export function addPart(db: WriterDb, part: NewPart): boolean {
  const erasure = db.get(
    db.query.selectFrom('partErasure').select('erasedAt').where('caseFileId', '=', part.caseFileId),
  )
  const erasedAt = erasure ? part.receivedAt : null
  db.run(
    db.query
      .insertInto('part')
      .values({ ...part, erasedAt, publicHash: null, publicBy: null })
      // One that was refused and is handed in again may be taken now; one that was taken stays as it is.
      .onConflict((conflict) =>
        conflict
          .column('hash')
          .doUpdateSet((row) => ({
            refusal: row.ref('excluded.refusal'),
            type: row.ref('excluded.type'),
            width: row.ref('excluded.width'),
            height: row.ref('excluded.height'),
          }))
          .where('part.refusal', 'is not', null),
      ),
  )
  return erasedAt === null
}

/** All parts of a case file are erased, and whatever of them still comes; the rows say whose files have to go. */
export function erasePartsOf(
  db: WriterDb,
  { caseFileId, at }: { readonly caseFileId: CaseFileId; readonly at: Instant },
): void {
  db.run(
    db.query
      .insertInto('partErasure')
      .values({ caseFileId, erasedAt: at })
      .onConflict((conflict) => conflict.column('caseFileId').doNothing()),
  )
  db.run(
    db.query
      .updateTable('part')
      .set({ erasedAt: at, publicBy: null, width: null, height: null })
      .where('caseFileId', '=', caseFileId)
      .where('erasedAt', 'is', null),
  )
}

/** Which blurred copy everyone may see, and by whose word; null takes it back. False when there is no such picture. */
export function setPublicPicture(
  db: WriterDb,
  {
    hash,
    publicHash,
    by,
  }: { readonly hash: PartHash; readonly publicHash: PartHash | null; readonly by: StaffId },
): boolean {
  const { changes } = db.run(
    db.query
      .updateTable('part')
      .set({ publicHash, publicBy: by })
      .where('hash', '=', hash)
      .where('kind', '=', 'picture')
      .where('refusal', 'is', null)
      .where('erasedAt', 'is', null),
  )
  return changes > 0
}
