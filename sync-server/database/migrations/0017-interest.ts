/**
 * How often published cases were looked at and taken to heart: figures per day and their sums. `interestVisit` holds who
 * was counted today under a hash whose key dies with the day, and dies with it.
 */
export const INTEREST_SQL = `
CREATE TABLE "interestVisit" (
  "visit" BLOB PRIMARY KEY,
  "dayOn" TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE "interestDay" (
  "publicCode" TEXT NOT NULL,
  "dayOn" TEXT NOT NULL,
  "views" INTEGER NOT NULL,
  "hearts" INTEGER NOT NULL,
  PRIMARY KEY ("publicCode", "dayOn")
) WITHOUT ROWID;
CREATE TABLE "interestTotal" (
  "publicCode" TEXT PRIMARY KEY,
  "views" INTEGER NOT NULL,
  "hearts" INTEGER NOT NULL
) WITHOUT ROWID;
`
