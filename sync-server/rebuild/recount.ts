import { assert } from '#shared/assert'
import type { Finding } from '#shared/finding/finding'
import { findingKey } from '#shared/finding/finding'
import { judgeExpiry, judgeReceiver, judgeSharedPhone, judgeTick } from '#shared/finding/judge-movement'
import { isHeld } from '#shared/location/location'
import type { Movement } from '#shared/movement/movement'
import { heldPlaces, visibleTo } from '#shared/movement/movement-places'
import { canonicalText } from '#shared/sync/canonical-text'
import { recountLives, recountMerges } from '../case-file/recount-lives.ts'
import { tickOf } from '../case-file/dated-ticks.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { isKnown } from '../finding/judge-unknown.ts'
import { collectNamed, unknownFinding, type NamedIds } from '../finding/named-ids.ts'
import { recountHandovers } from '../handover/recount-handovers.ts'
import { createShelfOwners } from '../location/shelf-owners.ts'
import { prepareLedger } from '../movement/ledger-statements.ts'
import { collectHelp, createGatheredHelp } from '../repeat/collect-help.ts'
import { recountRepeats } from '../repeat/recount-repeats.ts'
import { isPhoneShared } from '../repeat/shared-phones.ts'
import { applyMovement, countDay, createLedgerChanges } from '../stock/ledger-changes.ts'
import { DAY_COLUMNS, ITEM_COLUMNS, rowsOf } from '../stock/write-changes.ts'
import { stockRow } from '../stock/write-stock.ts'
import { findOnTwoTrips } from '../trip/follow-trip.ts'
import { recountNumbers } from './recount-numbers.ts'
import { recountReversals } from './recount-reversals.ts'

type Row = readonly unknown[]

/** Rows of every projection, in the order of their columns, from nothing but the log and the documents. */
export interface Recount {
  readonly stock: Row[]
  readonly warehouseLocation: Row[]
  readonly movementVisible: Row[]
  readonly caseFileFact: Row[]
  readonly itemTotal: Row[]
  readonly dayTotal: Row[]
  readonly caseFileHelped: Row[]
  readonly reversal: Row[]
  readonly handover: Row[]
  readonly handoverNote: Row[]
  readonly caseMerge: Row[]
  readonly caseLife: Row[]
  readonly helpGiven: Row[]
  readonly itemNumber: Row[]
  readonly packClaim: Row[]
  /** Open ones only: key, detail, movementAt, itemId. */
  readonly finding: Row[]
}

export function recount(db: WriterDb): Recount {
  const changes = createLedgerChanges()
  const named: NamedIds = new Map()
  const places = new Map<string, readonly [string, string]>()
  const visible: Row[] = []
  const caseFileFacts: Row[] = []
  const findings: Row[] = []
  const reversals: (readonly [seq: number, movement: Movement])[] = []
  const shelfOwners = createShelfOwners(db)
  const help = createGatheredHelp()
  for (const { seq, movement } of movementsOf(db)) {
    applyMovement(changes, seq, movement)
    collectNamed(named, movement, (kind, id) => isKnown(db, kind, id))
    for (const place of heldPlaces(movement, shelfOwners)) places.set(place.join('|'), place)
    for (const warehouseId of visibleTo(movement, shelfOwners)) visible.push([warehouseId, seq])
    collectHelp(help, movement)
    if (movement.caseFileId !== undefined) caseFileFacts.push([movement.caseFileId, seq])
    if (movement.kind === 'reversal') reversals.push([seq, movement])
    for (const finding of judge(db, movement)) findings.push(findingRow(finding, movement.occurredAt, null))
  }

  for (const entry of named.values()) {
    findings.push(
      findingRow(unknownFinding(entry), entry.movementAt, entry.kind === 'unknown-item' ? entry.id : null),
    )
  }
  const undone = recountReversals(db.once(prepareLedger), reversals)
  for (const movement of undone.undone) countDay(changes.days, movement, -1)
  for (const { finding, occurredAt } of undone.findings) findings.push(findingRow(finding, occurredAt, null))
  const handovers = recountHandovers(db)
  for (const { finding, occurredAt } of handovers.findings) {
    findings.push(findingRow(finding, occurredAt, null))
  }
  for (const { locationId, lotId, itemId, quantity, lastTaken } of changes.stock.values()) {
    if (quantity >= 0 || !isHeld(locationId) || handovers.twice.has(locationId)) continue
    assert(lastTaken, `stock below zero that nothing took: ${locationId} ${lotId}`)
    const { movementId, at } = lastTaken
    findings.push(findingRow({ kind: 'below-zero', locationId, lotId, quantity, movementId }, at, itemId))
  }
  for (const finding of findOnTwoTrips(db)) findings.push(findingRow(finding, null, null))
  for (const { at, ...finding } of recountRepeats(db, help.rows.values(), undone.undoneIds)) {
    findings.push(findingRow(finding, at, null))
  }
  const { itemNumber, packClaim, claimedTwice } = recountNumbers(db)
  for (const finding of claimedTwice) findings.push(findingRow(finding, null, null))
  return {
    stock: [...changes.stock.values()].map(stockRow),
    warehouseLocation: [...places.values()].map(([locationId, warehouseId]) => [warehouseId, locationId]),
    movementVisible: visible,
    caseFileFact: caseFileFacts,
    itemTotal: rowsOf(changes.items, ITEM_COLUMNS),
    dayTotal: rowsOf(changes.days, DAY_COLUMNS),
    caseFileHelped: [...changes.helped],
    helpGiven: [...help.rows.values()],
    reversal: undone.rows,
    handover: handovers.rows,
    handoverNote: handovers.notes,
    caseMerge: recountMerges(db),
    caseLife: recountLives(db, undone.undoneIds),
    itemNumber,
    packClaim,
    finding: findings,
  }
}

function judge(db: WriterDb, movement: Movement): Finding[] {
  const { caseFileId, occurredAt } = movement
  const findings = [...judgeExpiry(movement), ...judgeReceiver(movement)]
  if (caseFileId === undefined || movement.kind !== 'dispatch') return findings
  const isThere = isKnown(db, 'unknown-case-file', caseFileId)
  const tick = isThere ? judgeTick(movement, tickOf(db, caseFileId, occurredAt)) : undefined
  const phone = judgeSharedPhone(movement, isPhoneShared(db, caseFileId))
  return [...findings, ...[tick, phone].filter((finding) => finding !== undefined)]
}

function findingRow(finding: Finding, movementAt: string | null, itemId: string | null): Row {
  return [findingKey(finding), canonicalText(finding), movementAt, itemId]
}

/** In pages, so that a large log is never in memory as a whole and no statement stays open while others run. */
function* movementsOf(db: WriterDb): Generator<{ readonly seq: number; readonly movement: Movement }> {
  const page = db.prepare(
    `SELECT "seq", "body" FROM "fact" WHERE "seq" > ? AND "kind" = 'movement' ORDER BY "seq" LIMIT 1000`,
  )
  for (let after = 0; ;) {
    const rows = page.all(after) as { seq: number; body: string }[]
    for (const { seq, body } of rows) yield { seq, movement: JSON.parse(body) as Movement }
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}
