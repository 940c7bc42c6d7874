import { namedBy } from '#shared/finding/judge-movement'
import type { Finding } from '#shared/finding/finding'
import type { Movement } from '#shared/movement/movement'

/** An id that some registry should know, with the earliest movement that names it, by time and id. */
export interface NamedId {
  readonly kind: 'unknown-item' | 'unknown-location' | 'unknown-case-file'
  readonly id: string
  movementId: string
  movementAt: string
  warehouseId: string
}
export type NamedIds = Map<string, NamedId>
export type IsKnown = (kind: NamedId['kind'], id: string) => boolean

/**
 * Adds what a movement names and no document knows yet. The earliest movement is kept, so that the order of arrival
 * does not matter.
 */
export function collectNamed(named: NamedIds, movement: Movement, isKnown: IsKnown): void {
  const { itemIds, locationIds, caseFileIds } = namedBy(movement)
  for (const id of itemIds) if (!isKnown('unknown-item', id)) note(named, 'unknown-item', id, movement)
  for (const id of locationIds) {
    if (!isKnown('unknown-location', id)) note(named, 'unknown-location', id, movement)
  }
  for (const id of caseFileIds) {
    if (!isKnown('unknown-case-file', id)) note(named, 'unknown-case-file', id, movement)
  }
}

export function unknownFinding({
  kind,
  id,
  movementId,
}: Pick<NamedId, 'kind' | 'id' | 'movementId'>): Finding {
  switch (kind) {
    case 'unknown-item':
      return { kind, itemId: id, movementId }
    case 'unknown-location':
      return { kind, locationId: id, movementId }
    case 'unknown-case-file':
      return { kind, caseFileId: id, movementId }
  }
}

export function isEarlier(
  a: Pick<NamedId, 'movementAt' | 'movementId'>,
  b: Pick<NamedId, 'movementAt' | 'movementId'>,
): boolean {
  return a.movementAt < b.movementAt || (a.movementAt === b.movementAt && a.movementId < b.movementId)
}

function note(named: NamedIds, kind: NamedId['kind'], id: string, movement: Movement): void {
  const { id: movementId, occurredAt: movementAt, warehouseId } = movement
  const key = `${kind}|${id}`
  const known = named.get(key)
  if (!known) named.set(key, { kind, id, movementId, movementAt, warehouseId })
  else if (isEarlier({ movementAt, movementId }, known)) {
    Object.assign(known, { movementId, movementAt, warehouseId })
  }
}
