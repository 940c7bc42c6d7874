/**
 * What is known about persons, sealed; who read it; and the marks of their numbers. A staff member's key box is wrapped
 * with the PIN. What a person asked us to do with their data is kept without the person.
 */
export const PERSONS_SQL = `
CREATE TABLE "sealKey" (
  "one" INTEGER PRIMARY KEY CHECK ("one" = 1),
  "fingerprint" TEXT NOT NULL
);

-- A row while names that were written in the clear may still be found in the file.
CREATE TABLE "scrub" ("one" INTEGER PRIMARY KEY CHECK ("one" = 1));
INSERT INTO "scrub" SELECT 1 WHERE EXISTS (SELECT 1 FROM "caseFilePrivate");

CREATE TABLE "household" (
  "caseFileId" TEXT PRIMARY KEY,
  "sealed" BLOB NOT NULL,
  "marked" INTEGER NOT NULL,
  "changedAt" TEXT NOT NULL,
  "changedBy" TEXT
);
CREATE INDEX "householdUnmarked" ON "household" ("caseFileId") WHERE "marked" = 0;

CREATE TABLE "householdMark" (
  "mark" TEXT NOT NULL,
  "caseFileId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  PRIMARY KEY ("mark", "caseFileId")
) WITHOUT ROWID;
CREATE INDEX "householdMarkByCaseFile" ON "householdMark" ("caseFileId");

CREATE TABLE "personRead" (
  "id" INTEGER PRIMARY KEY,
  "at" TEXT NOT NULL,
  "staffId" TEXT,
  "deviceId" TEXT,
  "caseFileId" TEXT NOT NULL,
  "why" TEXT NOT NULL
);
CREATE INDEX "personReadByCaseFile" ON "personRead" ("caseFileId", "id");
CREATE TRIGGER "personReadNoUPDATE" BEFORE UPDATE ON "personRead"
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER "personReadNoDELETE" BEFORE DELETE ON "personRead"
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;

CREATE TABLE "dataRequest" (
  "id" TEXT PRIMARY KEY,
  "receivedAt" TEXT NOT NULL,
  "dueAt" TEXT NOT NULL,
  "asks" TEXT NOT NULL,
  "requester" BLOB,
  "openedBy" TEXT,
  "closedAt" TEXT,
  "closedBy" TEXT,
  "outcome" TEXT
) WITHOUT ROWID;
CREATE INDEX "dataRequestByDue" ON "dataRequest" ("closedAt", "dueAt");
CREATE TABLE "dataRequestStep" (
  "id" INTEGER PRIMARY KEY,
  "requestId" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "staffId" TEXT,
  "kind" TEXT NOT NULL,
  "caseFileId" TEXT
);
CREATE INDEX "dataRequestStepByRequest" ON "dataRequestStep" ("requestId", "id");
CREATE TRIGGER "dataRequestStepNoUPDATE" BEFORE UPDATE ON "dataRequestStep"
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER "dataRequestStepNoDELETE" BEFORE DELETE ON "dataRequestStep"
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;

ALTER TABLE "staffMember" ADD COLUMN "keyBox" TEXT;

-- The mark of somebody who was erased goes from the history too; all else there stays as it was.
DROP TRIGGER "documentHistoryNoDELETE";
CREATE TRIGGER "documentHistoryNoDELETE" BEFORE DELETE ON "documentHistory" WHEN OLD."collection" <> 'marks'
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
`
