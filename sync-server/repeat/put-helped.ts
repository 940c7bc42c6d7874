import { createHash } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { Mark, MarkId } from '#shared/person/mark'
import type { GivenHelp } from '#shared/repeat/judge-repeats'
import type { Helped } from '#shared/repeat/repeat-rule'
import { dayInVietnam } from '#shared/time/time'
import { membersOf } from '../case-file/case-groups.ts'
import type { WriterDb } from '../database/writer-db.ts'

/** Writes the document of a mark: handed in, since documents themselves make help be judged anew. */
export type PutMark = (
  db: WriterDb,
  change: {
    readonly collection: 'marks'
    readonly id: string
    readonly body: Mark
    readonly changedBy: string
    readonly at: string
  },
) => unknown

/**
 * Tells tablets when a case file was last helped with what: on the mark of each of its numbers, and on one of its own,
 * so that a household without any number is known to have been helped as well.
 */
export function putHelped(
  db: WriterDb,
  caseFileId: CaseFileId,
  {
    given,
    at,
    putMark,
  }: { readonly given: readonly GivenHelp[]; readonly at: string; readonly putMark: PutMark },
): void {
  const lastByGroup = new Map<Helped['group'], Helped>()
  for (const help of given) {
    const on = dayInVietnam(help.at)
    for (const group of help.groups) {
      const last = lastByGroup.get(group)
      if (!last || last.on < on) lastByGroup.set(group, { caseFileId, group, on })
    }
  }
  const own = [...lastByGroup.values()]
  for (const mark of [caseFileMark(db, caseFileId), ...marksOf(db, caseFileId)]) {
    const before = readMark(db, mark.id) ?? mark
    const others = before.helped.filter((help) => help.caseFileId !== caseFileId)
    const body: Mark = {
      ...before,
      caseFileIds: mark.caseFileIds,
      helped: [...others, ...own].sort(byCaseFileAndGroup),
    }
    putMark(db, { collection: 'marks', id: mark.id, body, changedBy: 'repeat-rule', at })
  }
}

function readMark(db: WriterDb, id: MarkId): Mark | undefined {
  const row = db
    .prepare(`SELECT "body" FROM "document" WHERE "collection" = 'marks' AND "id" = ? AND "deleted" = 0`)
    .get(id) as { body: string } | undefined
  return row && (JSON.parse(row.body) as Mark)
}

/** Of the case files it is joined with as well. */
function caseFileMark(db: WriterDb, caseFileId: CaseFileId): Mark {
  const id = createHash('sha256').update(`case-file:${caseFileId}`).digest('base64url').slice(0, 22) as MarkId
  return { id, kind: 'case-file', caseFileIds: membersOf(db, caseFileId).toSorted(), helped: [] }
}

function marksOf(db: WriterDb, caseFileId: CaseFileId): Mark[] {
  const rows = db
    .prepare(
      `SELECT "mark" AS "id", "kind", (SELECT json_group_array("caseFileId") FROM
         (SELECT "caseFileId" FROM "householdMark" AS "all" WHERE "all"."mark" = "own"."mark" ORDER BY "caseFileId"))
         AS "caseFileIds"
       FROM "householdMark" AS "own" WHERE "caseFileId" = ?`,
    )
    .all(caseFileId) as (Pick<Mark, 'id' | 'kind'> & { caseFileIds: string })[]
  return rows.map(({ caseFileIds, ...mark }) => ({
    ...mark,
    caseFileIds: JSON.parse(caseFileIds) as CaseFileId[],
    helped: [],
  }))
}

function byCaseFileAndGroup(a: Helped, b: Helped): number {
  const [first, second] = [`${a.caseFileId}|${a.group}`, `${b.caseFileId}|${b.group}`]
  return first < second ? -1 : first > second ? 1 : 0
}
