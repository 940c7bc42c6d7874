import { err, ok, type Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import { addStaff, countAdmins, type StaffRecord } from './staff-jobs.ts'

/** Puts the code in place of an older one. False when there is an administrator: then no code opens anything. */
export function putSetupCode(
  db: WriterDb,
  { codeHash, at }: { readonly codeHash: string; readonly at: Instant },
): boolean {
  db.run(db.query.deleteFrom('setupCode'))
  if (countAdmins(db) > 0) return false
  db.run(db.query.insertInto('setupCode').values({ codeHash, createdAt: at }))
  return true
}

export type SetupRefusal = { readonly kind: 'code-wrong' } | { readonly kind: 'user-name-taken' }

/** Makes the first administrator; the code is gone in the same transaction, so it works once. */
export function setUpFirstAdmin(
  db: WriterDb,
  { codeHash, staff }: { readonly codeHash: string; readonly staff: StaffRecord },
): Result<StaffRecord, SetupRefusal> {
  const code = db.get(db.query.selectFrom('setupCode').selectAll().where('codeHash', '=', codeHash))
  if (!code || countAdmins(db) > 0) return err({ kind: 'code-wrong' })
  const added = addStaff(db, { staff, changedBy: staff.id })
  if (!added.ok) return err({ kind: 'user-name-taken' })
  db.run(db.query.deleteFrom('setupCode'))
  return ok(added.value)
}
