import type { Consent } from '../survey/survey.ts'
import type { Instant, LocalDate } from '../time/time.ts'
import type { CaseFile, CaseFileId, Tick } from './case-file.ts'

/** Where a case file stands: iNHANDAO's six steps, and the way out of them. */
export const LIFE_STEPS = [
  'survey',
  'verification',
  'published',
  'planned',
  'help',
  'confirmed',
  'refused',
] as const
export type LifeStep = (typeof LIFE_STEPS)[number]

/** How somebody in need became known. */
export const REQUEST_SOURCES = ['public', 'desk', 'phone', 'csv', 'hook', 'field'] as const
export type RequestSource = (typeof REQUEST_SOURCES)[number]

/** Why a request ends without help, as its requester may read it too. */
export const REFUSAL_REASONS = [
  'not-found',
  'already-helped',
  'not-in-need',
  'other-organisation',
  'not-possible',
  'withdrawn',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** What is known of a case file without any person. */
export type LifeBody = Pick<
  CaseFile,
  'category' | 'subCategory' | 'provinceCode' | 'communeCode' | 'householdSize' | 'needs'
>

/** What happened, by kind. Texts in words are for staff and never name a person. */
interface DetailByKind {
  /** `trackHash` is the hash of the code its requester follows it by; `sender` of who sent it, where that is known. */
  readonly received: {
    readonly source: RequestSource
    readonly code: string
    readonly body: LifeBody
    readonly trackHash?: string
    readonly consent?: string
    readonly forOther?: true
  }
  readonly changed: { readonly body: LifeBody }
  readonly assigned: { readonly staffId: string; readonly dayOn?: LocalDate }
  readonly surveyed: {
    readonly surveyId?: string
    readonly body?: LifeBody
    /** To which text, and how: of those before it was noted the fact has it. */
    readonly consent?: Consent
  }
  /** How many doubts a look at it raised; which, is computed anew for whoever looks. */
  readonly 'pre-checked': { readonly doubts: readonly string[] }
  readonly ticked: TickDetail
  /** A tick was taken back before its time: what counts from then on is in `tick`. */
  readonly withdrawn: TickDetail
  /** Everyone is told of it, in words that are not here; or no longer. */
  readonly published: Record<string, never>
  readonly unpublished: Record<string, never>
  readonly planned: OnTrip & { readonly dayOn?: LocalDate }
  readonly dispatched: { readonly movementId: string; readonly consignmentId?: string }
  /** The trip with its goods has left. */
  readonly departed: OnTrip
  /** Its goods are on the trip no more and were not handed over: these events did not come true. */
  readonly 'taken-off': OnTrip & { readonly undoes: readonly string[] }
  readonly 'handed-over': { readonly handoverId?: string; readonly movementId?: string }
  readonly confirmed: OnTrip & { readonly handoverId: string }
  /** Nothing was handed over: the goods go back. */
  readonly returned: OnTrip
  readonly refused: { readonly reason: RefusalReason; readonly words?: string }
  readonly merged: { readonly into: CaseFileId }
  readonly unmerged: { readonly mergeId: string }
  readonly erased: Record<string, never>
}
interface OnTrip {
  readonly tripId?: string
  readonly consignmentId?: string
}
export interface TickDetail {
  readonly tick: Tick
  readonly until: Instant | null
  readonly reason?: string
  /** Hashes of the pictures that prove it. */
  readonly parts?: readonly string[]
}

/** In the order in which those of one moment happened. */
export const CASE_EVENT_KINDS = [
  'received',
  'changed',
  'assigned',
  'surveyed',
  'pre-checked',
  'ticked',
  'withdrawn',
  'published',
  'unpublished',
  'planned',
  'dispatched',
  'departed',
  'taken-off',
  'handed-over',
  'confirmed',
  'returned',
  'refused',
  'merged',
  'unmerged',
  'erased',
] as const satisfies readonly (keyof DetailByKind)[]
export type CaseEventKind = keyof DetailByKind

/**
 * One thing that happened to a case file: what, when and by whom (staff, a device, `public`, `hook:<name>`, or nobody).
 * Never changed, never deleted, and never about a person by name.
 */
export type CaseEvent = {
  readonly [Kind in CaseEventKind]: {
    readonly id: string
    readonly caseFileId: CaseFileId
    readonly kind: Kind
    readonly at: Instant
    readonly by: string | null
    readonly detail: DetailByKind[Kind]
  }
}[CaseEventKind]

/** A case file as its events leave it. */
export interface CaseLife {
  readonly caseFileId: CaseFileId
  readonly code: string
  readonly source: RequestSource
  readonly receivedAt: Instant
  readonly step: LifeStep
  readonly since: Instant
  readonly body: LifeBody
  /** Who is to visit. */
  readonly routedTo: string | null
  readonly surveyedBy: string | null
  /** Doubts of the last pre-check; null before one. */
  readonly doubts: number | null
  /** The tick that tablets know it by; null while it has no document yet. */
  readonly tick: Tick | null
  readonly tickUntil: Instant | null
  readonly trackHash: string | null
}
