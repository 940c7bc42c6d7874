import type { ReversalFault } from './judge-reversals.ts'
import type { Basis } from '../movement/movement.ts'
import type { Tick } from '../case-file/case-file.ts'

/**
 * Something a person must look at; never a refusal. `key` names it, so that the same contradiction is one finding
 * however often and in whatever order its movements arrive.
 */
export type Finding =
  | {
      readonly kind: 'below-zero'
      readonly locationId: string
      readonly lotId: string
      readonly quantity: number
      readonly movementId: string
    }
  | { readonly kind: 'unknown-item'; readonly itemId: string; readonly movementId: string }
  | { readonly kind: 'unknown-location'; readonly locationId: string; readonly movementId: string }
  | { readonly kind: 'no-case-file'; readonly movementId: string }
  | { readonly kind: 'unknown-case-file'; readonly caseFileId: string; readonly movementId: string }
  | {
      readonly kind: 'tick-not-green'
      readonly caseFileId: string
      readonly tick: Tick
      readonly override?: NonNullable<Basis['override']>
      readonly movementId: string
    }
  | {
      /** Another household gave the same phone, by what is known now; `override` is whoever agreed all the same. */
      readonly kind: 'shared-phone'
      readonly caseFileId: string
      readonly override?: NonNullable<Basis['override']>
      readonly movementId: string
    }
  | { readonly kind: 'expired-when-dispatched'; readonly lotId: string; readonly movementId: string }
  | {
      readonly kind: 'clock-off'
      readonly deviceId: string
      readonly skewMs: number
      readonly movementId: string
    }
  | {
      readonly kind: 'missing-numbers'
      readonly deviceId: string
      readonly fromSeq: number
      readonly toSeq: number
    }
  | {
      readonly kind: 'false-reversal'
      readonly fault: ReversalFault
      readonly reversesId: string
      readonly movementId: string
    }
  | {
      readonly kind: 'after-revocation'
      readonly deviceId: string
      readonly revokedAt: string
      /** Movements that came in since; the device says that it recorded them from `firstAt` to `lastAt`. */
      readonly count: number
      readonly firstAt: string
      readonly lastAt: string
      /** The first of them. */
      readonly movementId: string
    }
  | {
      /** Goods of one consignment were handed over more than once; both count until somebody corrects one. */
      readonly kind: 'delivered-twice'
      readonly consignmentId: string
      readonly caseFileId: string
      readonly itemIds: readonly string[]
      /** The first that handed over too much. */
      readonly handoverId: string
    }
  | {
      readonly kind: 'other-trip'
      readonly consignmentId: string
      readonly caseFileId: string
      readonly handoverId: string
    }
  | { readonly kind: 'handover-without-pin'; readonly caseFileId: string; readonly handoverId: string }
  | { readonly kind: 'identity-mismatch'; readonly caseFileId: string; readonly handoverId: string }
  | {
      readonly kind: 'place-far'
      readonly caseFileId: string
      readonly farM: number
      readonly handoverId: string
    }
  | {
      /** Whoever took the goods was helped within the days of the repeat rule through another case file. */
      readonly kind: 'helped-elsewhere'
      readonly caseFileId: string
      readonly helpedOn: string
      readonly opensOn: string
      readonly handoverId: string
    }
  | {
      readonly kind: 'red-at-the-door'
      readonly caseFileId: string
      readonly override?: NonNullable<Basis['override']>
      readonly handoverId: string
    }
  | {
      /** Somebody of another warehouse says what was handed over; it counts, since it may be so. */
      readonly kind: 'corrected-elsewhere'
      readonly consignmentId: string
      readonly caseFileId: string
      readonly handoverId: string
      readonly correctionId: string
    }
  /** Two trips that have not ended name the same goods. */
  | { readonly kind: 'on-two-trips'; readonly consignmentId: string; readonly tripIds: readonly string[] }
  | {
      /** Help within the days of the repeat rule after earlier help of the same household, both by day in Vietnam. */
      readonly kind: 'repeat-help'
      readonly caseFileId: string
      readonly helpedOn: string
      readonly opensOn: string
      /** Through another case file that shares an ID number or a phone. */
      readonly elsewhere: boolean
      readonly movementId: string
    }
  | { readonly kind: 'pack-claimed-twice'; readonly gtin: string; readonly itemIds: readonly string[] }
export type FindingKind = Finding['kind']

export const FINDING_KINDS = [
  'below-zero',
  'unknown-item',
  'unknown-location',
  'no-case-file',
  'unknown-case-file',
  'tick-not-green',
  'shared-phone',
  'expired-when-dispatched',
  'clock-off',
  'missing-numbers',
  'false-reversal',
  'after-revocation',
  'delivered-twice',
  'other-trip',
  'handover-without-pin',
  'identity-mismatch',
  'place-far',
  'helped-elsewhere',
  'red-at-the-door',
  'corrected-elsewhere',
  'on-two-trips',
  'repeat-help',
  'pack-claimed-twice',
] as const satisfies readonly FindingKind[]

/** Findings about how facts arrived, not about what they say: these may differ with the order of arrival. */
export const ARRIVAL_FINDINGS: readonly FindingKind[] = ['clock-off', 'missing-numbers', 'after-revocation']

export function findingKey(finding: Finding): string {
  switch (finding.kind) {
    case 'below-zero':
      return `below-zero|${finding.locationId}|${finding.lotId}`
    case 'unknown-item':
      return `unknown-item|${finding.itemId}`
    case 'unknown-location':
      return `unknown-location|${finding.locationId}`
    case 'no-case-file':
      return `no-case-file|${finding.movementId}`
    case 'unknown-case-file':
      return `unknown-case-file|${finding.caseFileId}`
    case 'tick-not-green':
      return `tick-not-green|${finding.movementId}`
    case 'shared-phone':
      return `shared-phone|${finding.movementId}`
    case 'expired-when-dispatched':
      return `expired-when-dispatched|${finding.movementId}|${finding.lotId}`
    case 'clock-off':
      return `clock-off|${finding.movementId}`
    case 'missing-numbers':
      return `missing-numbers|${finding.deviceId}|${finding.fromSeq}`
    case 'false-reversal':
      return `false-reversal|${finding.movementId}`
    case 'after-revocation':
      return `after-revocation|${finding.deviceId}`
    case 'delivered-twice':
      return `delivered-twice|${finding.consignmentId}`
    case 'other-trip':
    case 'handover-without-pin':
    case 'identity-mismatch':
    case 'place-far':
    case 'helped-elsewhere':
    case 'red-at-the-door':
      return `${finding.kind}|${finding.handoverId}`
    case 'corrected-elsewhere':
      return `corrected-elsewhere|${finding.correctionId}`
    case 'on-two-trips':
      return `on-two-trips|${finding.consignmentId}`
    case 'repeat-help':
      return `repeat-help|${finding.movementId}`
    case 'pack-claimed-twice':
      return `pack-claimed-twice|${finding.gtin}`
  }
}
