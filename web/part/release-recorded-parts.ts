import type { PartHash } from '#shared/part/part'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { releaseParts } from './part-store.ts'

/** Parts of a handover or survey that is on disk may be sent, also when the device died between the two. Safe to repeat. */
export async function releaseRecordedParts(db: LedgerDatabase): Promise<void> {
  const held = await db.parts.parts.where('state').equals('held').toArray()
  if (held.length === 0) return
  const subjectIds = [...new Set(held.map(({ subjectId }) => subjectId))]
  const [handovers, surveys] = await Promise.all([
    db.handovers.bulkGet(subjectIds),
    db.surveys.bulkGet(subjectIds),
  ])
  const named = [
    ...handovers.flatMap((row) => [
      ...(row?.handover.parts ?? []),
      ...(row?.confirmed.flatMap(({ confirmation }) => confirmation.partHash ?? []) ?? []),
    ]),
    ...surveys.flatMap((row) => row?.parts ?? []),
  ]
  if (named.length > 0) await releaseParts(db, named as PartHash[])
}
