import Dexie, { type DexieOptions, type Table } from 'dexie'
import type { CaseFile } from '#shared/case-file/case-file'
import type { Consignment } from '#shared/consignment/consignment'
import type { Donor } from '#shared/donor/donor'
import type { Location } from '#shared/location/location'
import type { Mark } from '#shared/person/mark'
import type { StaffMember } from '#shared/staff/staff'
import type { Trip } from '#shared/trip/trip'
import type { TripPackage } from '#shared/trip/trip-package'
import { instantFromMs, type Instant } from '#shared/time/time'
import type { Draft, DraftLine } from '../draft/draft.ts'
import { journalNotOpen, type Journal } from './journal.ts'
import type {
  CounterRow,
  DocumentRow,
  DraftKeyRow,
  FirstStockRow,
  HandoverRow,
  ItemRow,
  MetaRow,
  MovementRow,
  OutboxRow,
  QuarantineRow,
  SearchedRow,
  Slip,
  StockRow,
  SurveyRow,
} from './ledger-rows.ts'
import { PartsDatabase } from './parts-database.ts'
import { newUuidV7 } from './uuid-v7.ts'

export const DATABASE_NAME = 'kho4d'

/** One connection. Indexes are chosen so that no screen's cost grows with the number of movements. */
export class LedgerConnection extends Dexie {
  items!: Table<ItemRow, string>
  locations!: Table<DocumentRow<Location>, string>
  donors!: Table<SearchedRow<Donor>, string>
  caseFiles!: Table<SearchedRow<CaseFile>, string>
  consignments!: Table<DocumentRow<Consignment>, string>
  staff!: Table<DocumentRow<StaffMember>, string>
  marks!: Table<DocumentRow<Mark>, string>
  trips!: Table<DocumentRow<Trip>, string>
  /** Sealed, and only ever opened in memory. */
  packages!: Table<TripPackage, string>
  handovers!: Table<HandoverRow, string>
  surveys!: Table<SurveyRow, string>
  draftKeys!: Table<DraftKeyRow, string>
  stock!: Table<StockRow, [string, string]>
  /** Cleared by whoever changes stock, items or shelves, in the same transaction. */
  firstStock!: Table<FirstStockRow, string>
  movements!: Table<MovementRow, string>
  outbox!: Table<OutboxRow, string>
  quarantine!: Table<QuarantineRow, string>
  drafts!: Table<Draft, string>
  draftLines!: Table<DraftLine, string>
  slips!: Table<Slip, string>
  meta!: Table<MetaRow, string>
  counters!: Table<CounterRow, string>
  /** A table of its own, so that a scan never waits for a transaction that records. */
  draftChanges!: Table<CounterRow, string>

  constructor(name: string, options: DexieOptions) {
    super(name, options)
    this.version(1).stores({
      items: 'id, version, *words, *gtins',
      locations: 'id, version, body.kind',
      donors: 'id, version, *words',
      caseFiles: 'id, version, body.code, *words',
      consignments: 'id, version, body.caseFileId',
      staff: 'id, version',
      stock: '[locationId+lotId], itemId, lotId, leavesBefore',
      movements: 'id, seq, occurredAt, [kind+occurredAt], movement.consignmentId, movement.caseFileId',
      outbox: 'id, deviceSeq, unsentSeq, seq',
      quarantine: 'id, deviceSeq',
      drafts: 'id, kind',
      draftLines: 'id, draftId',
      slips: 'id, movementId, createdAt',
      meta: 'key',
      counters: 'key',
      draftChanges: 'key',
    })
    this.version(2).stores({
      marks: 'id, *body.caseFileIds',
      trips: 'id, version',
      packages: 'id',
      handovers: 'id, consignmentId, tripId',
      draftKeys: 'draftId',
    })
    this.version(3).stores({ surveys: 'id, caseFileId' })
    this.version(4).stores({ firstStock: 'key' })
  }
}

export interface LedgerDatabaseDeps {
  readonly name?: string
  readonly now?: () => Instant
  readonly newId?: () => string
  /** Awaited at named points between two steps; tests crash the page there. */
  readonly onStep?: (step: string) => Promise<void> | void
}

/** The tablet's store: the tables over a connection that flushes before it answers, and what recording needs beside them. */
export class LedgerDatabase extends LedgerConnection {
  /** The same database with relaxed flushing, for what can be pulled again. */
  readonly relaxed: LedgerConnection
  /** What belongs to facts but must not lie in them, in a database of its own; opened when first asked. */
  readonly parts: PartsDatabase
  /** There when `restored` has resolved. */
  journal: Journal = journalNotOpen
  readonly now: () => Instant
  readonly newId: () => string
  readonly step: (step: string) => Promise<void> | void
  /** Told of each new fact in this tab: the pusher listens. */
  readonly recorded = new Set<() => void>()
  readonly #restore: () => Promise<void>
  #restored: Promise<void> | undefined

  constructor(
    restore: () => Promise<void>,
    { name = DATABASE_NAME, now, newId, onStep }: LedgerDatabaseDeps,
  ) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.relaxed = new LedgerConnection(name, { chromeTransactionDurability: 'relaxed', cache: 'disabled' })
    this.parts = new PartsDatabase(`${name}-parts`)
    this.#restore = restore
    this.now = now ?? (() => instantFromMs(Date.now()))
    this.newId = newId ?? (() => newUuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))))
    this.step = onStep ?? (() => undefined)
  }
  /** Resolves when what only the journal had is back; begun by whoever asks first. Until then the store may only be read. */
  get restored(): Promise<void> {
    return (this.#restored ??= this.#restore())
  }
}
