import type { CaseFileId } from '#shared/case-file/case-file'
import type { Category } from '#shared/item/item'
import type { GivenHelp } from '#shared/repeat/judge-repeats'
import { membersOf } from '../case-file/case-groups.ts'
import type { WriterDb } from '../database/writer-db.ts'

/** The case files that a person joined, or one ID number or phone says are of the same household, the asked one first. */
export function householdOf(db: Pick<WriterDb, 'prepare'>, caseFileId: string): string[] {
  const joined = membersOf(db, caseFileId as CaseFileId)
  const rows = db
    .prepare(
      `SELECT DISTINCT "other"."caseFileId" AS "id"
       FROM "householdMark" AS "own" JOIN "householdMark" AS "other" USING ("mark")
       WHERE "own"."caseFileId" IN (SELECT "value" FROM json_each(?))`,
    )
    .all(JSON.stringify(joined)) as { id: CaseFileId }[]
  return [...new Set([...joined, ...rows.flatMap(({ id }) => membersOf(db, id))])]
}

/** All help that some case files were given; what was taken back by a reversal was not given. */
export function readHelp(db: Pick<WriterDb, 'prepare'>, caseFileIds: readonly string[]): GivenHelp[] {
  const rows = db
    .prepare(
      `SELECT "caseFileId", "at", "movementId",
         json_group_array(DISTINCT coalesce("document"."body" ->> 'category', 'other')) AS "groups"
       FROM "helpGiven"
       LEFT JOIN "document" ON "document"."collection" = 'items' AND "document"."id" = "itemId"
       WHERE "caseFileId" IN (SELECT "value" FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM "reversal" WHERE "reversesId" = "movementId")
       GROUP BY "caseFileId", "at", "movementId"`,
    )
    .all(JSON.stringify(caseFileIds)) as (Omit<GivenHelp, 'groups'> & { groups: string })[]
  return rows.map(({ groups, at, ...help }) => ({
    ...help,
    at,
    groups: JSON.parse(groups) as Category[],
  }))
}
