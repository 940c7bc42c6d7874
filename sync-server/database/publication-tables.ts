import type { CaseFileId } from '#shared/case-file/case-file'
import type { StaffId } from '#shared/staff/staff'
import type { Instant, LocalDate } from '#shared/time/time'

/** What everyone is told of case files, and how many looked. */
export interface PublicationTables {
  publication: {
    caseFileId: CaseFileId
    publicCode: string
    words: string
    wordsEn: string
    publishedAt: Instant
    publishedBy: StaffId
    withdrawnAt: Instant | null
  }
  /** Who was counted today; a hash whose key dies with the day. */
  interestVisit: { visit: Uint8Array; dayOn: LocalDate }
  interestDay: { publicCode: string; dayOn: LocalDate; views: number; hearts: number }
  interestTotal: { publicCode: string; views: number; hearts: number }
}
