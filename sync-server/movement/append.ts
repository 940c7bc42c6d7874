import type { Movement } from '#shared/movement/movement'
import type { ShelfOwners } from '#shared/movement/movement-places'
import type { WriterDb } from '../database/writer-db.ts'
import { judgeSentClock, type ClockMark } from '../device/judge-clock.ts'
import { noteContact } from '../device/note-contact.ts'
import { readMark, writeMark } from '../device/clock-mark.ts'
import { writeConsignments, type LearnedConsignments } from '../document/learn-consignments.ts'
import { judgeUnknown } from '../finding/judge-unknown.ts'
import type { NamedIds } from '../finding/named-ids.ts'
import { openFinding } from '../finding/open-finding.ts'
import { createShelfOwners } from '../location/shelf-owners.ts'
import { createLedgerChanges, type LedgerChanges } from '../stock/ledger-changes.ts'
import { writePlaces } from '../stock/write-places.ts'
import { writeChanges } from '../stock/write-changes.ts'
import type { IncomingFact, ReadableFact } from './incoming-fact.ts'
import { readKnownIds, type KnownIds } from './known-ids.ts'
import { createLogRows, writeLogRows, type LogRows } from './log-rows.ts'
import { prepareLedger, type LedgerStatements } from './ledger-statements.ts'

export interface AppendRequest {
  readonly device: { readonly deviceId: string; readonly warehouseId: string }
  readonly receivedAt: string
  /** The device's clock less ours when it sent this, if it said so. */
  readonly clockSkewMs?: number | undefined
  /** What the device still holds after this. */
  readonly unsent: number
  readonly facts: readonly IncomingFact[]
}

/** What one push gathers before it is written: each row of a projection is touched once, however many lines name it. */
export interface Append extends AppendRequest {
  readonly db: WriterDb
  readonly statements: LedgerStatements
  readonly shelfOwners: ShelfOwners
  readonly changes: LedgerChanges
  readonly named: NamedIds
  /** `locationId|warehouseId` → the two. */
  readonly places: Map<string, readonly [string, string]>
  readonly consignments: LearnedConsignments
  readonly rows: LogRows
  /** Ids of facts and of movements that are in the log or in `rows`. */
  readonly known: KnownIds
  /** The newest number of the log. */
  seq: number
  mark: ClockMark
  newest: Movement | undefined
}

export function createAppend(db: WriterDb, request: AppendRequest): Append {
  const statements = db.once(prepareLedger)
  const { seq } = statements.head.get() as { seq: number }
  return {
    ...request,
    db,
    statements,
    shelfOwners: createShelfOwners(db),
    changes: createLedgerChanges(),
    named: new Map(),
    places: new Map(),
    consignments: new Map(),
    rows: createLogRows(),
    known: readKnownIds(statements, request.facts),
    seq,
    mark: readMark(db, request.device.deviceId),
    newest: undefined,
  }
}

/** Gives the fact the next number of the log. */
export function addFact(append: Append, fact: ReadableFact): number {
  const { id, deviceSeq, factKind, recordedAt, body } = fact
  const { deviceId } = append.device
  const seq = ++append.seq
  append.known.facts.add(id)
  append.rows.fact.push([seq, id, deviceId, deviceSeq, factKind, recordedAt, append.receivedAt, body])
  return seq
}

/** The head moves in the same transaction as the facts it counts, so no reader sees one without the other. */
export function finishAppend(append: Append): void {
  const { db, statements, changes, named, places, receivedAt, device, newest } = append
  writeLogRows(db, append.rows)
  statements.setHead.run(append.seq)
  writePlaces(db, places.values())
  writeChanges(db, changes, receivedAt)
  writeConsignments(db, append.consignments, receivedAt)
  judgeUnknown(db, named, receivedAt)
  noteContact(db, { deviceId: device.deviceId, at: receivedAt, unsent: append.unsent })
  writeMark(db, device.deviceId, append.mark)
  const clock = newest && judgeSentClock(newest, append.clockSkewMs)
  if (clock) openFinding(db, clock, { at: receivedAt, warehouseId: device.warehouseId })
}
