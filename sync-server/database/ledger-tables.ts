import type { FindingKind } from '#shared/finding/finding'
import type { Outcome } from '#shared/handover/handover'
import type { LocationKind } from '#shared/location/location'
import type { Collection } from '#shared/sync/wire'
import type { Fact } from '#shared/sync/fact'
import type { Tick } from '#shared/case-file/case-file'
import type { Generated } from 'kysely'

type Bit = 0 | 1

export interface LedgerTables {
  /** One row: the newest `seq`, the newest version of the documents, and how far `caseFileFact` reaches. */
  ledgerHead: { one: 1; seq: number; documentVersion: number; caseFilesTo: number }
  fact: {
    seq: number
    id: string
    deviceId: string
    deviceSeq: number
    kind: Fact['kind']
    recordedAt: string
    receivedAt: string
    /** The body as JSON, keys in the order of the schema. */
    body: string
    /** Only where a movement's id is not that of its fact. */
    movementId: string | null
    /** Whom a movement helps. */
    caseFileId: string | null
  }
  /** The facts of a case file, put in order many at a time: see case-file-facts.ts. */
  caseFileFact: { caseFileId: string; seq: number }
  /** Which warehouses see a movement: its own, and those whose shelves it names. */
  movementVisible: { warehouseId: string; seq: number }
  /** Which movement a reversal names, whether that has arrived or not, and whether it undoes it. */
  reversal: { reversesId: string; seq: number; stands: 0 | 1 }
  /** How each handover stands, confirmations and corrections that came later included. */
  handover: {
    id: string
    consignmentId: string
    caseFileId: string
    tripId: string | null
    occurredAt: string
    outcome: Outcome
    complete: Bit
    /** When the last of those who were needed confirmed. */
    completeAt: string | null
    seq: number
  }
  /** Which handover a later confirmation or correction names, whether that has arrived or not. */
  handoverNote: { handoverId: string; seq: number }
  /** A view of `stockPlace` and `stockQuantity`, for readers. */
  stock: {
    locationId: string
    lotId: string
    itemId: string
    locationKind: LocationKind
    expiresOn: string | null
    quantity: number
    /** The latest movement that took from here, by its time and id. */
    lastTakenSeq: number | null
  }
  /** Which held places' stock a warehouse sees. */
  warehouseLocation: { warehouseId: string; locationId: string }
  itemTotal: {
    itemId: string
    inStock: number
    inTransit: number
    received: number
    dispatched: number
    delivered: number
  }
  dayTotal: { on: string; intakes: number; dispatches: number; deliveries: number }
  /** Base units at a case file, over all items: above zero means helped. */
  caseFileHelped: { caseFileId: string; quantity: number }
  finding: {
    id: Generated<number>
    key: string
    kind: FindingKind
    open: Bit
    /** The Finding as JSON. */
    detail: string
    /** When the movement named in `detail` occurred; what names the earliest one is decided by it. */
    movementAt: string | null
    itemId: string | null
    warehouseId: string | null
    openedAt: string
    closedAt: string | null
    handledAt: string | null
    handledBy: string | null
    note: string | null
  }
  /** The numbers received from a device, as ranges; between them are holes. */
  deviceNumber: { deviceId: string; fromSeq: number; toSeq: number }
  deviceContact: {
    deviceId: string
    lastContactAt: string
    unsent: number
    lastDeviceSeq: number
    lastRecordedAt: string | null
    unsentParts: number
  }
  refusedFact: {
    id: Generated<number>
    deviceId: string
    hash: string
    receivedAt: string
    raw: string
    /** The FactRefusal as JSON. */
    refusal: string
  }
  document: {
    collection: Collection
    id: string
    version: number
    deleted: Bit
    warehouseId: string | null
    body: string
    changedAt: string
    changedBy: string
    /** For documents that follow from facts: what decides among several. Null once a desk has spoken. */
    origin: string | null
  }
  /** Of several facts about the same number, the one that counts. */
  learnedPack: { gtin: string; itemId: string; unit: string; quantity: number; origin: string }
  /** Which live items carry a number, as their own or on a pack. */
  itemNumber: { itemId: string; gtin: string }
  /** For which items tablets learned a number, each with the latest that says so. */
  packClaim: { gtin: string; itemId: string; claimedAt: string }
  /** When the desk last put a number on an item or took it off one. */
  numberDecision: { gtin: string; decidedAt: string }
  /** Every version, but of a document that follows from a dispatch only once another has replaced it. */
  documentHistory: {
    version: number
    collection: Collection
    id: string
    deleted: Bit
    warehouseId: string | null
    body: string
    changedAt: string
    changedBy: string
  }
  /** What deliveries brought, one row for each item; see repeat/. */
  helpGiven: { caseFileId: string; at: string; movementId: string; itemId: string }
  /** From when on which rule held, as JSON. */
  repeatRule: { fromAt: string; rule: string; changedBy: string }
  /** From when on which tick held. */
  caseFileTick: {
    caseFileId: string
    tickAt: string
    tick: Tick
    tickUntil: string | null
    changedBy: string
  }
}
