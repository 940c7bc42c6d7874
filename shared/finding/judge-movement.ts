import type { Tick } from '../case-file/case-file.ts'
import { locationKind, locationSubject, ANONYMOUS_DONOR } from '../location/location.ts'
import { expiresOnOf } from '../lot/lot.ts'
import type { Movement } from '../movement/movement.ts'
import { dayInVietnam } from '../time/time.ts'
import type { Finding } from './finding.ts'

/** What a movement names that a registry should know. */
export interface NamedByMovement {
  readonly itemIds: ReadonlySet<string>
  /** Shelves and donors; transit, losses and adjustments need no entry. */
  readonly locationIds: ReadonlySet<string>
  readonly caseFileIds: ReadonlySet<string>
}

export function namedBy({ lines, caseFileId }: Pick<Movement, 'lines' | 'caseFileId'>): NamedByMovement {
  const itemIds = new Set<string>()
  const locationIds = new Set<string>()
  const caseFileIds = new Set<string>()
  if (caseFileId !== undefined) caseFileIds.add(caseFileId)
  for (const { itemId, fromId, toId } of lines) {
    itemIds.add(itemId)
    for (const id of [fromId, toId]) {
      const kind = locationKind(id)
      if (kind === 'shelf') locationIds.add(id)
      if (kind === 'donor' && id !== ANONYMOUS_DONOR) locationIds.add(id)
      if (kind === 'case-file') caseFileIds.add(locationSubject(id))
    }
  }
  return { itemIds, locationIds, caseFileIds }
}

/** Goods that left after their last day; the last day itself is still good. One finding for each lot. */
export function judgeExpiry({ id, kind, occurredAt, lines }: Movement): Finding[] {
  if (kind !== 'dispatch' && kind !== 'delivery') return []
  const today = dayInVietnam(occurredAt)
  const expired = lines.map(({ lotId }) => lotId).filter((lotId) => (expiresOnOf(lotId) ?? today) < today)
  return [...new Set(expired)].map((lotId) => ({ kind: 'expired-when-dispatched', lotId, movementId: id }))
}

/** Goods that left for nobody: every dispatch is for a verified case file, and the wire alone does not ask. */
export function judgeReceiver({ id, kind, caseFileId }: Movement): Finding[] {
  return kind === 'dispatch' && caseFileId === undefined ? [{ kind: 'no-case-file', movementId: id }] : []
}

/** `tick` is what held when the goods left, by dated knowledge. Only a dispatch is a decision to help. */
export function judgeTick({ id, kind, caseFileId, basis }: Movement, tick: Tick): Finding | undefined {
  if (kind !== 'dispatch' || caseFileId === undefined || tick === 'green') return undefined
  return {
    kind: 'tick-not-green',
    caseFileId,
    tick,
    ...(basis?.override && { override: basis.override }),
    movementId: id,
  }
}

/**
 * Two households on one phone number ask for a second person and a reason. Who agreed is named, so that somebody else
 * sees it; when nobody did, it is a breach.
 */
export function judgeSharedPhone(
  { id, kind, caseFileId, basis }: Movement,
  isShared: boolean,
): Finding | undefined {
  if (kind !== 'dispatch' || caseFileId === undefined || !isShared) return undefined
  return {
    kind: 'shared-phone',
    caseFileId,
    ...(basis?.override && { override: basis.override }),
    movementId: id,
  }
}
