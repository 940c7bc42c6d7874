import type { Donor } from '#shared/donor/donor'
import type { LocationId } from '#shared/location/location'
import { searchWords } from '#shared/i18n/search-words'
import { ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { searchRows } from '../database/search-rows.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { recordFacts } from '../movement/record-facts.ts'

/** Donors whose names match; without a query those heard of last. The anonymous donor is not among them. */
export async function searchDonors(db: LedgerDatabase, query: string, limit: number): Promise<Donor[]> {
  const rows =
    query.trim() === ''
      ? await db.donors
          .orderBy('version')
          .reverse()
          .filter(({ deleted, body }) => !deleted && !body.anonymous)
          .limit(limit)
          .toArray()
      : await searchRows(db.donors, query, limit)
  return rows.map(({ body }) => body)
}

export async function readDonor(db: LedgerDatabase, id: LocationId): Promise<Donor | undefined> {
  return (await db.donors.get(id))?.body
}

/**
 * A donor met on the spot: recorded as a fact and to be found at once. Whoever has that name already is that donor, so
 * that pressed twice, or in two windows, it is one.
 */
export async function nameDonor(db: LedgerDatabase, name: string): Promise<Result<Donor, StorageRefusal>> {
  let donor: Donor = { id: `donor:${db.newId()}` as LocationId, anonymous: false, name: name.trim() }
  const recorded = await recordFacts(db, async () => {
    const known = await findNamed(db, name)
    if (!known) return [{ kind: 'donor-named', body: donor }]
    donor = known
    return []
  })
  return recorded.ok ? ok(donor) : recorded
}

/** Names that differ in their diacritics are two names. */
export function isNamed(donor: Donor, name: string): boolean {
  return !donor.anonymous && plain(donor.name) === plain(name)
}

async function findNamed(db: LedgerDatabase, name: string): Promise<Donor | undefined> {
  const [longest = ''] = searchWords(name).toSorted((a, b) => b.length - a.length)
  const row = await db.donors
    .where('words')
    .equals(longest)
    .filter(({ deleted, body }) => !deleted && isNamed(body, name))
    .first()
  return row?.body
}

function plain(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
