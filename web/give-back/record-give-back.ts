import { draftGiveBack, type GiveBackRequest } from '#shared/movement/draft-give-back'
import type { LinesRefusal } from '#shared/movement/refuse-lines'
import type { Signature } from '#shared/movement/signature'
import { err, ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { recordFacts } from '../movement/record-facts.ts'

/** Puts what came back onto a shelf, in the books of this device at once. The same id twice is recorded once. */
export async function recordGiveBack(
  db: LedgerDatabase,
  request: GiveBackRequest,
  signature: Signature,
): Promise<Result<void, LinesRefusal | StorageRefusal>> {
  const drafted = draftGiveBack(request, signature)
  if (!drafted.ok) return err(drafted.error)
  const recorded = await recordFacts(db, [{ kind: 'movement', body: drafted.value }])
  return recorded.ok ? ok(undefined) : recorded
}
