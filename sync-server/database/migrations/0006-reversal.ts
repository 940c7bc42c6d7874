/** Which movement each reversal names, whether that has arrived or not: rows for reversals alone, so it stays small. */
export const REVERSAL_SQL = `
CREATE TABLE "reversal" (
  "reversesId" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  PRIMARY KEY ("reversesId", "seq")
) WITHOUT ROWID;
INSERT INTO "reversal"
  SELECT "body" ->> 'reversesId', "seq" FROM "fact" WHERE "kind" = 'movement' AND "body" ->> 'kind' = 'reversal';
`
