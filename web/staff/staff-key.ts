import { err, type Result } from '#shared/result'
import type { StaffMember } from '#shared/staff/staff'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { base64urlFromBytes } from '../seal/base64url.ts'
import { openStaffKey, type StaffKey, type StaffKeyRefusal } from '../seal/open-staff-key.ts'

/** One at a time and in memory alone: gone with the window, and when somebody locks the tablet. */
interface HeldKey {
  readonly staffId: string
  readonly key: StaffKey
}

/** `no-key-box`: the PIN was set before there were keys; the desk can set it anew. */
export type HoldKeyRefusal = StaffKeyRefusal | { readonly kind: 'no-key-box' }

const heldByDb = new WeakMap<LedgerDatabase, HeldKey>()
const listeners = new Set<() => void>()

/** Opens a person's key with the PIN they just typed, in this window. Slow: it is another hash. */
export async function holdStaffKey(
  db: LedgerDatabase,
  { id, keyBox }: StaffMember,
  pin: string,
): Promise<Result<StaffKey, HoldKeyRefusal>> {
  if (!keyBox) return err({ kind: 'no-key-box' })
  const opened = await openStaffKey(keyBox, pin)
  if (!opened.ok) return opened
  heldByDb.set(db, { staffId: id, key: opened.value })
  tell()
  return opened
}

/** Undefined when nobody has typed this person's PIN in this window, or when another PIN was set since. */
export function staffKeyOf(db: LedgerDatabase, { id, keyBox }: StaffMember): StaffKey | undefined {
  const held = heldByDb.get(db)
  if (held?.staffId !== id || !keyBox) return undefined
  return base64urlFromBytes(held.key.publicKey) === keyBox.publicKey ? held.key : undefined
}

export function forgetStaffKey(db: LedgerDatabase): void {
  if (heldByDb.delete(db)) tell()
}

/** Calls when a key comes or goes; answers how to stop. */
export function watchStaffKey(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
