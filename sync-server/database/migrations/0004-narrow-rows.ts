/**
 * A movement is written once: what two tables repeated of it, views read out of the log. Stock is split into what is
 * written once and what every movement changes, so that the quantities of busy shelves lie on a few pages.
 */
export const NARROW_ROWS_SQL = `
CREATE TABLE "stockPlace" (
  "placeId" INTEGER PRIMARY KEY,
  "locationId" TEXT NOT NULL,
  "lotId" TEXT NOT NULL,
  "itemId" TEXT NOT NULL,
  "locationKind" TEXT NOT NULL,
  "expiresOn" TEXT,
  UNIQUE ("locationId", "lotId")
);
CREATE TABLE "stockQuantity" (
  "placeId" INTEGER PRIMARY KEY,
  "quantity" INTEGER NOT NULL,
  "lastTakenSeq" INTEGER
);
INSERT INTO "stockPlace"
  SELECT row_number() OVER (ORDER BY "locationId", "lotId"), "locationId", "lotId", "itemId", "locationKind", "expiresOn"
  FROM "stock";
INSERT INTO "stockQuantity"
  SELECT "placeId", "quantity", (SELECT "seq" FROM "movement" WHERE "id" = "lastTakenMovementId")
  FROM "stockPlace" JOIN "stock" USING ("locationId", "lotId");
DROP TABLE "stock";
CREATE INDEX "stockPlaceOnShelfByItem" ON "stockPlace" ("itemId", "expiresOn") WHERE "locationKind" = 'shelf';
CREATE VIEW "stock" AS
  SELECT "locationId", "lotId", "itemId", "locationKind", "expiresOn", "quantity", "lastTakenSeq"
  FROM "stockPlace" LEFT JOIN "stockQuantity" USING ("placeId");

ALTER TABLE "fact" ADD COLUMN "movementId" TEXT;
ALTER TABLE "fact" ADD COLUMN "caseFileId" TEXT;
DROP TRIGGER "factNoUPDATE";
UPDATE "fact" SET "movementId" = nullif("movement"."id", "fact"."id"), "caseFileId" = "movement"."caseFileId"
  FROM "movement" WHERE "movement"."seq" = "fact"."seq";
CREATE TRIGGER "factNoUPDATE" BEFORE UPDATE ON "fact"
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE UNIQUE INDEX "factByMovement" ON "fact" ("movementId") WHERE "movementId" IS NOT NULL;
CREATE INDEX "factByCaseFile" ON "fact" ("caseFileId") WHERE "caseFileId" IS NOT NULL;
DROP TABLE "movementLine";
DROP TABLE "movement";
CREATE VIEW "movement" AS
  SELECT "seq", coalesce("movementId", "id") AS "id", "body" ->> 'kind' AS "kind", "deviceId",
    "body" ->> 'staffId' AS "staffId", "body" ->> 'warehouseId' AS "warehouseId",
    "body" ->> 'occurredAt' AS "occurredAt", "caseFileId", "body" ->> 'consignmentId' AS "consignmentId",
    "body" ->> 'receiptId' AS "receiptId", "body" ->> 'reversesId' AS "reversesId"
  FROM "fact" WHERE "kind" = 'movement';
CREATE VIEW "movementLine" AS
  SELECT "seq", "key" AS "line", "value" ->> 'itemId' AS "itemId", "value" ->> 'lotId' AS "lotId",
    "value" ->> 'quantity' AS "quantity", "value" ->> 'fromId' AS "fromId", "value" ->> 'toId' AS "toId"
  FROM "fact", json_each("body", '$.lines') WHERE "fact"."kind" = 'movement';
`
