import type { CaseFileId } from '#shared/case-file/case-file'
import type { CaseEvent } from '#shared/case-file/life'
import type { WriterDb } from '../database/writer-db.ts'

/** What decides which of a group stands for the others. */
export interface Member {
  readonly caseFileId: CaseFileId
  /** Null while tablets do not know it. */
  readonly tick: string | null
  readonly receivedAt: string
}

/** A merge joins two until it is taken back; whichever of the two becomes known first. Answers whose group changes. */
export function noteMerge(db: WriterDb, event: CaseEvent): CaseFileId[] {
  if (event.kind === 'merged') {
    const { id, caseFileId, detail } = event
    db.prepare(
      `INSERT INTO "caseMerge" SELECT ?, ?, ? WHERE NOT EXISTS (
         SELECT 1 FROM "caseEvent" WHERE "kind" = 'unmerged' AND "kind" IN ('merged', 'unmerged')
           AND "detail" ->> 'mergeId' = ?)`,
    ).run(id, caseFileId, detail.into, id)
    return [caseFileId]
  }
  if (event.kind !== 'unmerged') return []
  const merge = db
    .prepare(`DELETE FROM "caseMerge" WHERE "mergeId" = ? RETURNING "oneId", "otherId"`)
    .get(event.detail.mergeId) as { oneId: CaseFileId; otherId: CaseFileId } | undefined
  return merge ? [merge.oneId, merge.otherId] : []
}

/** Everybody joined with this one, over any number of merges; itself first. */
export function membersOf(db: Pick<WriterDb, 'prepare'>, caseFileId: CaseFileId): CaseFileId[] {
  const neighbours = db.prepare(
    `SELECT "otherId" AS "id" FROM "caseMerge" WHERE "oneId" = ?
     UNION ALL SELECT "oneId" AS "id" FROM "caseMerge" WHERE "otherId" = ?`,
  )
  const members = new Set([caseFileId])
  for (const id of members) {
    for (const row of neighbours.all(id, id) as { id: CaseFileId }[]) members.add(row.id)
  }
  return [...members]
}

/** How many case files these are, once those that were joined count as one. */
export function countGroups(db: Pick<WriterDb, 'prepare'>, caseFileIds: readonly CaseFileId[]): number {
  return new Set(caseFileIds.map((id) => membersOf(db, id).toSorted()[0])).size
}

/** One that tablets know comes first, then the earliest: the first of these stands for all. */
export function headsOf(members: readonly Member[]): CaseFileId[] {
  return members
    .toSorted(
      (a, b) =>
        Number(a.tick === null) - Number(b.tick === null) ||
        (a.receivedAt < b.receivedAt ? -1 : a.receivedAt > b.receivedAt ? 1 : 0) ||
        (a.caseFileId < b.caseFileId ? -1 : 1),
    )
    .map(({ caseFileId }) => caseFileId)
}
