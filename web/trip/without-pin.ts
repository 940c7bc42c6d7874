import type { StaffMember } from '#shared/staff/staff'
import { DAY_MS, msFromInstant } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'

/** Who may go on with a trip without their PIN on this device: its couriers. */
export async function listCouriers(db: LedgerDatabase): Promise<StaffMember[]> {
  const rows = await db.staff.toArray()
  return rows
    .filter(({ deleted, body }) => !deleted && body.active && body.role === 'courier')
    .map(({ body }) => body)
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** The PIN was forgotten: from now on, and after a restart too, this person's trips go on by codes alone. */
export async function goOnWithoutPin(db: LedgerDatabase, staffId: StaffMember['id']): Promise<void> {
  await writeMeta(db, 'withoutPin', { staffId, since: db.now() })
}

export async function endWithoutPin(db: LedgerDatabase): Promise<void> {
  await db.meta.delete('withoutPin')
}

/** For a day: who still has no PIN then asks the desk for a new one. */
export async function staffWithoutPin(db: LedgerDatabase): Promise<StaffMember | undefined> {
  const going = await readMeta(db, 'withoutPin')
  if (!going || msFromInstant(db.now()) - msFromInstant(going.since) > DAY_MS) return undefined
  const row = await db.staff.get(going.staffId)
  return row && !row.deleted && row.body.active ? row.body : undefined
}
