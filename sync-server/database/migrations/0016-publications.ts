/** What everyone is told of a case file: a coordinator's words under a code of their own, until they are taken back. */
export const PUBLICATIONS_SQL = `
CREATE TABLE "publication" (
  "caseFileId" TEXT PRIMARY KEY,
  "publicCode" TEXT NOT NULL UNIQUE,
  "words" TEXT NOT NULL,
  "wordsEn" TEXT NOT NULL,
  "publishedAt" TEXT NOT NULL,
  "publishedBy" TEXT NOT NULL,
  "withdrawnAt" TEXT
) WITHOUT ROWID;
CREATE INDEX "publicationByTime" ON "publication" ("publishedAt", "publicCode") WHERE "withdrawnAt" IS NULL;
`
