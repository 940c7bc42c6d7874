import type { Category } from '#shared/item/item'
import type { GivenHelp } from '#shared/repeat/judge-repeats'
import type { WriterDb } from '../database/writer-db.ts'

/**
 * The case files that a person joined, or one ID number or phone says are of the same household, the asked one among
 * them. One question, since each delivery asks it.
 */
export function householdOf(db: Pick<WriterDb, 'prepare'>, caseFileId: string): string[] {
  const rows = db.prepare(HOUSEHOLD).all(caseFileId) as { id: string }[]
  return rows.map(({ id }) => id)
}

const joinedWith = (name: string, from: string) => `
  "${name}" ("id") AS (
    ${from}
    UNION SELECT "otherId" FROM "caseMerge" JOIN "${name}" ON "oneId" = "id"
    UNION SELECT "oneId" FROM "caseMerge" JOIN "${name}" ON "otherId" = "id")`
const HOUSEHOLD = `WITH RECURSIVE ${joinedWith('joined', 'SELECT ?')},
  ${joinedWith(
    'household',
    `SELECT "id" FROM "joined"
    UNION SELECT "other"."caseFileId" FROM "joined" CROSS JOIN "householdMark" AS "own" ON "own"."caseFileId" = "id"
      CROSS JOIN "householdMark" AS "other" ON "other"."mark" = "own"."mark"`,
  )}
  SELECT "id" FROM "household"`

/** All help that some case files were given; what a reversal took back was not given. */
export function readHelp(db: Pick<WriterDb, 'prepare'>, caseFileIds: readonly string[]): GivenHelp[] {
  const rows = db
    .prepare(
      `SELECT "caseFileId", "at", "movementId",
         json_group_array(DISTINCT coalesce("document"."body" ->> 'category', 'other')) AS "groups"
       FROM "helpGiven"
       LEFT JOIN "document" ON "document"."collection" = 'items' AND "document"."id" = "itemId"
       WHERE "caseFileId" IN (SELECT "value" FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM "reversal" WHERE "reversesId" = "movementId" AND "stands" = 1)
       GROUP BY "caseFileId", "at", "movementId"`,
    )
    .all(JSON.stringify(caseFileIds)) as (Omit<GivenHelp, 'groups'> & { groups: string })[]
  return rows.map(({ groups, at, ...help }) => ({
    ...help,
    at,
    groups: JSON.parse(groups) as Category[],
  }))
}
