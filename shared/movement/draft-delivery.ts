import type { CaseFileId } from '../case-file/case-file.ts'
import type { ConsignmentId } from '../consignment/consignment.ts'
import { caseFileLocation, transitLocation } from '../location/location.ts'
import { err, ok, type Result } from '../result.ts'
import type { Movement } from './movement.ts'
import { refuseLines, type GoodsLine, type LinesRefusal } from './refuse-lines.ts'
import { signedHead, type Signature } from './signature.ts'

export interface DeliveryRequest {
  readonly consignmentId: ConsignmentId
  readonly caseFileId: CaseFileId
  readonly lines: readonly GoodsLine[]
}

/** Goods of a consignment reach the household. */
export function draftDelivery(
  { consignmentId, caseFileId, lines }: DeliveryRequest,
  signature: Signature,
): Result<Movement, LinesRefusal> {
  const refusal = refuseLines(lines)
  if (refusal) return err(refusal)
  return ok({
    ...signedHead(signature),
    kind: 'delivery',
    lines: lines.map(({ itemId, lotId, quantity }) => ({
      itemId,
      lotId,
      quantity,
      fromId: transitLocation(consignmentId),
      toId: caseFileLocation(caseFileId),
    })),
    caseFileId,
    consignmentId,
  })
}
