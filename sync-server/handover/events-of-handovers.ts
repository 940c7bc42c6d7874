import type { CaseFileId } from '#shared/case-file/case-file'
import type { CaseEvent } from '#shared/case-file/life'
import type { Outcome } from '#shared/handover/handover'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'

interface HandoverRow {
  readonly id: string
  readonly consignmentId: string
  readonly tripId: string | null
  readonly outcome: Outcome
  readonly occurredAt: Instant
  readonly completeAt: Instant | null
  readonly by: string
}

/** What handovers add to a life beside their deliveries: everybody has confirmed, or the goods come back. */
export function eventsOfHandovers(db: Pick<WriterDb, 'prepare'>, caseFileId: CaseFileId): CaseEvent[] {
  const rows = db
    .prepare(
      `SELECT "handover"."id", "consignmentId", "tripId", "outcome", "occurredAt", "completeAt", "body" ->> 'staffId' AS "by"
       FROM "handover" JOIN "fact" USING ("seq") WHERE "handover"."caseFileId" = ? ORDER BY "seq"`,
    )
    .all(caseFileId) as HandoverRow[]
  return rows.flatMap(({ id, consignmentId, tripId, outcome, occurredAt, completeAt, by }): CaseEvent[] => {
    const onTrip = { consignmentId, ...(tripId !== null && { tripId }) }
    if (outcome === 'none') {
      return [{ id, caseFileId, kind: 'returned', at: occurredAt, by, detail: onTrip }]
    }
    if (completeAt === null) return []
    return [{ id, caseFileId, kind: 'confirmed', at: completeAt, by, detail: { ...onTrip, handoverId: id } }]
  })
}
