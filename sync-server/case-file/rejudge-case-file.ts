import { findingKey, type Finding } from '#shared/finding/finding'
import { judgeTick } from '#shared/finding/judge-movement'
import type { Movement } from '#shared/movement/movement'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from '../finding/close-finding.ts'
import { openFinding } from '../finding/open-finding.ts'
import { factsOfCaseFile, sortCaseFileFacts } from './case-file-facts.ts'
import { tickOf } from './dated-ticks.ts'

/** Judges every dispatch to a case file anew: a tick that was noted late may excuse or accuse what already left. */
export function rejudgeCaseFile(
  db: WriterDb,
  { caseFileId, at }: { readonly caseFileId: string; readonly at: string },
): void {
  // An import judges thousands one after the other: none of them shall read through what waits.
  sortCaseFileFacts(db)
  for (const { body } of factsOfCaseFile(db, caseFileId)) {
    const movement = JSON.parse(body) as Movement
    if (movement.kind !== 'dispatch') continue
    const finding = judgeTick(movement, tickOf(db, caseFileId, movement.occurredAt))
    if (finding) {
      openFinding(db, finding, { at, movementAt: movement.occurredAt, warehouseId: movement.warehouseId })
    } else {
      closeFinding(db, findingKey(tickFindingOf(movement, caseFileId)), at)
    }
  }
}

function tickFindingOf(movement: Movement, caseFileId: string): Finding {
  return { kind: 'tick-not-green', caseFileId, tick: 'red', movementId: movement.id }
}
