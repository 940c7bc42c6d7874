/** The boxes that tablets learned, one for each number: which of several counts is decided by `origin`. */
export const LEARNED_PACKS_SQL = `
CREATE TABLE "learnedPack" (
  "gtin" TEXT PRIMARY KEY,
  "itemId" TEXT NOT NULL,
  "unit" TEXT NOT NULL,
  "quantity" INTEGER NOT NULL,
  "origin" TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX "learnedPackByItem" ON "learnedPack" ("itemId", "gtin");
`
