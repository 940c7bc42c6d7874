import {
  outcomeOf,
  type CorrectionReason,
  type HandoverCorrected,
  type HandoverId,
  type HandoverLine,
} from '#shared/handover/handover'
import { handoverWords } from '#shared/handover/handover-text'
import { draftDelivery } from '#shared/movement/draft-delivery'
import { draftReversal, type ReversalRefusal } from '#shared/movement/draft-reversal'
import type { MovementId } from '#shared/movement/movement'
import type { LinesRefusal } from '#shared/movement/refuse-lines'
import type { DeviceSignature } from '#shared/movement/signature'
import { err, ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { recordFacts, type FactBody } from '../movement/record-facts.ts'
import type { KnownHandover } from './handover-store.ts'

export type CorrectionRefusal =
  | ReversalRefusal
  | LinesRefusal
  | StorageRefusal
  /** The delivery is no longer on this device: the desk sees it. */
  | { readonly kind: 'delivery-gone' }

export interface Correction {
  readonly reason: CorrectionReason
  readonly lines: readonly HandoverLine[]
}

/**
 * What should have been written, as another fact. The old delivery is taken back whole and a new one recorded, so that
 * stock and totals follow by the ledger alone; all in one transaction. The household was helped when it was handed over,
 * not when that was put right.
 */
export async function recordCorrection(
  db: LedgerDatabase,
  { row, state }: KnownHandover,
  { reason, lines }: Correction,
  signature: DeviceSignature,
): Promise<Result<void, CorrectionRefusal>> {
  const facts: FactBody[] = []
  const standing = state.corrected ? state.corrected.movementId : row.handover.movementId
  if (standing !== undefined) {
    const delivery = await db.movements.get(standing)
    if (!delivery) return err({ kind: 'delivery-gone' })
    const { movement } = delivery
    const reversal = draftReversal(
      { undone: movement, reason: handoverWords.vi.correction[reason] },
      { ...signature, movementId: db.newId() as MovementId },
    )
    if (!reversal.ok) return reversal
    facts.push({ kind: 'movement', body: reversal.value })
  }
  const goods = lines
    .filter(({ delivered }) => delivered > 0)
    .map(({ itemId, lotId, delivered }) => ({ itemId, lotId, quantity: delivered }))
  const movementId = goods.length > 0 ? (db.newId() as MovementId) : undefined
  if (movementId !== undefined) {
    const { consignmentId, caseFileId, occurredAt: now } = row.handover
    const delivery = draftDelivery(
      { consignmentId, caseFileId, lines: goods },
      { ...signature, movementId, now },
    )
    if (!delivery.ok) return delivery
    facts.push({ kind: 'movement', body: delivery.value })
  }
  const { deviceId, staffId, warehouseId, now: occurredAt } = signature
  const body: HandoverCorrected = {
    deviceId,
    staffId,
    warehouseId,
    occurredAt,
    reason,
    id: db.newId() as HandoverId,
    correctsId: row.handover.id,
    lines: [...lines],
    outcome: outcomeOf(lines),
    ...(movementId !== undefined && { movementId }),
  }
  const recorded = await recordFacts(db, [...facts, { kind: 'handover-corrected', body }])
  return recorded.ok ? ok(undefined) : recorded
}
