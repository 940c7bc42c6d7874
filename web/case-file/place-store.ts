import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'

/** All names of communes and provinces by code; empty until the list has come down. Kept in memory after the first reading: 3,355 short texts. */
export async function readPlaceNames(db: LedgerDatabase): Promise<Readonly<Record<string, string>>> {
  const kept = keptOf.get(db)
  if (kept) return kept
  const places = await readMeta(db, 'places')
  if (places) keptOf.set(db, places.nameByCode)
  return places?.nameByCode ?? {}
}

export function forgetPlaceNames(db: LedgerDatabase): void {
  keptOf.delete(db)
}

const keptOf = new WeakMap<LedgerDatabase, Readonly<Record<string, string>>>()
