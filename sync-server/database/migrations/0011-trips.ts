/**
 * Trips are documents. Beside them: which consignments are on a trip that has not ended, the driver, and what was sealed
 * for a courier's phone. Nothing about a person lies here in the clear.
 */
export const TRIPS_SQL = `
CREATE TABLE "tripDay" (
  "dayOn" TEXT PRIMARY KEY,
  "lastNumber" INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE "tripStop" (
  "consignmentId" TEXT NOT NULL,
  "tripId" TEXT NOT NULL,
  PRIMARY KEY ("consignmentId", "tripId")
) WITHOUT ROWID;
CREATE INDEX "tripStopByTrip" ON "tripStop" ("tripId");

-- sealed: the driver's name and phone
CREATE TABLE "tripDriver" (
  "tripId" TEXT PRIMARY KEY,
  "sealed" BLOB NOT NULL,
  "changedAt" TEXT NOT NULL,
  "changedBy" TEXT
) WITHOUT ROWID;

-- sealed to the key of the member of staff; basis tells whether what it was made from has changed since
CREATE TABLE "package" (
  "deviceId" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "caseFileId" TEXT NOT NULL,
  "tripId" TEXT,
  "dayOn" TEXT NOT NULL,
  "basis" TEXT NOT NULL,
  "sealed" BLOB NOT NULL,
  "sealedAt" TEXT NOT NULL,
  PRIMARY KEY ("deviceId", "id")
) WITHOUT ROWID;
CREATE INDEX "packageByTrip" ON "package" ("tripId") WHERE "tripId" IS NOT NULL;
`
