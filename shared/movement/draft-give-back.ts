import type { CaseFileId } from '../case-file/case-file.ts'
import type { ConsignmentId } from '../consignment/consignment.ts'
import { transitLocation, type LocationId } from '../location/location.ts'
import { err, ok, type Result } from '../result.ts'
import type { Movement } from './movement.ts'
import { refuseLines, type GoodsLine, type LinesRefusal } from './refuse-lines.ts'
import { signedHead, type Signature } from './signature.ts'

export interface GiveBackRequest {
  readonly consignmentId: ConsignmentId
  readonly caseFileId?: CaseFileId | undefined
  readonly shelfId: LocationId
  readonly lines: readonly GoodsLine[]
}

/** Goods that were not handed over come back from the way onto a shelf. */
export function draftGiveBack(
  { consignmentId, caseFileId, shelfId, lines }: GiveBackRequest,
  signature: Signature,
): Result<Movement, LinesRefusal> {
  const refusal = refuseLines(lines)
  if (refusal) return err(refusal)
  return ok({
    ...signedHead(signature),
    kind: 'give-back',
    lines: lines.map(({ itemId, lotId, quantity }) => ({
      itemId,
      lotId,
      quantity,
      fromId: transitLocation(consignmentId),
      toId: shelfId,
    })),
    ...(caseFileId !== undefined && { caseFileId }),
    consignmentId,
  })
}
