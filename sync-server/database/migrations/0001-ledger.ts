const unchangeable = ['fact', 'movement', 'movementLine', 'documentHistory']
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (verb) => `
CREATE TRIGGER "${table}No${verb}" BEFORE ${verb} ON "${table}"
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;`,
    ),
  )
  .join('\n')

/** The log, what follows from it, and the documents. No foreign keys: a finding names what is unknown. */
export const LEDGER_SQL = `
CREATE TABLE "ledgerHead" (
  "one" INTEGER PRIMARY KEY CHECK ("one" = 1),
  "seq" INTEGER NOT NULL
);
INSERT INTO "ledgerHead" VALUES (1, 0);

CREATE TABLE "fact" (
  "seq" INTEGER PRIMARY KEY,
  "id" TEXT NOT NULL UNIQUE,
  "deviceId" TEXT NOT NULL,
  "deviceSeq" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "recordedAt" TEXT NOT NULL,
  "receivedAt" TEXT NOT NULL,
  "body" TEXT NOT NULL
);

CREATE TABLE "movement" (
  "seq" INTEGER PRIMARY KEY,
  "id" TEXT NOT NULL UNIQUE,
  "kind" TEXT NOT NULL,
  "deviceId" TEXT NOT NULL,
  "staffId" TEXT NOT NULL,
  "warehouseId" TEXT NOT NULL,
  "occurredAt" TEXT NOT NULL,
  "caseFileId" TEXT,
  "consignmentId" TEXT,
  "receiptId" TEXT,
  "reversesId" TEXT
);
CREATE INDEX "movementByCaseFile" ON "movement" ("caseFileId", "seq") WHERE "caseFileId" IS NOT NULL;
CREATE INDEX "movementByReceipt" ON "movement" ("receiptId", "seq") WHERE "receiptId" IS NOT NULL;
CREATE INDEX "movementByReversed" ON "movement" ("reversesId") WHERE "reversesId" IS NOT NULL;

CREATE TABLE "movementLine" (
  "seq" INTEGER NOT NULL,
  "line" INTEGER NOT NULL,
  "itemId" TEXT NOT NULL,
  "lotId" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL,
  "fromId" TEXT NOT NULL,
  "toId" TEXT NOT NULL,
  PRIMARY KEY ("seq", "line")
) WITHOUT ROWID;
-- No index by lot: as every line falls somewhere else in it, it was nearly half of all that a push wrote.

CREATE TABLE "movementVisible" (
  "warehouseId" TEXT NOT NULL,
  "seq" INTEGER NOT NULL,
  PRIMARY KEY ("warehouseId", "seq")
) WITHOUT ROWID;

-- Clustered by place: the few shelves that keep changing lie together, apart from the many that were passed once.
CREATE TABLE "stock" (
  "locationId" TEXT NOT NULL,
  "lotId" TEXT NOT NULL,
  "itemId" TEXT NOT NULL,
  "locationKind" TEXT NOT NULL,
  "expiresOn" TEXT,
  "leavesBefore" TEXT,
  "quantity" INTEGER NOT NULL,
  "lastTakenAt" TEXT,
  "lastTakenMovementId" TEXT,
  PRIMARY KEY ("locationId", "lotId")
) WITHOUT ROWID;
-- Neither names the quantity, so that a movement of known goods touches no index.
CREATE INDEX "stockOnShelfByItem" ON "stock" ("itemId", "expiresOn") WHERE "locationKind" = 'shelf';
CREATE INDEX "stockOnShelfByDate" ON "stock" ("leavesBefore") WHERE "locationKind" = 'shelf' AND "leavesBefore" IS NOT NULL;

CREATE TABLE "warehouseLocation" (
  "warehouseId" TEXT NOT NULL,
  "locationId" TEXT NOT NULL,
  PRIMARY KEY ("warehouseId", "locationId")
) WITHOUT ROWID;
CREATE INDEX "warehouseLocationByLocation" ON "warehouseLocation" ("locationId");

CREATE TABLE "itemTotal" (
  "itemId" TEXT PRIMARY KEY,
  "inStock" INTEGER NOT NULL,
  "inTransit" INTEGER NOT NULL,
  "received" INTEGER NOT NULL,
  "dispatched" INTEGER NOT NULL,
  "delivered" INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE "dayTotal" (
  "on" TEXT PRIMARY KEY,
  "intakes" INTEGER NOT NULL,
  "dispatches" INTEGER NOT NULL,
  "deliveries" INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE "caseFileHelped" (
  "caseFileId" TEXT PRIMARY KEY,
  "quantity" INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX "caseFileHelpedAny" ON "caseFileHelped" ("caseFileId") WHERE "quantity" > 0;

CREATE TABLE "finding" (
  "id" INTEGER PRIMARY KEY,
  "key" TEXT NOT NULL UNIQUE,
  "kind" TEXT NOT NULL,
  "open" INTEGER NOT NULL,
  "detail" TEXT NOT NULL,
  "movementAt" TEXT,
  "itemId" TEXT,
  "warehouseId" TEXT,
  "openedAt" TEXT NOT NULL,
  "closedAt" TEXT,
  "handledAt" TEXT,
  "handledBy" TEXT,
  "note" TEXT
);
CREATE INDEX "findingByState" ON "finding" ("open", "kind", "itemId");

CREATE TABLE "deviceNumber" (
  "deviceId" TEXT NOT NULL,
  "fromSeq" INTEGER NOT NULL,
  "toSeq" INTEGER NOT NULL,
  PRIMARY KEY ("deviceId", "fromSeq")
) WITHOUT ROWID;

CREATE TABLE "deviceContact" (
  "deviceId" TEXT PRIMARY KEY,
  "lastContactAt" TEXT NOT NULL,
  "unsent" INTEGER NOT NULL,
  "lastDeviceSeq" INTEGER NOT NULL DEFAULT 0,
  "lastRecordedAt" TEXT
) WITHOUT ROWID;

CREATE TABLE "refusedFact" (
  "id" INTEGER PRIMARY KEY,
  "deviceId" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  "receivedAt" TEXT NOT NULL,
  "raw" TEXT NOT NULL,
  "refusal" TEXT NOT NULL,
  UNIQUE ("deviceId", "hash")
);

CREATE TABLE "document" (
  "collection" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "deleted" INTEGER NOT NULL,
  "warehouseId" TEXT,
  "body" TEXT NOT NULL,
  "changedAt" TEXT NOT NULL,
  "changedBy" TEXT NOT NULL,
  "origin" TEXT,
  PRIMARY KEY ("collection", "id")
) WITHOUT ROWID;
CREATE INDEX "documentByVersion" ON "document" ("collection", "version");

-- The newest row tells the version of the documents as a whole.
CREATE TABLE "documentHistory" (
  "version" INTEGER PRIMARY KEY,
  "collection" TEXT NOT NULL,
  "id" TEXT NOT NULL,
  "deleted" INTEGER NOT NULL,
  "warehouseId" TEXT,
  "body" TEXT NOT NULL,
  "changedAt" TEXT NOT NULL,
  "changedBy" TEXT NOT NULL
);
CREATE INDEX "documentHistoryById" ON "documentHistory" ("collection", "id", "version");

CREATE TABLE "caseFileTick" (
  "caseFileId" TEXT NOT NULL,
  "tickAt" TEXT NOT NULL,
  "tick" TEXT NOT NULL,
  "tickUntil" TEXT,
  "changedBy" TEXT NOT NULL,
  PRIMARY KEY ("caseFileId", "tickAt")
) WITHOUT ROWID;
${unchangeable}
`
