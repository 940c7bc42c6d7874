import { judgeExpiry, judgeTick } from '#shared/finding/judge-movement'
import type { Finding } from '#shared/finding/finding'
import type { Movement } from '#shared/movement/movement'
import { heldPlaces, visibleTo } from '#shared/movement/movement-places'
import { tickOf } from '../case-file/rejudge-case-file.ts'
import { judgeClock } from '../device/judge-clock.ts'
import { learnConsignment } from '../document/learn-document.ts'
import { isKnown } from '../finding/judge-unknown.ts'
import { collectNamed } from '../finding/named-ids.ts'
import { openFinding } from '../finding/open-finding.ts'
import { applyMovement } from '../stock/ledger-changes.ts'
import { insertFact, type Append } from './append.ts'
import type { ReadableFact } from './incoming-fact.ts'

/** Writes the log rows of one movement at once and gathers what it changes. Answers its number. */
export function appendMovement(append: Append, fact: ReadableFact, movement: Movement): number {
  const { statements, shelfOwners } = append
  const seq = insertFact(append, fact)
  statements.movement.run(...movementRow(movement, seq))
  movement.lines.forEach(({ itemId, lotId, quantity, fromId, toId }, line) => {
    statements.line.run(seq, line, itemId, lotId, quantity, fromId, toId)
  })
  for (const warehouseId of visibleTo(movement, shelfOwners)) statements.visible.run(warehouseId, seq)
  for (const place of heldPlaces(movement, shelfOwners)) append.places.set(place.join('|'), place)

  applyMovement(append.changes, movement)
  collectNamed(append.named, movement)
  learnConsignment(append.db, movement, append.receivedAt)
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
  const findings = judgeExpiry(movement)
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

/** A column of `movement` each. */
function movementRow(movement: Movement, seq: number): unknown[] {
  return [
    seq,
    movement.id,
    movement.kind,
    movement.deviceId,
    movement.staffId,
    movement.warehouseId,
    movement.occurredAt,
    movement.caseFileId ?? null,
    movement.consignmentId ?? null,
    movement.receiptId ?? null,
    movement.reversesId ?? null,
  ]
}
