/** Requests for help: what makes two of them alike, who sent them, whom to tell, and what an administrator sets. */
export const REQUESTS_SQL = `
CREATE TABLE "setting" (
  "name" TEXT PRIMARY KEY,
  "value" TEXT NOT NULL,
  "changedAt" TEXT NOT NULL,
  "changedBy" TEXT
) WITHOUT ROWID;

-- a commune or a whole province that somebody looks after
CREATE TABLE "staffPlace" (
  "staffId" TEXT NOT NULL,
  "placeCode" TEXT NOT NULL,
  PRIMARY KEY ("staffId", "placeCode")
) WITHOUT ROWID;

-- keyed hashes: two households with the same one have something in common, and nobody can tell what
CREATE TABLE "likeness" (
  "likeness" TEXT NOT NULL,
  "caseFileId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  PRIMARY KEY ("likeness", "caseFileId")
) WITHOUT ROWID;
CREATE INDEX "caseLifeUnchecked" ON "caseLife" ("since") 
  WHERE "doubts" IS NULL AND ("surveyedBy" IS NOT NULL OR "trackHash" IS NOT NULL);
CREATE INDEX "likenessByCaseFile" ON "likeness" ("caseFileId");

CREATE TABLE "requestContact" (
  "caseFileId" TEXT PRIMARY KEY,
  "sealed" BLOB NOT NULL,
  "tell" INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE "hook" (
  "name" TEXT PRIMARY KEY,
  "sealed" BLOB NOT NULL,
  "createdAt" TEXT NOT NULL,
  "revokedAt" TEXT
) WITHOUT ROWID;

-- what a sender has handed in before, by its own id: a second time is the same request
CREATE TABLE "sentRequest" (
  "sender" TEXT NOT NULL,
  "idHash" TEXT NOT NULL,
  "caseFileId" TEXT NOT NULL,
  PRIMARY KEY ("sender", "idHash")
) WITHOUT ROWID;

-- one for each step and case file, so that nobody is told twice
CREATE TABLE "message" (
  "id" TEXT PRIMARY KEY,
  "caseFileId" TEXT NOT NULL,
  "step" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "tries" INTEGER NOT NULL DEFAULT 0,
  "dueAt" TEXT,
  "sentAt" TEXT
) WITHOUT ROWID;
CREATE INDEX "messageByDue" ON "message" ("dueAt") WHERE "dueAt" IS NOT NULL;
CREATE INDEX "messageByCaseFile" ON "message" ("caseFileId");
`
