import { err, ok, type Result } from '#shared/result'
import type { Movement } from '#shared/movement/movement'
import type { StaffId } from '#shared/staff/staff'
import type { Fact } from '#shared/sync/fact'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { OutboxRow, QuarantineRow } from '../database/ledger-rows.ts'
import { readJournalBase } from '../database/restore-from-journal.ts'
import { refuseStorageFailure, type StorageRefusal } from '../database/storage-refusal.ts'
import {
  announceFacts,
  layFacts,
  recordingTables,
  writeFacts,
  type FactBody,
} from '../movement/record-facts.ts'

/** `not-there`: somebody dealt with it already, in this window or another. */
export type WayOutRefusal = StorageRefusal | { readonly kind: 'not-there' }

/** What waits to be sent, oldest first. */
export function listUnsent(db: LedgerDatabase, limit = 500): Promise<OutboxRow[]> {
  return db.outbox.orderBy('unsentSeq').limit(limit).toArray()
}

/** What the server did not take and nobody has voided yet, oldest first. */
export async function listQuarantine(db: LedgerDatabase): Promise<QuarantineRow[]> {
  const rows = await db.quarantine.orderBy('deviceSeq').toArray()
  return rows.filter(({ voided }) => !voided)
}

/** Way out 1: a corrected record in place of the refused one. A corrected movement needs an id of its own. */
export async function resendCorrected(
  db: LedgerDatabase,
  id: string,
  corrected: FactBody,
): Promise<Result<readonly Fact[], WayOutRefusal>> {
  const resent = await leaveQuarantine<readonly Fact[]>(db, id, async (row) => {
    await db.quarantine.delete(row.id)
    await db.movements.delete(row.id)
    const recorded = await writeFacts(db, [corrected])
    if (corrected.kind === 'movement') await correctSlip(db, row.id, corrected.body)
    return recorded
  })
  if (resent.ok) announceFacts(db)
  return resent
}

/** The paper with that code says what is recorded now, and is found again with it. */
async function correctSlip(db: LedgerDatabase, refusedId: string, movement: Movement): Promise<void> {
  const slip = await db.slips.where('movementId').equals(refusedId).first()
  if (slip) await db.slips.put({ ...slip, movementId: movement.id, movement })
}

/** Way out 2: the same once more, after what stood in its way has been put right at the desk. */
export async function resendAsItIs(db: LedgerDatabase, id: string): Promise<Result<void, WayOutRefusal>> {
  const resent = await leaveQuarantine<void>(db, id, async (row) => {
    await db.quarantine.delete(row.id)
    await layFacts(db, [row.fact])
  })
  if (resent.ok) announceFacts(db)
  return resent
}

/** Way out 3: it shall not count. It stays on this tablet with the reason and who gave it. */
export function voidWithReason(
  db: LedgerDatabase,
  id: string,
  { reason, staffId }: { readonly reason: string; readonly staffId: StaffId },
): Promise<Result<void, WayOutRefusal>> {
  return leaveQuarantine<void>(db, id, async (row) => {
    await db.quarantine.put({ ...row, voided: { reason: reason.trim(), staffId, at: db.now() } })
  })
}

async function leaveQuarantine<Value>(
  db: LedgerDatabase,
  id: string,
  leave: (row: QuarantineRow) => Promise<Value>,
): Promise<Result<Value, WayOutRefusal>> {
  const left = await refuseStorageFailure<Value, WayOutRefusal>(async () => {
    await db.restored
    return db.transaction('rw', [...recordingTables(db), db.slips], async () => {
      const row = await db.quarantine.get(id)
      return row && !row.voided ? ok(await leave(row)) : err({ kind: 'not-there' })
    })
  })
  // The journal still has it as it was: a new base says how it stands now.
  if (left.ok) await db.journal.compact(() => readJournalBase(db))
  return left
}
