import type { CaseFileId } from '#shared/case-file/case-file'
import type { WriterDb } from '../database/writer-db.ts'

/** Over what is there: who was erased meanwhile stays so. */
export function changeContact(
  db: WriterDb,
  {
    caseFileId,
    sealed,
    tell,
  }: { readonly caseFileId: CaseFileId; readonly sealed: Uint8Array; readonly tell: boolean },
): void {
  db.prepare(`UPDATE "requestContact" SET "sealed" = ?, "tell" = ? WHERE "caseFileId" = ?`).run(
    sealed,
    Number(tell),
    caseFileId,
  )
}
