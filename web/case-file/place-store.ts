import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'

/** The name of a commune or province by its code; undefined until the list has come down. */
export async function placeName(db: LedgerDatabase, code: string): Promise<string | undefined> {
  return (await readPlaceNames(db))[code]
}

/** All names by code. Kept in memory after the first reading: 3,355 short texts. */
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
