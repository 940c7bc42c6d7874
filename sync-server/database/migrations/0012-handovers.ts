/**
 * How each handover stands: from its fact, the confirmations that came later and the corrections. `handoverNote` says
 * which of these name which handover, whether that has arrived or not.
 */
export const HANDOVERS_SQL = `
CREATE TABLE "handover" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "consignmentId" TEXT NOT NULL,
  "caseFileId" TEXT NOT NULL,
  "tripId" TEXT,
  "occurredAt" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "complete" INTEGER NOT NULL,
  "completeAt" TEXT,
  "seq" INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX "handoverByConsignment" ON "handover" ("consignmentId");
CREATE INDEX "handoverByCaseFile" ON "handover" ("caseFileId", "occurredAt");
CREATE INDEX "handoverByState" ON "handover" ("complete", "outcome");
CREATE TABLE "handoverNote" (
  "handoverId" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  PRIMARY KEY ("handoverId", "seq")
) WITHOUT ROWID;
`
