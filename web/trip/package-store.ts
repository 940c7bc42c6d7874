import { packagesToWipe } from '#shared/trip/packages-to-wipe'
import type { PackagesAnswer } from '#shared/trip/trip-package'
import { dayInVietnam, type LocalDate } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { acknowledgedDoors } from '../handover/handover-store.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { GOING_OUT } from '../staff/sign-in.ts'

/**
 * Sealed households for one person's trips and visits. They lie here as they came and are opened in memory only; what may
 * no longer be here goes with strict durability.
 */
export async function keepPackages(
  db: LedgerDatabase,
  staffId: string,
  { packages, keyMissing }: Pick<PackagesAnswer, 'packages' | 'keyMissing'>,
): Promise<void> {
  await db.transaction('rw', [db.packages, db.meta], async () => {
    const ids = new Set(packages.map(({ id }) => id))
    const held = await db.packages.toArray()
    const gone = held.filter((one) => one.staffId === staffId && !ids.has(one.id)).map(({ id }) => id)
    await db.packages.bulkDelete(gone)
    await db.packages.bulkPut(packages)
    const others = ((await readMeta(db, 'keyMissing')) ?? []).filter((id) => id !== staffId)
    await writeMeta(db, 'keyMissing', keyMissing ? [...others, staffId] : others)
  })
}

/** For whom the server is asked: who is signed in and goes out, and whoever something is held for. */
export async function packageHolders(db: LedgerDatabase): Promise<string[]> {
  const [session, held] = await Promise.all([readMeta(db, 'session'), db.packages.toArray()])
  const signedIn = session && (await db.staff.get(session.staffId))?.body
  const goesOut = signedIn && GOING_OUT.includes(signedIn.role)
  return [...new Set([...(goesOut ? [signedIn.id as string] : []), ...held.map(({ staffId }) => staffId)])]
}

/** Case files whose survey the server has from this device, with the day of the last. */
async function lastSurveyed(db: LedgerDatabase): Promise<Map<string, LocalDate>> {
  const surveys = await db.surveys.toArray()
  const ids = surveys.map(({ id }) => id)
  const [waiting, refused] = await Promise.all([db.outbox.bulkGet(ids), db.quarantine.bulkGet(ids)])
  const taken = surveys.filter((_, i) => !waiting[i]?.unsentSeq && !refused[i])
  const days = taken.map(({ caseFileId, occurredAt }) => [caseFileId, dayInVietnam(occurredAt)] as const)
  return new Map(days.toSorted(([, a], [, b]) => (a < b ? -1 : 1)))
}

/** Wipes whatever may no longer be here: by day, trip and revocation, all of which this device knows by itself. */
export async function tidyPackages(db: LedgerDatabase): Promise<void> {
  if ((await db.packages.count()) === 0) return
  const [acknowledged, surveyedOn] = await Promise.all([acknowledgedDoors(db), lastSurveyed(db)])
  await db.transaction('rw', [db.packages, db.trips, db.meta], async () => {
    const [held, trips, contact] = await Promise.all([
      db.packages.toArray(),
      db.trips.toArray(),
      readMeta(db, 'contact'),
    ])
    const tripById = new Map(trips.filter(({ deleted }) => !deleted).map(({ id, body }) => [id, body]))
    const ids = packagesToWipe(held, {
      today: dayInVietnam(db.now()),
      revoked: contact?.revoked ?? false,
      tripById,
      acknowledged,
      surveyedOn,
    })
    await db.packages.bulkDelete(ids)
  })
}
