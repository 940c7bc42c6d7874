import { transitLocation } from '#shared/location/location'
import type { Movement } from '#shared/movement/movement'
import type { ShelfOwners } from '#shared/movement/movement-places'
import { moveLives } from '../case-file/move-lives.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { sortWhenMany } from '../case-file/case-file-facts.ts'
import { judgeSentClock, type ClockMark } from '../device/judge-clock.ts'
import { noteContact } from '../device/note-contact.ts'
import { noteNumbers } from '../device/note-numbers.ts'
import { readMark, writeMark } from '../device/clock-mark.ts'
import { writeConsignments, type LearnedConsignments } from '../document/learn-consignments.ts'
import { writeHandovers } from '../handover/write-handovers.ts'
import { putDocument } from '../document/put-document.ts'
import { judgeNamedReversals } from '../finding/judge-named-reversals.ts'
import { judgeUnknown } from '../finding/judge-unknown.ts'
import type { NamedIds } from '../finding/named-ids.ts'
import { noteAfterRevocation } from '../finding/note-after-revocation.ts'
import { openFinding } from '../finding/open-finding.ts'
import { createGatheredHelp, type GatheredHelp } from '../repeat/collect-help.ts'
import { writeHelp } from '../repeat/rejudge-help.ts'
import { createShelfOwners } from '../location/shelf-owners.ts'
import { createLedgerChanges, type LedgerChanges } from '../stock/ledger-changes.ts'
import { judgePlaceAgain } from '../stock/judge-place-again.ts'
import { writePlaces } from '../stock/write-places.ts'
import { writeChanges } from '../stock/write-changes.ts'
import type { IncomingFact, ReadableFact } from './incoming-fact.ts'
import { readKnownIds, type KnownIds } from './known-ids.ts'
import { createLogRows, writeLogRows, type LogRows } from './log-rows.ts'
import { prepareLedger, type LedgerStatements } from './ledger-statements.ts'

export interface AppendRequest {
  readonly device: {
    readonly deviceId: string
    readonly warehouseId: string
    /** Since when the device is shut out, if it is. */
    readonly revokedAt?: string | null
  }
  readonly receivedAt: string
  /** The device's clock less ours when it sent this, if it said so. */
  readonly clockSkewMs?: number | undefined
  /** What the device still holds after this. */
  readonly unsent: number
  readonly facts: readonly IncomingFact[]
}

/**
 * What the pushes of one commit gather before it is written: each row of a projection is touched once, however many
 * lines name it.
 */
export interface Gathered {
  readonly db: WriterDb
  readonly statements: LedgerStatements
  readonly shelfOwners: ShelfOwners
  readonly changes: LedgerChanges
  readonly named: NamedIds
  /** Whose stock is seen where: held place → warehouse. */
  readonly places: Map<string, string>
  readonly consignments: LearnedConsignments
  readonly rows: LogRows
  /** Dispatches and deliveries that name a case file. */
  readonly helped: Movement[]
  readonly help: GatheredHelp
  /** What the reversals among them undo. */
  readonly reversedIds: Set<string>
  /** Handovers that came in, or of which something more was said. */
  readonly handoverIds: Set<string>
  /** Ids of facts and of movements that are in the log or in `rows`. */
  readonly known: KnownIds
  /** The newest number of the log. */
  seq: number
}

/** One push on its way into the log. */
export interface Append extends AppendRequest {
  readonly gathered: Gathered
  /** Its new movements, if the device had been shut out by then. */
  readonly late: { readonly id: string; readonly recordedAt: string }[]
  mark: ClockMark
  newest: Movement | undefined
}

export function gather(db: WriterDb, requests: readonly AppendRequest[]): Gathered {
  const statements = db.once(prepareLedger)
  const { seq } = statements.head.get() as { seq: number }
  return {
    db,
    statements,
    shelfOwners: createShelfOwners(db),
    changes: createLedgerChanges(),
    named: new Map(),
    places: new Map(),
    consignments: new Map(),
    rows: createLogRows(),
    helped: [],
    help: createGatheredHelp(),
    reversedIds: new Set(),
    handoverIds: new Set(),
    known: readKnownIds(
      statements,
      requests.flatMap(({ facts }) => facts),
    ),
    seq,
  }
}

export function createAppend(gathered: Gathered, request: AppendRequest): Append {
  return {
    ...request,
    gathered,
    late: [],
    mark: readMark(gathered.db, request.device.deviceId),
    newest: undefined,
  }
}

/** Gives the fact the next number of the log. */
export function addFact(append: Append, fact: ReadableFact, movement?: Movement): number {
  const { gathered, device, receivedAt } = append
  const { id, deviceSeq, factKind, recordedAt, body } = fact
  const seq = ++gathered.seq
  const movementId = movement && movement.id !== id ? movement.id : null
  const caseFileId = movement?.caseFileId ?? null
  gathered.known.facts.add(id)
  gathered.rows.fact.push([
    seq,
    id,
    device.deviceId,
    deviceSeq,
    factKind,
    recordedAt,
    receivedAt,
    body,
    movementId,
    caseFileId,
  ])
  return seq
}

/** What is known of the device itself once all of its push has been taken. */
export function finishAppend({ gathered, device, receivedAt, facts, unsent, ...append }: Append): void {
  const { db } = gathered
  const { deviceId, warehouseId, revokedAt } = device
  noteContact(db, { deviceId, at: receivedAt, unsent })
  writeMark(db, deviceId, append.mark)
  const clock = append.newest && judgeSentClock(append.newest, append.clockSkewMs)
  if (clock) openFinding(db, clock, { at: receivedAt, warehouseId })
  if (revokedAt) noteAfterRevocation(db, { device, revokedAt, movements: append.late, at: receivedAt })
  const deviceSeqs = facts.map(({ deviceSeq }) => deviceSeq).filter((deviceSeq) => deviceSeq !== null)
  noteNumbers(db, { deviceId, deviceSeqs, at: receivedAt })
}

/** The head moves in the same transaction as the facts it counts, so no reader sees one without the other. */
export function writeLog({ db, rows, statements, seq }: Gathered): void {
  writeLogRows(db, rows)
  statements.setHead.run(seq)
}

export function writeGathered(gathered: Gathered, at: string): void {
  const { db } = gathered
  writeLog(gathered)
  sortWhenMany(db)
  // Before whatever asks what was undone.
  const movementIds = [...gathered.known.movements, ...gathered.reversedIds]
  judgeNamedReversals(db, gathered.statements, { movementIds, days: gathered.changes.days, at })
  writePlaces(db, gathered.places)
  const handedOver = writeHandovers(db, gathered.handoverIds, at)
  writeChanges(db, gathered.changes, at)
  for (const consignmentId of handedOver) judgePlaceAgain(db, transitLocation(consignmentId), at)
  writeConsignments(db, gathered.consignments, at)
  judgeUnknown(db, gathered.named, at)
  moveLives(db, gathered.helped, gathered.reversedIds)
  writeHelp(db, gathered.help, { at, putMark: putDocument })
}
