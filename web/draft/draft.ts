import type { CaseCategory, CaseFileId, Need, SubCategory } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { Handover, Identity, LeftReason, Recipient } from '#shared/handover/handover'
import type { Category, ItemId } from '#shared/item/item'
import type { LocationId } from '#shared/location/location'
import type { LotId } from '#shared/lot/lot'
import type { Basis, MovementId } from '#shared/movement/movement'
import type { PartHash } from '#shared/part/part'
import type { StaffId } from '#shared/staff/staff'
import type { Consent } from '#shared/survey/survey'
import type { Instant } from '#shared/time/time'

interface DraftBase {
  /** Becomes the id of the movement, so that closing twice records once. */
  readonly id: string
  readonly openedAt: Instant
  readonly staffId: StaffId
  /** What stands half typed in fields and cards, by field name: kept at every keystroke. */
  readonly typed: Readonly<Record<string, string>>
}

/** An intake that is being scanned: goods come from one donor to one shelf. */
export interface IntakeDraft extends DraftBase {
  readonly kind: 'intake'
  readonly donorId?: LocationId
  readonly shelfId?: LocationId
}

/** A dispatch that is being scanned: goods leave for one case file. */
export interface DispatchDraft extends DraftBase {
  readonly kind: 'dispatch'
  readonly caseFileId?: CaseFileId
  readonly override?: { readonly staffId: StaffId; readonly reason: string }
}

export const HANDOVER_STEPS = [
  'goods',
  'recipient',
  'identity',
  'signature',
  'witness',
  'pictures',
  'place',
  'confirm',
] as const
export type HandoverStep = (typeof HANDOVER_STEPS)[number]

/** A line of the consignment at the door; without `delivered` nobody has said yet. */
export interface HandoverDraftLine {
  readonly itemId: ItemId
  readonly lotId: LotId
  /** What is on the car, in whole base units. */
  readonly quantity: number
  readonly delivered?: number
  readonly reason?: LeftReason
}

/** A handover at the door. What is personal in it lies in `sealed`, under a key that goes with the draft. */
export interface HandoverDraft extends DraftBase {
  readonly kind: 'handover'
  readonly consignmentId: ConsignmentId
  readonly caseFileId: CaseFileId
  readonly tripId?: string
  /** The device knows that it is not on the courier's trip. */
  readonly otherTrip?: true
  /** Becomes the id of the delivery. */
  readonly movementId: MovementId
  readonly step: HandoverStep
  readonly lines: readonly HandoverDraftLine[]
  readonly recipient?: Exclude<Recipient, 'nobody'>
  readonly identity?: Identity
  readonly identityMatched?: boolean | undefined
  /** Whose papers these are was helped too lately through another case file. */
  readonly helpedElsewhere?: Handover['helpedElsewhere'] | undefined
  readonly pictures: readonly PartHash[]
  /** When each signed; the strokes are in `sealed`. */
  readonly signedAt: Readonly<Partial<Record<'recipient' | 'witness', Instant>>>
  readonly place?: 'taken' | 'refused'
  readonly farM?: number | undefined
  readonly basis?: Basis
  /** Whose PIN confirmed what stands in it; gone once somebody goes back to change that. */
  readonly giver?: { readonly staffId: StaffId; readonly at: Instant }
  readonly withoutPin?: true
  /** AES-GCM, base64url. */
  readonly sealed?: string
}

export type SurveyStep = 'consent' | 'household' | 'place' | 'needs' | 'pictures' | 'check'

/** A need as typed: how much of which goods. */
export interface NeedTyped {
  readonly category: Category
  readonly quantity: string
  readonly unit: string
}

/** What stands open in a survey beside what is personal. */
export interface SurveyAbout {
  readonly category?: CaseCategory | undefined
  readonly subCategory?: SubCategory | undefined
  readonly provinceCode?: string
  readonly communeCode?: string
  readonly householdSize?: string
  readonly needs: readonly NeedTyped[]
  /** Needs of a known case file that name one item: they stay as they were, or are taken out. */
  readonly itemNeeds: readonly Need[]
}

/** A visit to a household. Who lives there and where is in `sealed`, under a key that goes with the draft. */
export interface SurveyDraft extends DraftBase {
  readonly kind: 'survey'
  readonly caseFileId: CaseFileId
  /** What people call the case file; made here where it is new. */
  readonly code: string
  readonly step: SurveyStep
  readonly about: SurveyAbout
  readonly consent?: Consent
  readonly pictures: readonly PartHash[]
  /** AES-GCM, base64url. */
  readonly sealed?: string
}

export type Draft = IntakeDraft | DispatchDraft | HandoverDraft | SurveyDraft
export type DraftKind = Draft['kind']

/** One line of an open draft, on disk before the beep. `refused` lines are shown and never recorded. */
export interface DraftLine {
  readonly id: string
  readonly draftId: string
  readonly itemId: ItemId
  readonly lotId: LotId
  /** Whole base units. */
  readonly quantity: number
  /** The shelf goods come to (intake) or leave (dispatch). */
  readonly shelfId: LocationId
  readonly scannedAt: Instant
  /** When a person last brought it into the card, if that was after its last scan. */
  readonly touchedAt?: Instant
  /** How much the last scan added, in base units. */
  readonly lastScan?: number
  /** How often this line was scanned or added to: from the second time on a multiplier is offered. */
  readonly scans: number
  readonly barcode?: string
  /** Codes of lines that were put together with this one; empty for goods chosen by name. */
  readonly otherBarcodes?: readonly string[]
  readonly refused?: { readonly kind: string; readonly detail?: string }
}

/** Several lines that change as one: what is written, and the ids of lines of which nothing is left. */
export interface LinesChange {
  readonly put: readonly DraftLine[]
  readonly drop: readonly string[]
  /** The waiting code whose line this is, by the id it waited under: its card goes with it. */
  readonly settled?: string
}
