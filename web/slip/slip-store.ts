import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { Slip } from '../database/ledger-rows.ts'

export function readSlip(db: LedgerDatabase, id: string): Promise<Slip | undefined> {
  return db.slips.get(id)
}

export function readSlipOfMovement(db: LedgerDatabase, movementId: string): Promise<Slip | undefined> {
  return db.slips.where('movementId').equals(movementId).first()
}

/** The slips made on this tablet, newest first. */
export function listSlips(db: LedgerDatabase, limit: number): Promise<Slip[]> {
  return db.slips.orderBy('createdAt').reverse().limit(limit).toArray()
}
