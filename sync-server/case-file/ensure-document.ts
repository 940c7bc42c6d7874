import type { CaseFile, CaseFileId } from '#shared/case-file/case-file'
import type { LifeBody } from '#shared/case-file/life'
import { err, ok, type Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument, readStored } from '../document/put-document.ts'

/** A request becomes what tablets see, red until somebody has verified it. Nothing when they know it already. */
export function ensureDocument(
  db: WriterDb,
  id: CaseFileId,
  { changedBy, at }: { readonly changedBy: string; readonly at: Instant },
): Result<CaseFileId, { readonly kind: 'not-found' }> {
  const stored = readStored(db, 'caseFiles', id)
  if (stored) return stored.deleted === 0 ? ok(id) : err({ kind: 'not-found' })
  const life = db.get(db.query.selectFrom('caseLife').select(['code', 'body']).where('caseFileId', '=', id))
  if (!life) return err({ kind: 'not-found' })
  const body: CaseFile = {
    ...(JSON.parse(life.body) as LifeBody),
    id,
    code: life.code,
    tick: 'red',
    tickAt: at,
    tickUntil: null,
  }
  putDocument(db, { collection: 'caseFiles', id, body, changedBy, at })
  return ok(id)
}
