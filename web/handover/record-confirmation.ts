import type { Confirmation, HandoverConfirmed, HandoverId } from '#shared/handover/handover'
import type { Signature } from '#shared/movement/signature'
import { ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { HandoverRow } from '../database/ledger-rows.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { recordFacts } from '../movement/record-facts.ts'
import { keepPart, releaseParts, type KeepRefusal } from '../part/part-store.ts'
import { signaturePart } from './close-handover.ts'
import type { Signed, Signer } from './personal-input.ts'

export type Added =
  | { readonly kind: 'giver' }
  | { readonly kind: Signer; readonly signed: Signed; readonly witnessName?: string }

/**
 * A confirmation that was missing is a fact of its own; a signature goes ahead of it as a sealed part. The giver's word is
 * that of who gave, whoever holds the phone now.
 */
export async function recordConfirmation(
  db: LedgerDatabase,
  { handover }: HandoverRow,
  added: Added,
  { movementId: id, deviceId, staffId, warehouseId, now }: Signature,
): Promise<Result<void, StorageRefusal | KeepRefusal>> {
  const confirmation: Confirmation = { kind: added.kind, at: now }
  const body: Omit<HandoverConfirmed, 'confirmation'> = {
    id: id as string as HandoverId,
    deviceId,
    staffId,
    occurredAt: now,
    warehouseId,
    handoverId: handover.id,
  }
  if (added.kind === 'giver') return record({ ...confirmation, staffId: handover.staffId })

  const content = signaturePart(handover, { signed: { [added.kind]: added.signed } }, added.kind)
  const plain = new TextEncoder().encode(JSON.stringify({ ...content, name: added.witnessName }))
  const { id: subjectId, caseFileId } = handover
  const kept = await keepPart(db, { kind: 'signature', subjectId, caseFileId, plain, held: true })
  if (!kept.ok) return kept
  const recorded = await record({ ...confirmation, partHash: kept.value })
  if (recorded.ok) await releaseParts(db, [kept.value])
  return recorded

  async function record(confirmation: Confirmation): Promise<Result<void, StorageRefusal>> {
    const recorded = await recordFacts(db, [{ kind: 'handover-confirmed', body: { ...body, confirmation } }])
    return recorded.ok ? ok(undefined) : recorded
  }
}
