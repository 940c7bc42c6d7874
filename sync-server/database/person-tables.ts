import type { CaseFileId } from '#shared/case-file/case-file'
import type { DeviceId } from '#shared/device/device'
import type { MarkId, MarkKind } from '#shared/person/mark'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'

/** Tables about persons in need. Nothing in them can be read without the key file. */
export interface PersonTables {
  /** To which key file this database belongs. */
  sealKey: { one: 1; fingerprint: string }
  /** A row while names that an older version wrote in the clear may still be found in the file. */
  scrub: { one: 1 }
  household: {
    caseFileId: CaseFileId
    sealed: Uint8Array
    /** 0 while the marks of its numbers are still to be made. */
    marked: 0 | 1
    changedAt: Instant
    changedBy: string | null
  }
  householdMark: { mark: MarkId; caseFileId: CaseFileId; kind: MarkKind }
  personRead: {
    id: number
    at: Instant
    staffId: StaffId | null
    deviceId: DeviceId | null
    caseFileId: CaseFileId
    why: string
  }
  dataRequest: {
    id: string
    receivedAt: Instant
    dueAt: Instant
    asks: string
    /** Who asks and how to reach them, sealed; gone once the request is closed. */
    requester: Uint8Array | null
    openedBy: StaffId | null
    closedAt: Instant | null
    closedBy: StaffId | null
    outcome: string | null
  }
  dataRequestStep: {
    id: number
    requestId: string
    at: Instant
    staffId: StaffId | null
    kind: string
    caseFileId: CaseFileId | null
  }
}
