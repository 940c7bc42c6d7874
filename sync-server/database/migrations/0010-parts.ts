/**
 * What is known of each part that devices handed in; its bytes lie sealed in a file by the same hash. A row with a
 * refusal stands for one that is kept as it came. Erasing leaves the row, so that it is never taken again.
 */
export const PARTS_SQL = `
CREATE TABLE "part" (
  "hash" TEXT PRIMARY KEY,
  "kind" TEXT NOT NULL,
  "subjectId" TEXT NOT NULL,
  "caseFileId" TEXT NOT NULL,
  "deviceId" TEXT NOT NULL,
  "receivedAt" TEXT NOT NULL,
  "size" INTEGER NOT NULL,
  "type" TEXT,
  "width" INTEGER,
  "height" INTEGER,
  "refusal" TEXT,
  "erasedAt" TEXT,
  "publicHash" TEXT,
  "publicBy" TEXT
) WITHOUT ROWID;
CREATE INDEX "partByCaseFile" ON "part" ("caseFileId", "receivedAt");
CREATE INDEX "partBySubject" ON "part" ("subjectId");
CREATE INDEX "partByDevice" ON "part" ("deviceId", "receivedAt");
CREATE INDEX "partByPublicHash" ON "part" ("publicHash") WHERE "publicHash" IS NOT NULL;
CREATE INDEX "partErased" ON "part" ("erasedAt") WHERE "erasedAt" IS NOT NULL;
CREATE INDEX "partRefused" ON "part" ("receivedAt") WHERE "refusal" IS NOT NULL;

-- what a device still holds of an erased case file is not kept when it comes
CREATE TABLE "partErasure" (
  "caseFileId" TEXT PRIMARY KEY,
  "erasedAt" TEXT NOT NULL
) WITHOUT ROWID;
`
