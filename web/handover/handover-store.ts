import { stateOfHandover, type HandoverState } from '#shared/handover/handover-state'
import { tripPackageId } from '#shared/trip/trip-package'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { HandoverRow } from '../database/ledger-rows.ts'

export interface KnownHandover {
  readonly row: HandoverRow
  readonly state: HandoverState
}

/** The handovers of a consignment on this device, the newest first. */
export async function handoversOf(db: LedgerDatabase, consignmentId: string): Promise<KnownHandover[]> {
  const rows = await db.handovers.where('consignmentId').equals(consignmentId).toArray()
  return rows.sort((a, b) => (a.handover.occurredAt < b.handover.occurredAt ? 1 : -1)).map(withState)
}

export function withState(row: HandoverRow): KnownHandover {
  return { row, state: stateOfHandover(row.handover, row.confirmed, row.corrected) }
}

/** What became of a record of this device; one that came back waits under what is unsent, with its reason. */
export async function sendingOf(db: LedgerDatabase, id: string): Promise<'unsent' | 'cameBack' | 'sent'> {
  const [waiting, refused] = await Promise.all([db.outbox.get(id), db.quarantine.get(id)])
  if (refused) return 'cameBack'
  return waiting?.unsentSeq === undefined ? 'sent' : 'unsent'
}

/**
 * Doors whose handover the server has: what a courier was told of the household may go. Where nothing could be handed
 * over the courier may come back to the door, and what was left over may go out again on another trip.
 */
export async function acknowledgedDoors(db: LedgerDatabase): Promise<Set<string>> {
  const rows = await db.handovers.toArray()
  const waiting = await db.outbox.bulkGet(rows.map(({ id }) => id))
  const refused = await db.quarantine.bulkGet(rows.map(({ id }) => id))
  return new Set(
    rows
      .filter(({ handover }, i) => handover.outcome !== 'none' && !waiting[i]?.unsentSeq && !refused[i])
      .map(({ tripId, consignmentId }) =>
        tripId === undefined ? consignmentId : tripPackageId(tripId, consignmentId),
      ),
  )
}
