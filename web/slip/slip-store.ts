import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { Slip } from '../database/ledger-rows.ts'

export function readSlip(db: LedgerDatabase, id: string): Promise<Slip | undefined> {
  return db.slips.get(id)
}
