import { locationKind, locationSubject } from '#shared/location/location'
import type { Movement } from '#shared/movement/movement'

export type HelpRow = readonly [caseFileId: string, at: string, movementId: string, itemId: string]

/** What movements say of help: rows for what reached a case file, and every case file whose help they change. */
export interface GatheredHelp {
  readonly rows: Map<string, HelpRow>
  readonly caseFileIds: Set<string>
}

export function createGatheredHelp(): GatheredHelp {
  return { rows: new Map(), caseFileIds: new Set() }
}

/** Most movements reach no case file, and cost one look at where their lines go. A reversal gives nothing, it takes back. */
export function collectHelp({ rows, caseFileIds }: GatheredHelp, movement: Movement): void {
  const { id, kind, occurredAt, lines } = movement
  if (kind !== 'delivery' && kind !== 'reversal' && kind !== 'give-back') return
  for (const { itemId, fromId, toId } of lines) {
    if (locationKind(fromId) === 'case-file') caseFileIds.add(locationSubject(fromId))
    if (locationKind(toId) !== 'case-file') continue
    const caseFileId = locationSubject(toId)
    caseFileIds.add(caseFileId)
    if (kind !== 'reversal') rows.set(`${caseFileId}|${id}|${itemId}`, [caseFileId, occurredAt, id, itemId])
  }
}
