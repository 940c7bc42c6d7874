import { tickAtInstant } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { StaffMember } from '#shared/staff/staff'
import type { Trip } from '#shared/trip/trip'
import { readCaseFile } from '../case-file/case-file-store.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'
import { readDraft } from '../draft/draft-store.ts'
import { activeTrips, findTripOf, goodsOnBoard } from '../trip/trip-store.ts'
import { isAt, type AtTheDoor } from './at-the-door.ts'
import { handoversOf, type KnownHandover } from './handover-store.ts'

export interface Door {
  readonly door:
    | { readonly kind: 'ready'; readonly atTheDoor: AtTheDoor }
    /** Of another warehouse, or it has not come down. */
    | { readonly kind: 'not-known' }
    | { readonly kind: 'no-goods' }
    | { readonly kind: 'no-case-file' }
  /** A handover was begun. */
  readonly isOpen: boolean
  readonly handovers: readonly KnownHandover[]
  readonly trip: Trip | undefined
}

/** All that this device knows of one consignment, without a network. */
export async function readDoor(
  db: LedgerDatabase,
  consignmentId: ConsignmentId,
  staff: StaffMember,
): Promise<Door> {
  const [identity, document, board, handovers, open, trip, active] = await Promise.all([
    readMeta(db, 'identity'),
    db.consignments.get(consignmentId),
    goodsOnBoard(db, consignmentId),
    handoversOf(db, consignmentId),
    readDraft(db, 'handover', isAt(consignmentId)),
    findTripOf(db, consignmentId, staff.id),
    activeTrips(db),
  ])
  const goods = board.filter(({ quantity }) => quantity > 0)
  const found = { isOpen: open !== undefined, handovers, trip }
  const caseFileId =
    open?.draft.caseFileId ??
    document?.body.caseFileId ??
    trip?.stops.find((stop) => stop.consignmentId === consignmentId)?.caseFileId
  const isKnown = document !== undefined || goods.length > 0 || trip !== undefined
  if (!identity || (!isKnown && !open)) return { ...found, door: { kind: 'not-known' } }
  if (caseFileId === undefined) return { ...found, door: { kind: 'no-case-file' } }
  if (goods.length === 0 && !open) return { ...found, door: { kind: 'no-goods' } }

  const own = active.filter(({ courierId }) => courierId === staff.id)
  const isOther = trip ? trip.courierId !== staff.id : own.length > 0
  const known = await readCaseFile(db, caseFileId)
  // Run out on the way is not withdrawn: the decision to help was made when the goods left.
  const isRed = known?.caseFile.tick === 'red' && tickAtInstant(known.caseFile, db.now()) === 'red'
  const atTheDoor: AtTheDoor = {
    identity,
    consignmentId,
    caseFileId,
    goods,
    ...(trip && { tripId: trip.id }),
    ...(isOther && { otherTrip: true as const }),
    ...(isRed &&
      known && {
        basis: {
          tick: 'red' as const,
          tickAt: known.caseFile.tickAt,
          snapshotAt: known.knownAt ?? known.caseFile.tickAt,
        },
      }),
  }
  return { ...found, door: { kind: 'ready', atTheDoor } }
}
