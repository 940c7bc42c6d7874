import type { CaseFileId } from '#shared/case-file/case-file'
import type { DeviceId } from '#shared/device/device'
import type { PartHash, PartKind } from '#shared/part/part'
import type { PictureType } from '#shared/part/picture'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'

/** What devices handed in beside their facts. The bytes are in files of their own. */
export interface PartTables {
  part: {
    hash: PartHash
    kind: PartKind
    subjectId: string
    caseFileId: CaseFileId
    deviceId: DeviceId
    receivedAt: Instant
    /** Of the sealed bytes as they came. */
    size: number
    type: PictureType | null
    width: number | null
    height: number | null
    /** A PartRefusal as JSON; then the file holds what came, as it came. */
    refusal: string | null
    erasedAt: Instant | null
    publicHash: PartHash | null
    publicBy: StaffId | null
  }
  partErasure: { caseFileId: CaseFileId; erasedAt: Instant }
}
