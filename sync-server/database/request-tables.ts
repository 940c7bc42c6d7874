import type { CaseFileId } from '#shared/case-file/case-file'
import type { LifeStep } from '#shared/case-file/life'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { LikenessKind } from '../request/likeness.ts'

/** Requests for help, beside their lives and their households. */
export interface RequestTables {
  /** The value as JSON. */
  setting: { name: string; value: string; changedAt: Instant; changedBy: string | null }
  /** Codes of communes and of whole provinces. */
  staffPlace: { staffId: StaffId; placeCode: string }
  likeness: { likeness: string; caseFileId: CaseFileId; kind: LikenessKind }
  requestContact: { caseFileId: CaseFileId; sealed: Uint8Array; tell: 0 | 1 }
  hook: { name: string; sealed: Uint8Array; createdAt: Instant; revokedAt: Instant | null }
  /** Null of a request whose id says what is in it, and of those from before it was kept. */
  sentRequest: { sender: string; idHash: string; caseFileId: CaseFileId; contentMac: string | null }
  message: {
    id: string
    caseFileId: CaseFileId
    step: LifeStep
    at: Instant
    tries: number
    /** Null once it was sent or given up. */
    dueAt: Instant | null
    sentAt: Instant | null
    /** The browser it is for; null for the gateway. */
    pushId: string | null
  }
  pushSubscription: { caseFileId: CaseFileId; pushId: string; sealed: Uint8Array; createdAt: Instant }
}
