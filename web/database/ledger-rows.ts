import type { Handover, HandoverConfirmed, HandoverCorrected } from '#shared/handover/handover'
import type { Item } from '#shared/item/item'
import type { Location, LocationId, WarehouseId } from '#shared/location/location'
import type { LotId } from '#shared/lot/lot'
import type { Movement, MovementKind } from '#shared/movement/movement'
import type { Fact } from '#shared/sync/fact'
import type { DeviceId } from '#shared/device/device'
import type { StaffId } from '#shared/staff/staff'
import type { Sentence } from '#shared/i18n/text'
import type { KeysAnswer } from '#shared/sync/wire'
import type { Instant, LocalDate } from '#shared/time/time'
import type { ItemId } from '#shared/item/item'

/** A document as the server gave it, or, with version 0 or `local`, as this tablet laid it over until it comes back down. */
export interface DocumentRow<Body> {
  readonly id: string
  readonly version: number
  readonly deleted: boolean
  readonly body: Body
  readonly local?: true
}

/** `words` are folded and distinct, so that a search is a walk along an index. */
export interface SearchedRow<Body> extends DocumentRow<Body> {
  readonly words: readonly string[]
}

export interface ItemRow extends SearchedRow<Item> {
  /** The item's own number and those of its packs. */
  readonly gtins: readonly string[]
}

/** One lot at one place. What people see is `ordered + pending`. Rows of zero are removed. */
export interface StockRow {
  readonly locationId: LocationId
  readonly lotId: LotId
  readonly itemId: ItemId
  readonly leavesBefore?: LocalDate
  /** Up to the cursor of the ledger. */
  readonly ordered: number
  /** Own movements that the cursor has not passed. */
  readonly pending: number
}

/** What the list of the stock begins with, so that a start reads one row and not the keys of all. */
export interface FirstStockRow {
  readonly key: 'by-item'
  readonly rows: readonly StockRow[]
  readonly items: readonly Item[]
  readonly shelves: readonly Location[]
}

/** `seq` is missing until the server has given it one. */
export interface MovementRow {
  readonly id: string
  readonly seq?: number
  readonly receivedAt?: Instant
  readonly occurredAt: Instant
  readonly kind: MovementKind
  readonly movement: Movement
}

/** A fact the cursor has not passed. `unsentSeq` repeats `deviceSeq` while the server has not taken it, `seq` is there once it has. */
export interface OutboxRow {
  readonly id: string
  readonly deviceSeq: number
  readonly unsentSeq?: number
  readonly seq?: number
  readonly fact: Fact
}

/** Why a fact was not taken, with the server's sentence. */
export interface RefusedReason {
  readonly kind: string
  readonly message: Sentence
}

/** A fact the server did not take: kept, shown, and out of the way of those behind it. */
export interface QuarantineRow {
  readonly id: string
  readonly deviceSeq: number
  readonly fact: Fact
  readonly refused: RefusedReason
  readonly refusedAt: Instant
  /** Set when a person decided that it shall not count. */
  readonly voided?: { readonly reason: string; readonly staffId: StaffId; readonly at: Instant }
}

/** A handover of this device, with what was said of it since. */
export interface HandoverRow {
  readonly id: string
  readonly consignmentId: string
  readonly tripId?: string
  readonly handover: Handover
  readonly confirmed: readonly HandoverConfirmed[]
  readonly corrected: readonly HandoverCorrected[]
}

/** A survey of this device, without persons: so that it is recorded once, and its visit is known to be done. */
export interface SurveyRow {
  readonly id: string
  readonly caseFileId: string
  readonly code: string
  readonly staffId: StaffId
  readonly occurredAt: Instant
  readonly parts: readonly string[]
}

/** What opens the sealed part of one draft; it goes with the draft. */
export interface DraftKeyRow {
  readonly draftId: string
  readonly key: CryptoKey
}

/** What a receipt or consignment label is printed from; names come from the documents. */
export interface Slip {
  /** The code on the paper: of the receipt, or of the consignment. */
  readonly id: string
  readonly kind: 'receipt' | 'consignment'
  readonly movementId: string
  readonly createdAt: Instant
  readonly movement: Movement
}

export interface DeviceIdentity {
  readonly deviceId: DeviceId
  readonly token: string
  readonly warehouseId: WarehouseId
  readonly warehouseName: string
}

/** What the last contact with the server told. */
export interface ContactState {
  readonly lastContactAt?: Instant
  readonly reached: boolean
  readonly revoked: boolean
  readonly tooOld: boolean
  readonly serverBusyUntil?: Instant
  /** How far this tablet's clock runs ahead of the server's. */
  readonly clockOffMs?: number
}

/** Movements with a `seq` above `after` and below `before` may be missing here. */
export interface HistoryGap {
  readonly before: number
  readonly after: number
}

/** Single values, by key. */
export interface MetaValues {
  readonly identity: DeviceIdentity
  /** Every fact with a `seq` up to here is in `ordered`. Missing until the first snapshot. */
  readonly cursor: number
  /** Written with a snapshot, which passes over movements; gone when the history has them. */
  readonly historyGap: HistoryGap
  /** Something happened that only a new snapshot can answer. */
  readonly snapshotWanted: boolean
  readonly documentCursors: Readonly<Record<string, number>>
  readonly documentsComparedAt: Instant
  /** When the documents were last known to be as new as the server's. */
  readonly documentsKnownAt: Instant
  readonly contact: ContactState
  readonly storage: StorageState
  readonly session: { readonly staffId: StaffId; readonly signedInAt: Instant; readonly activeAt: Instant }
  /** Members of staff for whom nothing can be sealed until their PIN is set anew. */
  readonly keyMissing: readonly string[]
  /** Who goes on with a trip although the PIN was forgotten. */
  readonly withoutPin: { readonly staffId: StaffId; readonly since: Instant }
  /** Consignments whose labels were scanned when a trip was loaded, by trip. */
  readonly loaded: Readonly<Record<string, readonly string[]>>
  readonly pinFailures: Readonly<Record<string, { readonly count: number; readonly lockedUntil?: Instant }>>
  /** Where goods were put last on this tablet. */
  readonly usualShelf: LocationId
  /** The items of the stock list, in the order it was last shown in. */
  readonly stockOrder: readonly string[]
  /** What this device seals and marks with, and the repeat rule, as the server last said. */
  readonly keys: Omit<KeysAnswer, 'protocol'>
  /** `provinceByCommune` came later: a tablet that has none fetches the list anew. */
  readonly places: {
    readonly nameByCode: Readonly<Record<string, string>>
    readonly provinceByCommune?: Readonly<Record<string, string>>
  }
}
export type MetaKey = keyof MetaValues
export interface MetaRow {
  readonly key: MetaKey
  readonly value: MetaValues[MetaKey]
}

export interface StorageState {
  readonly kept: 'persisted' | 'best-effort' | 'unknown'
  /** False where the browser has no private file system: then a lost database is a lost outbox. */
  readonly journal: boolean
  /** The database was found empty although this tablet had been in use; what the journal had was put back. */
  readonly wiped: boolean
}

/** `deviceSeq`: the number of the last fact this device made. `draftChange`: of the last change of a draft. */
export interface CounterRow {
  readonly key: 'deviceSeq' | 'draftChange'
  readonly value: number
}
