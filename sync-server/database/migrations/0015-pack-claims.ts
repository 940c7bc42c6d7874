/**
 * Whose number is it? `itemNumber` says which items of the catalogue carry it, `packClaim` for which a tablet learned
 * it, `numberDecision` when the desk last put it somewhere or took it away.
 */
export const PACK_CLAIMS_SQL = `
CREATE TABLE "itemNumber" (
  "itemId" TEXT NOT NULL,
  "gtin" TEXT NOT NULL,
  PRIMARY KEY ("itemId", "gtin")
) WITHOUT ROWID;
CREATE INDEX "itemNumberByGtin" ON "itemNumber" ("gtin", "itemId");
CREATE TABLE "packClaim" (
  "gtin" TEXT NOT NULL,
  "itemId" TEXT NOT NULL,
  "claimedAt" TEXT NOT NULL,
  PRIMARY KEY ("gtin", "itemId")
) WITHOUT ROWID;
CREATE TABLE "numberDecision" (
  "gtin" TEXT PRIMARY KEY,
  "decidedAt" TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "itemNumber"
  SELECT "id", "body" ->> 'gtin' FROM "document"
    WHERE "collection" = 'items' AND "deleted" = 0 AND "body" ->> 'gtin' IS NOT NULL
  UNION
  SELECT "document"."id", "pack"."value" ->> 'gtin' FROM "document", json_each("document"."body", '$.packs') AS "pack"
    WHERE "collection" = 'items' AND "deleted" = 0 AND "pack"."value" ->> 'gtin' IS NOT NULL;
INSERT INTO "packClaim"
  SELECT "body" -> 'pack' ->> 'gtin', "body" ->> 'itemId', max("recordedAt") FROM "fact"
    WHERE "kind" = 'pack-learned' GROUP BY 1, 2;
INSERT INTO "finding" ("key", "kind", "open", "detail", "openedAt")
  SELECT 'pack-claimed-twice|' || "gtin", 'pack-claimed-twice', 1,
    json_object('gtin', "gtin", 'itemIds', json_group_array("itemId"), 'kind', 'pack-claimed-twice'),
    strftime('%Y-%m-%dT%H:%M:%fZ')
  FROM (SELECT "gtin", "itemId" FROM "itemNumber" UNION SELECT "gtin", "itemId" FROM "packClaim" ORDER BY 1, 2)
  GROUP BY "gtin" HAVING count(*) > 1;
`
