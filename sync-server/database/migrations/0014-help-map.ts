const KEY = (row: 'OLD' | 'NEW') =>
  `${row}."provinceCode", ${row}."communeCode", ${row}."step", coalesce(${row}."tick", '')`

const add = (row: 'OLD' | 'NEW', by: 1 | -1) => `
  INSERT INTO "caseCount" SELECT ${KEY(row)}, ${by} WHERE ${row}."mergedInto" IS NULL
  ON CONFLICT DO UPDATE SET "cases" = "cases" + ${by};`

/** How many cases stand where in which step with which tick: pages for everyone never walk through the cases. */
export const HELP_MAP_SQL = `
CREATE TABLE "caseCount" (
  "provinceCode" TEXT NOT NULL,
  "communeCode" TEXT NOT NULL,
  "step" TEXT NOT NULL,
  "tick" TEXT NOT NULL,
  "cases" INTEGER NOT NULL,
  PRIMARY KEY ("provinceCode", "communeCode", "step", "tick")
) WITHOUT ROWID;
INSERT INTO "caseCount" SELECT "provinceCode", "communeCode", "step", coalesce("tick", ''), count(*)
  FROM "caseLife" WHERE "mergedInto" IS NULL GROUP BY 1, 2, 3, 4;
CREATE TRIGGER "caseCountInserted" AFTER INSERT ON "caseLife" BEGIN ${add('NEW', 1)} END;
CREATE TRIGGER "caseCountDeleted" AFTER DELETE ON "caseLife" BEGIN ${add('OLD', -1)} END;
CREATE TRIGGER "caseCountUpdated" AFTER UPDATE ON "caseLife"
WHEN (${KEY('OLD')}, OLD."mergedInto" IS NULL) <> (${KEY('NEW')}, NEW."mergedInto" IS NULL)
BEGIN ${add('OLD', -1)} ${add('NEW', 1)} END;
`
