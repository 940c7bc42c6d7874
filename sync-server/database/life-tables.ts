import type { CaseCategory, CaseFileId, Tick } from '#shared/case-file/case-file'
import type { CaseEventKind, LifeStep, RequestSource } from '#shared/case-file/life'
import type { Instant } from '#shared/time/time'
import type { Generated } from 'kysely'

/** What happened to case files, and where that leaves them. */
export interface LifeTables {
  caseEvent: {
    seq: Generated<number>
    id: string
    caseFileId: CaseFileId
    kind: CaseEventKind
    at: Instant
    by: string | null
    /** What the kind of event says, as JSON. */
    detail: string
  }
  caseLife: {
    caseFileId: CaseFileId
    code: string
    source: RequestSource
    receivedAt: Instant
    step: LifeStep
    since: Instant
    /** The LifeBody as JSON. */
    body: string
    category: CaseCategory
    provinceCode: string
    communeCode: string
    routedTo: string | null
    surveyedBy: string | null
    doubts: number | null
    tick: Tick | null
    tickUntil: Instant | null
    trackHash: string | null
    /** The one that stands for all that are joined with it; null for that one. */
    mergedInto: CaseFileId | null
  }
  /** How many case files stand where, by triggers; '' is no tick. Merged ones count once. */
  caseCount: { provinceCode: string; communeCode: string; step: LifeStep; tick: Tick | ''; cases: number }
  /** Merges that stand. */
  caseMerge: { mergeId: string; oneId: CaseFileId; otherId: CaseFileId }
}
