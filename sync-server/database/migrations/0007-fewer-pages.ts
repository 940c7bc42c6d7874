/**
 * What falls somewhere else with every movement is no longer written with each: the facts of a case file are put in
 * order many at a time, and a document that follows from a dispatch has no row of history until another replaces it.
 * So the head says how far that order reaches, and which is the newest version of the documents.
 */
export const FEWER_PAGES_SQL = `
ALTER TABLE "ledgerHead" ADD COLUMN "documentVersion" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ledgerHead" ADD COLUMN "caseFilesTo" INTEGER NOT NULL DEFAULT 0;
UPDATE "ledgerHead" SET "caseFilesTo" = "seq",
  "documentVersion" = max((SELECT coalesce(max("version"), 0) FROM "documentHistory"), (SELECT coalesce(max("version"), 0) FROM "document"));
CREATE TRIGGER "documentVersionNoRETURN" BEFORE UPDATE OF "documentVersion" ON "ledgerHead"
WHEN new."documentVersion" < old."documentVersion"
BEGIN SELECT RAISE(ABORT, 'a version is never used again'); END;

CREATE TABLE "caseFileFact" (
  "caseFileId" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  PRIMARY KEY ("caseFileId", "seq")
) WITHOUT ROWID;
INSERT INTO "caseFileFact"
  SELECT "caseFileId", "seq" FROM "fact" WHERE "caseFileId" IS NOT NULL ORDER BY "caseFileId", "seq";
DROP INDEX "factByCaseFile";
`
