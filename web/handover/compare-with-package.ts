import { farFromHome } from '#shared/handover/far-from-home'
import { tripPackageId } from '#shared/trip/trip-package'
import type { StaffMember } from '#shared/staff/staff'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'
import type { HandoverDraft } from '../draft/draft.ts'
import { markOf } from '../person/mark-of.ts'
import { holdStaffKey } from '../staff/staff-key.ts'
import { openPackage } from '../trip/open-package.ts'
import { numbersShown, type PersonalInput } from './personal-input.ts'

/**
 * Card and place beside those of the household, with the PIN that ends the handover: the phone may have died on the way,
 * and with it what an earlier PIN had opened.
 */
export async function compareWithPackage(
  db: LedgerDatabase,
  { staff, pin }: { readonly staff: StaffMember; readonly pin: string },
  draft: HandoverDraft,
  personal: PersonalInput,
): Promise<Pick<HandoverDraft, 'identityMatched' | 'farM'>> {
  const { tripId, consignmentId, identityMatched, farM } = draft
  const known = { identityMatched, farM }
  const row = tripId === undefined ? undefined : await db.packages.get(tripPackageId(tripId, consignmentId))
  const key = row && (await holdStaffKey(db, staff, pin))
  const content = row && key?.ok ? await openPackage(key.value, row) : undefined
  if (!content?.ok) return known
  const { household, idMarks } = content.value
  const { place } = personal
  const home = household?.place
  const keys = await readMeta(db, 'keys')
  const numbers = numbersShown(draft, personal)
  const made = keys ? await Promise.all(numbers.map((number) => markOf(keys, 'id', number))) : []
  const marks = made.filter((mark) => mark !== undefined)
  const isComparable = marks.length > 0 && idMarks.length > 0
  return {
    identityMatched:
      identityMatched ?? (isComparable ? marks.some((mark) => idMarks.includes(mark)) : undefined),
    farM: farM ?? (place && home && farFromHome(place, home)),
  }
}
