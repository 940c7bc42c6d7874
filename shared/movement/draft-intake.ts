import type { LocationId } from '../location/location.ts'
import { isExpired } from '../lot/is-expired.ts'
import { parseLotId } from '../lot/lot.ts'
import { err, ok, type Result } from '../result.ts'
import type { LocalDate } from '../time/time.ts'
import type { Movement } from './movement.ts'
import { refuseLines, type GoodsLine, type LinesRefusal } from './refuse-lines.ts'
import { signedHead, todayOf, type Signature } from './signature.ts'

export interface IntakeRequest {
  readonly donorId: LocationId | undefined
  readonly lines: readonly (GoodsLine & { readonly shelfId: LocationId })[]
  readonly receiptId?: string
}

export type IntakeRefusal =
  | LinesRefusal
  | { readonly kind: 'donor-missing' }
  | { readonly kind: 'lot-expired'; readonly line: number; readonly expiresOn: LocalDate }

/** Goods come from a donor to shelves. What expires today may still come in: it leaves first, by FEFO. */
export function draftIntake(request: IntakeRequest, signature: Signature): Result<Movement, IntakeRefusal> {
  const { donorId, lines, receiptId } = request
  if (donorId === undefined) return err({ kind: 'donor-missing' })
  const refusal = refuseLines(lines)
  if (refusal) return err(refusal)
  for (const [line, { lotId }] of lines.entries()) {
    const lot = parseLotId(lotId)
    if (lot?.expiresOn && isExpired(lot, todayOf(signature))) {
      return err({ kind: 'lot-expired', line, expiresOn: lot.expiresOn })
    }
  }
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
