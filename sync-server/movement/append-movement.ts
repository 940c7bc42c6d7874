import { judgeExpiry, judgeReceiver, judgeTick } from '#shared/finding/judge-movement'
import type { Finding } from '#shared/finding/finding'
import type { Movement } from '#shared/movement/movement'
import { heldPlaces, visibleTo } from '#shared/movement/movement-places'
import { tickOf } from '../case-file/dated-ticks.ts'
import { judgeClock } from '../device/judge-clock.ts'
import { collectConsignment } from '../document/learn-consignments.ts'
import { isKnown } from '../finding/judge-unknown.ts'
import { collectNamed } from '../finding/named-ids.ts'
import { openFinding } from '../finding/open-finding.ts'
import { applyMovement } from '../stock/ledger-changes.ts'
import { addFact, type Append } from './append.ts'
import type { ReadableFact } from './incoming-fact.ts'
import { addMovementRows } from './log-rows.ts'

/** Gathers the rows of one movement and what it changes. Answers its number. */
export function appendMovement(append: Append, fact: ReadableFact, movement: Movement): number {
  const { shelfOwners } = append
  const seq = addFact(append, fact)
  append.known.movements.add(movement.id)
  addMovementRows(append.rows, seq, movement, visibleTo(movement, shelfOwners))
  for (const place of heldPlaces(movement, shelfOwners)) append.places.set(place.join('|'), place)

  applyMovement(append.changes, movement)
  collectNamed(append.named, movement)
  collectConsignment(append.consignments, movement)
  for (const finding of judge(append, fact, movement)) {
    openFinding(append.db, finding, {
      at: append.receivedAt,
      movementAt: movement.occurredAt,
      warehouseId: movement.warehouseId,
    })
  }
  return seq
}

function judge(append: Append, fact: ReadableFact, movement: Movement): Finding[] {
  const { db, receivedAt, mark } = append
  const findings = [...judgeExpiry(movement), ...judgeReceiver(movement)]
  const { caseFileId } = movement
  if (
    caseFileId !== undefined &&
    movement.kind === 'dispatch' &&
    isKnown(db, { kind: 'unknown-case-file', id: caseFileId })
  ) {
    const tick = judgeTick(movement, tickOf(db, caseFileId, movement.occurredAt))
    if (tick) findings.push(tick)
  }
  const clock = judgeClock(movement, fact, { receivedAt, mark })
  if (clock) findings.push(clock)
  if (fact.deviceSeq > mark.deviceSeq) {
    append.mark = { deviceSeq: fact.deviceSeq, recordedAt: fact.recordedAt }
    append.newest = movement
  }
  return findings
}
