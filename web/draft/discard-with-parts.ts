import type { LedgerDatabase } from '../database/ledger-database.ts'
import { listPartsOf, takeOutPart } from '../part/part-store.ts'
import { discardDraft } from './draft-store.ts'

/** Its pictures and signatures go first: what dies in between leaves a draft that can still be discarded. */
export async function discardWithParts(db: LedgerDatabase, draftId: string): Promise<void> {
  for (const { hash } of await listPartsOf(db, draftId)) await takeOutPart(db, hash)
  await discardDraft(db, draftId)
}
