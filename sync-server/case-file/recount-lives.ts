import type { CaseFileId } from '#shared/case-file/case-file'
import { foldLife } from '#shared/case-file/fold-life'
import type { WriterDb } from '../database/writer-db.ts'
import { headsOf, type Member } from './case-groups.ts'
import { eventFromRow, lifeRow, readEvents, type EventRow } from './fold-lives.ts'

type Row = readonly unknown[]

/** Merges that stand, from all that were made and all that were taken back. */
export function recountMerges(db: WriterDb): Row[] {
  const rows = db
    .prepare(
      `SELECT "id", "caseFileId", "kind", "at", "by", "detail" FROM "caseEvent" WHERE "kind" IN ('merged', 'unmerged')`,
    )
    .all() as EventRow[]
  const events = rows.map(eventFromRow)
  const undone = new Set(events.flatMap((it) => (it.kind === 'unmerged' ? [it.detail.mergeId] : [])))
  return events.flatMap((it) =>
    it.kind === 'merged' && !undone.has(it.id) ? [[it.id, it.caseFileId, it.detail.into]] : [],
  )
}

/** The life of every case file from its events and the log, and the groups from the merges. */
export function recountLives(db: WriterDb, undoneIds: ReadonlySet<string>): Row[] {
  const ids = db.prepare(`SELECT DISTINCT "caseFileId" FROM "caseEvent"`).all() as {
    caseFileId: CaseFileId
  }[]
  const lives = ids
    .map(({ caseFileId }) => foldLife(readEvents(db, caseFileId, (id) => undoneIds.has(id))))
    .filter((life) => life !== undefined)
  const headById = findHeads(
    lives,
    recountMerges(db).map(([, one, other]) => [one, other] as [CaseFileId, CaseFileId]),
  )
  return lives.map((life) => [...lifeRow(life), headById.get(life.caseFileId) ?? null])
}

function findHeads(
  members: readonly Member[],
  merges: readonly (readonly [CaseFileId, CaseFileId])[],
): Map<CaseFileId, CaseFileId> {
  const groupById = new Map<CaseFileId, Set<CaseFileId>>()
  const groupOf = (id: CaseFileId) => groupById.get(id) ?? new Set([id])
  for (const [one, other] of merges) {
    const joined = new Set([...groupOf(one), ...groupOf(other)])
    for (const id of joined) groupById.set(id, joined)
  }
  const memberById = new Map(members.map((member) => [member.caseFileId, member]))
  const headById = new Map<CaseFileId, CaseFileId>()
  for (const group of new Set(groupById.values())) {
    const [head, ...rest] = headsOf([...group].flatMap((id) => memberById.get(id) ?? []))
    for (const id of rest) headById.set(id, head!)
  }
  return headById
}
