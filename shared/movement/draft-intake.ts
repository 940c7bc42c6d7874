import type { LocationId } from '../location/location.ts'
import { err, ok, type Result } from '../result.ts'
import type { Movement } from './movement.ts'
import {
  refuseExpired,
  refuseLines,
  type ExpiredRefusal,
  type GoodsLine,
  type LinesRefusal,
} from './refuse-lines.ts'
import { signedHead, todayOf, type Signature } from './signature.ts'

export interface IntakeRequest {
  readonly donorId: LocationId | undefined
  readonly lines: readonly (GoodsLine & { readonly shelfId: LocationId })[]
  readonly receiptId?: string
}

export type IntakeRefusal = LinesRefusal | { readonly kind: 'donor-missing' } | ExpiredRefusal

/** Goods come from a donor to shelves. What expires today may still come in: it leaves first, by FEFO. */
export function draftIntake(request: IntakeRequest, signature: Signature): Result<Movement, IntakeRefusal> {
  const { donorId, lines, receiptId } = request
  if (donorId === undefined) return err({ kind: 'donor-missing' })
  const refusal = refuseLines(lines)
  if (refusal) return err(refusal)
  const expired = refuseExpired(lines, todayOf(signature))
  if (expired) return err(expired)
  return ok({
    ...signedHead(signature),
    kind: 'intake',
    lines: lines.map(({ itemId, lotId, quantity, shelfId }) => ({
      itemId,
      lotId,
      quantity,
      fromId: donorId,
      toId: shelfId,
    })),
    ...(receiptId !== undefined && { receiptId }),
  })
}
