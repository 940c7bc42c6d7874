import { slipCode } from '#shared/gs1/slip-code'
import { draftIntake, type IntakeRefusal } from '#shared/movement/draft-intake'
import type { MovementId } from '#shared/movement/movement'
import type { DeviceSignature } from '#shared/movement/signature'
import { err, ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { countedLines } from '../draft/draft-lines.ts'
import { closeDraft, refuseWaiting, type WaitingRefusal } from '../draft/draft-store.ts'
import type { DraftLine, IntakeDraft } from '../draft/draft.ts'
import { readItems } from '../item/item-store.ts'
import { linesWithoutDate } from './lines-without-date.ts'

/** Goods that carry a date have none yet, and nobody said that the pack shows none. */
export interface DatesRefusal {
  readonly kind: 'dates-missing'
}

/** Turns an open intake into one movement and its receipt, all in one transaction. Answers the number on the receipt. */
export async function closeIntake(
  db: LedgerDatabase,
  draft: IntakeDraft,
  lines: readonly DraftLine[],
  signature: DeviceSignature,
): Promise<Result<string, IntakeRefusal | WaitingRefusal | DatesRefusal | StorageRefusal>> {
  const settled = await refuseWaiting(db, draft)
  if (!settled.ok) return settled
  const counted = countedLines(lines)
  // Asked of the disk: a screen may show a line before it knows what goods these are.
  const items = await readItems(
    db,
    counted.map(({ itemId }) => itemId),
  )
  if (linesWithoutDate(counted, items, draft.typed).length > 0) return err({ kind: 'dates-missing' })
  const movementId = draft.id as MovementId
  const receiptId = slipCode('receipt', movementId)
  const drafted = draftIntake(
    { donorId: draft.donorId, lines: counted, receiptId },
    { ...signature, movementId },
  )
  if (!drafted.ok) return err(drafted.error)
  const movement = drafted.value
  const closed = await closeDraft(db, draft.id, {
    facts: [{ kind: 'movement', body: movement }],
    slip: { id: receiptId, kind: 'receipt', movementId, createdAt: signature.now, movement },
  })
  return closed.ok ? ok(receiptId) : err(closed.error)
}
