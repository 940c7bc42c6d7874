import type { Donor } from '#shared/donor/donor'
import type { LocationId } from '#shared/location/location'
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

/** A donor met on the spot: recorded as a fact and to be found at once. */
export async function nameDonor(db: LedgerDatabase, name: string): Promise<Result<Donor, StorageRefusal>> {
  const donor: Donor = { id: `donor:${db.newId()}` as LocationId, anonymous: false, name: name.trim() }
  const recorded = await recordFacts(db, [{ kind: 'donor-named', body: donor }])
  return recorded.ok ? ok(donor) : recorded
}
