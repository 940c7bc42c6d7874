import type { CaseFile } from '../case-file/case-file.ts'
import { dispatchGate, type Override } from '../case-file/dispatch-gate.ts'
import type { ConsignmentId } from '../consignment/consignment.ts'
import { transitLocation, type LocationId } from '../location/location.ts'
import type { RepeatAnswer } from '../repeat/repeat-rule.ts'
import { err, ok, type Result } from '../result.ts'
import type { Instant, LocalDate } from '../time/time.ts'
import type { Movement } from './movement.ts'
import {
  refuseExpired,
  refuseLines,
  type ExpiredRefusal,
  type GoodsLine,
  type LinesRefusal,
} from './refuse-lines.ts'
import { signedHead, todayOf, type Signature } from './signature.ts'

export interface DispatchRequest {
  /** Undefined when the tablet knows no such case file. */
  readonly caseFile: Pick<CaseFile, 'id' | 'tick' | 'tickAt' | 'tickUntil'> | undefined
  readonly consignmentId: ConsignmentId
  /** Until when the tablet's knowledge reaches. */
  readonly snapshotAt: Instant
  readonly override?: Override | undefined
  /** What is known of earlier help to the household, by the groups of these goods. */
  readonly repeat?: RepeatAnswer | undefined
  /** Another household gave the same phone. */
  readonly sharedPhone?: boolean | undefined
  readonly lines: readonly (GoodsLine & { readonly shelfId: LocationId })[]
}

export type DispatchRefusal =
  | LinesRefusal
  | { readonly kind: 'case-file-stopped'; readonly reason: 'red' | 'expired' | 'unknown' }
  | { readonly kind: 'helped-before'; readonly on: LocalDate; readonly opensOn: LocalDate }
  | { readonly kind: 'second-person-missing' }
  | { readonly kind: 'second-person-same' }
  | { readonly kind: 'reason-missing' }
  | ExpiredRefusal

/** Goods leave shelves for one case file and are on their way until they are handed over. */
export function draftDispatch(
  { caseFile, consignmentId, snapshotAt, override, repeat, sharedPhone, lines }: DispatchRequest,
  signature: Signature,
): Result<Movement, DispatchRefusal> {
  const gate = dispatchGate(caseFile, signature.now, { sharedPhone })
  if (gate.kind === 'stopped' || !caseFile) {
    return err({ kind: 'case-file-stopped', reason: gate.kind === 'stopped' ? gate.reason : 'unknown' })
  }
  if (gate.kind === 'second-person') {
    if (!override) return err({ kind: 'second-person-missing' })
    if (override.staffId === signature.staffId) return err({ kind: 'second-person-same' })
    if (override.reason.trim() === '') return err({ kind: 'reason-missing' })
  }
  const refusal = refuseLines(lines)
  if (refusal) return err(refusal)
  if (repeat?.kind === 'helped') {
    return err({ kind: 'helped-before', on: repeat.on, opensOn: repeat.opensOn })
  }
  const expired = refuseExpired(lines, todayOf(signature))
  if (expired) return err(expired)
  return ok({
    ...signedHead(signature),
    kind: 'dispatch',
    lines: lines.map(({ itemId, lotId, quantity, shelfId }) => ({
      itemId,
      lotId,
      quantity,
      fromId: shelfId,
      toId: transitLocation(consignmentId),
    })),
    caseFileId: caseFile.id,
    consignmentId,
    basis: {
      tick: caseFile.tick,
      tickAt: caseFile.tickAt,
      snapshotAt,
      ...(gate.kind === 'second-person' &&
        override && { override: { ...override, reason: override.reason.trim() } }),
    },
  })
}
