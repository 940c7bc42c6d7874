import { judgeExpiry, judgeReceiver, judgeSharedPhone, judgeTick } from '#shared/finding/judge-movement'
import type { Finding } from '#shared/finding/finding'
import type { Movement } from '#shared/movement/movement'
import { heldPlaces, visibleTo } from '#shared/movement/movement-places'
import { tickOf } from '../case-file/dated-ticks.ts'
import { judgeClock } from '../device/judge-clock.ts'
import { collectConsignment } from '../document/learn-consignments.ts'
import { isKnown } from '../finding/judge-unknown.ts'
import { collectNamed } from '../finding/named-ids.ts'
import { openFinding } from '../finding/open-finding.ts'
import { collectHelp } from '../repeat/collect-help.ts'
import { isPhoneShared } from '../repeat/shared-phones.ts'
import { applyMovement } from '../stock/ledger-changes.ts'
import { addFact, type Append } from './append.ts'
import type { ReadableFact } from './incoming-fact.ts'

/** Gathers the rows of one movement and what it changes. Answers its number. */
export function appendMovement(append: Append, fact: ReadableFact, movement: Movement): number {
  const { db, shelfOwners, known, rows, places, changes, named, consignments, help, reversedIds } =
    append.gathered
  const seq = addFact(append, fact, movement)
  known.movements.add(movement.id)
  if (movement.kind === 'reversal' && movement.reversesId !== undefined) {
    rows.reversal.push([movement.reversesId, seq, 0])
    reversedIds.add(movement.reversesId)
  }
  if (append.device.revokedAt) append.late.push({ id: movement.id, recordedAt: fact.recordedAt })
  for (const warehouseId of visibleTo(movement, shelfOwners)) rows.movementVisible.push([warehouseId, seq])
  for (const [place, warehouseId] of heldPlaces(movement, shelfOwners)) places.set(place, warehouseId)

  applyMovement(changes, seq, movement)
  collectNamed(named, movement, (kind, id) => isKnown(db, kind, id))
  collectConsignment(consignments, movement)
  if (movement.caseFileId !== undefined) append.gathered.helped.push(movement)
  collectHelp(help, movement)
  for (const finding of judge(append, fact, movement)) {
    openFinding(db, finding, {
      at: append.receivedAt,
      movementAt: movement.occurredAt,
      warehouseId: movement.warehouseId,
    })
  }
  return seq
}

function judge(append: Append, fact: ReadableFact, movement: Movement): Finding[] {
  const { gathered, receivedAt, mark } = append
  const { db } = gathered
  const findings = [...judgeExpiry(movement), ...judgeReceiver(movement)]
  const { caseFileId } = movement
  if (caseFileId !== undefined && movement.kind === 'dispatch') {
    const isThere = isKnown(db, 'unknown-case-file', caseFileId)
    const tick = isThere ? judgeTick(movement, tickOf(db, caseFileId, movement.occurredAt)) : undefined
    const phone = judgeSharedPhone(movement, isPhoneShared(db, caseFileId))
    findings.push(...[tick, phone].filter((finding) => finding !== undefined))
  }
  const clock = judgeClock(movement, fact, { receivedAt, mark })
  if (clock) findings.push(clock)
  if (fact.deviceSeq > mark.deviceSeq) {
    append.mark = { deviceSeq: fact.deviceSeq, recordedAt: fact.recordedAt }
    append.newest = movement
  }
  return findings
}
