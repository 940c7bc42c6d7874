import { fold, matchesFolded } from '#shared/i18n/fold'
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

export interface FoundCommune {
  readonly communeCode: string
  readonly provinceCode: string
}

/** Communes whose name, with that of their province, has what was typed; undefined until the list has come down. */
export async function searchCommunes(
  db: LedgerDatabase,
  query: string,
  limit: number,
): Promise<FoundCommune[] | undefined> {
  const places = await readMeta(db, 'places')
  if (!places?.provinceByCommune) return undefined
  const words = fold(query)
  if (words === '') return []
  const found: FoundCommune[] = []
  for (const [communeCode, provinceCode] of Object.entries(places.provinceByCommune)) {
    const names = `${places.nameByCode[communeCode]} ${places.nameByCode[provinceCode]}`
    if (matchesFolded(fold(names), words)) found.push({ communeCode, provinceCode })
    if (found.length === limit) break
  }
  return found
}
