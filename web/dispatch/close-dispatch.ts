import type { CaseFile } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import { slipCode } from '#shared/gs1/slip-code'
import { draftDispatch, type DispatchRefusal } from '#shared/movement/draft-dispatch'
import type { MovementId } from '#shared/movement/movement'
import type { DeviceSignature } from '#shared/movement/signature'
import { err, ok, type Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { countedLines } from '../draft/draft-lines.ts'
import { closeDraft, refuseWaiting, type WaitingRefusal } from '../draft/draft-store.ts'
import type { DispatchDraft, DraftLine } from '../draft/draft.ts'
import { readItems } from '../item/item-store.ts'
import { judgeGoods } from '../repeat/judge-groups.ts'
import { countTaken } from './count-taken.ts'
import { openQuestions } from './open-questions.ts'

/** More than was asked for, or something else, and nobody has said yes to it yet. */
export interface QuestionsRefusal {
  readonly kind: 'questions-open'
}

/** Turns an open dispatch into one movement and its consignment, all in one transaction. Answers the consignment's code. */
export async function closeDispatch(
  db: LedgerDatabase,
  draft: DispatchDraft,
  lines: readonly DraftLine[],
  known: { readonly caseFile: CaseFile | undefined; readonly snapshotAt: Instant },
  signature: DeviceSignature,
): Promise<Result<string, DispatchRefusal | WaitingRefusal | QuestionsRefusal | StorageRefusal>> {
  const settled = await refuseWaiting(db, draft)
  if (!settled.ok) return settled
  const movementId = draft.id as MovementId
  const consignmentId = slipCode('consignment', movementId) as ConsignmentId
  const goods = countedLines(lines)
  // Asked of the disk: a screen may show a line before it knows what goods these are.
  const items = await readItems(
    db,
    goods.map(({ itemId }) => itemId),
  )
  const progress = countTaken(known.caseFile?.needs ?? [], goods, items)
  if (openQuestions(progress, draft.typed).length > 0) return err({ kind: 'questions-open' })
  const household = await judgeGoods(db, draft.caseFileId, goods)
  const drafted = draftDispatch(
    { ...known, ...household, consignmentId, override: draft.override, lines: goods },
    { ...signature, movementId },
  )
  if (!drafted.ok) return err(drafted.error)
  const movement = drafted.value
  const closed = await closeDraft(db, draft.id, {
    facts: [{ kind: 'movement', body: movement }],
    slip: { id: consignmentId, kind: 'consignment', movementId, createdAt: signature.now, movement },
  })
  return closed.ok ? ok(consignmentId) : err(closed.error)
}
