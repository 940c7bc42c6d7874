import type { CaseFile } from '#shared/case-file/case-file'
import type { StaffMember } from '#shared/staff/staff'
import { dayInVietnam } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { SurveyDraft } from '../draft/draft.ts'

/** A household to be visited, as far as it can be told without the PIN. */
export interface Visit {
  /** Of its package. */
  readonly id: string
  readonly caseFileId: string
  /** Undefined where the document has not come down. */
  readonly caseFile: CaseFile | undefined
  /** Of the survey that was begun. */
  readonly begunId: string | undefined
  /** Its survey is on this device and has not been acknowledged. */
  readonly visited: boolean
}

/** Whom this person is to visit; those who wait longest first, as the server gave them. */
export async function listVisits(db: LedgerDatabase, staff: StaffMember): Promise<Visit[]> {
  const [packages, drafts, surveys] = await Promise.all([
    db.packages.toArray(),
    listBegun(db),
    db.surveys.toArray(),
  ])
  const own = packages.filter(({ kind, staffId }) => kind === 'visit' && staffId === staff.id)
  const caseFiles = await db.caseFiles.bulkGet(own.map(({ caseFileId }) => caseFileId))
  return own.map(({ id, caseFileId, dayOn }, i) => ({
    id,
    caseFileId,
    caseFile: caseFiles[i]?.body,
    begunId: drafts.find((draft) => draft.caseFileId === caseFileId)?.id,
    visited: surveys.some((row) => row.caseFileId === caseFileId && dayInVietnam(row.occurredAt) >= dayOn),
  }))
}

/** Surveys that were begun and not finished. */
export async function listBegun(db: LedgerDatabase): Promise<SurveyDraft[]> {
  return (await db.drafts.where('kind').equals('survey').toArray()) as SurveyDraft[]
}
