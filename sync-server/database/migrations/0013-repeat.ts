/**
 * Who was helped when with what, one row for each item of a delivery, and the rule in force from when on. The log is
 * read once here; afterwards a delivery brings its own rows.
 */
export const REPEAT_SQL = `
CREATE TABLE "helpGiven" (
  "caseFileId" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "movementId" TEXT NOT NULL,
  "itemId" TEXT NOT NULL,
  PRIMARY KEY ("caseFileId", "at", "movementId", "itemId")
) WITHOUT ROWID;
CREATE INDEX "helpGivenByItem" ON "helpGiven" ("itemId");

CREATE TABLE "repeatRule" (
  "fromAt" TEXT PRIMARY KEY,
  "rule" TEXT NOT NULL,
  "changedBy" TEXT NOT NULL
) WITHOUT ROWID;

INSERT OR IGNORE INTO "helpGiven"
  SELECT substr("line"."value" ->> 'toId', 11), "body" ->> 'occurredAt', coalesce("movementId", "fact"."id"),
    "line"."value" ->> 'itemId'
  FROM "fact", json_each("body", '$.lines') AS "line"
  WHERE "fact"."kind" = 'movement' AND "line"."value" ->> 'toId' LIKE 'case-file:%'
    AND "body" ->> 'kind' <> 'reversal';
`
