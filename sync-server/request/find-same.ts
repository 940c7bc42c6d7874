import type { CaseFileId } from '#shared/case-file/case-file'
import type { WriterDb } from '../database/writer-db.ts'

/**
 * Somebody with the same ID number, or with the same phone number and a similar name, whose case file is still open.
 * What has been refused or has ended is for people to compare.
 */
export function findSame(db: WriterDb, caseFileId: CaseFileId): CaseFileId | undefined {
  const rows = [SAME_ID, SAME_PHONE_AND_NAME].flatMap((sql) => db.prepare(sql).all(caseFileId)) as {
    headId: CaseFileId
    step: string
  }[]
  return rows.find(({ headId, step }) => headId !== caseFileId && step !== 'refused' && step !== 'confirmed')
    ?.headId
}

const HEAD = `JOIN "caseLife" AS "found" ON "found"."caseFileId" = "theirs"."caseFileId"
  JOIN "caseLife" AS "head" ON "head"."caseFileId" = coalesce("found"."mergedInto", "found"."caseFileId")`
const SAME_ID = `SELECT DISTINCT "head"."caseFileId" AS "headId", "head"."step"
  FROM "likeness" AS "own" JOIN "likeness" AS "theirs" USING ("likeness") ${HEAD}
  WHERE "own"."caseFileId" = ? AND "own"."kind" = 'id' AND "theirs"."caseFileId" <> "own"."caseFileId"
  ORDER BY "head"."receivedAt"`
const SAME_PHONE_AND_NAME = `SELECT DISTINCT "head"."caseFileId" AS "headId", "head"."step"
  FROM "likeness" AS "own" JOIN "likeness" AS "theirs" USING ("likeness") ${HEAD}
  WHERE "own"."caseFileId" = ? AND "own"."kind" = 'phone' AND "theirs"."caseFileId" <> "own"."caseFileId"
    AND EXISTS (
      SELECT 1 FROM "likeness" AS "name" JOIN "likeness" AS "theirName" USING ("likeness")
      WHERE "name"."caseFileId" = "own"."caseFileId" AND "name"."kind" = 'name'
        AND "theirName"."caseFileId" = "theirs"."caseFileId")
  ORDER BY "head"."receivedAt"`
