import type { CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { Basis } from '#shared/movement/movement'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import type { Draft, HandoverDraftLine } from '../draft/draft.ts'

/** What a handover begins with. */
export interface AtTheDoor {
  readonly identity: DeviceIdentity
  readonly consignmentId: ConsignmentId
  readonly caseFileId: CaseFileId
  readonly tripId?: string
  readonly otherTrip?: true
  readonly basis?: Basis
  readonly goods: readonly Pick<HandoverDraftLine, 'itemId' | 'lotId' | 'quantity'>[]
}

/** The open handover of one consignment. */
export function isAt(consignmentId: string) {
  return (draft: Draft) => draft.kind === 'handover' && draft.consignmentId === consignmentId
}
