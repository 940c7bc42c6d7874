import { ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { verifyPin, type SignInRefusal } from './sign-in.ts'
import { holdStaffKey, type HoldKeyRefusal } from './staff-key.ts'

/** For who is signed in already: the app was closed meanwhile, and with it went the key. */
export async function unlockStaffKey(
  db: LedgerDatabase,
  staffId: string,
  pin: string,
): Promise<Result<null, SignInRefusal | HoldKeyRefusal>> {
  const verified = await verifyPin(db, staffId, pin)
  if (!verified.ok) return verified
  const held = await holdStaffKey(db, verified.value, pin)
  return held.ok ? ok(null) : held
}
