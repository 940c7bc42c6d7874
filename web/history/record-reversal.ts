import { draftReversal, type ReversalRefusal, type ReversalRequest } from '#shared/movement/draft-reversal'
import type { MovementId } from '#shared/movement/movement'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { recordFacts } from '../movement/record-facts.ts'
import { verifyPin, type SignInRefusal } from '../staff/sign-in.ts'

/** Undoes a movement in the name of the person signed in, who proves it with their PIN. On disk when it resolves. */
export async function recordReversal(
  db: LedgerDatabase,
  request: ReversalRequest,
  { staffId, pin }: { readonly staffId: StaffId; readonly pin: string },
): Promise<Result<MovementId, ReversalRefusal | SignInRefusal | StorageRefusal>> {
  const verified = await verifyPin(db, staffId, pin)
  if (!verified.ok) return verified
  const identity = await readMeta(db, 'identity')
  if (!identity) return err({ kind: 'not-enrolled' })
  const reversal = draftReversal(request, {
    movementId: db.newId() as MovementId,
    deviceId: identity.deviceId,
    staffId,
    warehouseId: identity.warehouseId,
    now: db.now(),
  })
  if (!reversal.ok) return reversal
  const recorded = await recordFacts(db, [{ kind: 'movement', body: reversal.value }])
  return recorded.ok ? ok(reversal.value.id) : recorded
}
