const unchangeable = ['UPDATE', 'DELETE']
  .map(
    (verb) => `
CREATE TRIGGER "caseEventNo${verb}" BEFORE ${verb} ON "caseEvent"
BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;`,
  )
  .join('\n')

/**
 * What happened to each case file, and where that leaves it. Dispatches and deliveries are in the log already and are
 * read from there. What was there before begins its life with its document and its ticks; `migrate` folds the rest.
 */
export const LIFE_SQL = `
CREATE TABLE "caseEvent" (
  "seq" INTEGER PRIMARY KEY,
  "id" TEXT NOT NULL UNIQUE,
  "caseFileId" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "by" TEXT,
  "detail" TEXT NOT NULL
);
CREATE INDEX "caseEventByCaseFile" ON "caseEvent" ("caseFileId", "seq");
CREATE INDEX "caseEventOfGroups" ON "caseEvent" ("kind") WHERE "kind" IN ('merged', 'unmerged');
${unchangeable}

CREATE TABLE "caseLife" (
  "caseFileId" TEXT PRIMARY KEY,
  "code" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "receivedAt" TEXT NOT NULL,
  "step" TEXT NOT NULL,
  "since" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  "category" TEXT NOT NULL,
  "provinceCode" TEXT NOT NULL,
  "communeCode" TEXT NOT NULL,
  "routedTo" TEXT,
  "surveyedBy" TEXT,
  "doubts" INTEGER,
  "tick" TEXT,
  "tickUntil" TEXT,
  "trackHash" TEXT,
  "mergedInto" TEXT
) WITHOUT ROWID;
CREATE INDEX "caseLifeByCode" ON "caseLife" ("code");
-- each tells by itself which rows there are: what was joined with another is not asked for
CREATE INDEX "caseLifeByStep" ON "caseLife" ("mergedInto", "step", "since");
CREATE INDEX "caseLifeByProvince" ON "caseLife" ("mergedInto", "provinceCode", "step", "since");
CREATE INDEX "caseLifeByCommune" ON "caseLife" ("mergedInto", "communeCode", "step", "since");
CREATE INDEX "caseLifeRouted" ON "caseLife" ("mergedInto", "routedTo", "step", "since") WHERE "routedTo" IS NOT NULL;
CREATE INDEX "caseLifeByTickUntil" ON "caseLife" ("tickUntil") WHERE "tick" = 'green' AND "tickUntil" IS NOT NULL;
CREATE UNIQUE INDEX "caseLifeByTrack" ON "caseLife" ("trackHash") WHERE "trackHash" IS NOT NULL;

-- merges that stand: whoever is joined by them, directly or over others, is one case
CREATE TABLE "caseMerge" (
  "mergeId" TEXT PRIMARY KEY,
  "oneId" TEXT NOT NULL,
  "otherId" TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX "caseMergeByOne" ON "caseMerge" ("oneId");
CREATE INDEX "caseMergeByOther" ON "caseMerge" ("otherId");

INSERT INTO "caseEvent" ("id", "caseFileId", "kind", "at", "by", "detail")
  SELECT 'received:' || "id", "id", 'received', "firstAt", "firstBy",
    json_object('source', 'desk', 'code', "body" ->> 'code',
      'body', json(json_remove("body", '$.id', '$.code', '$.tick', '$.tickAt', '$.tickUntil')))
  FROM "document" JOIN (
    SELECT "id" AS "firstId", min("version"), "changedAt" AS "firstAt", "changedBy" AS "firstBy"
    FROM "documentHistory" WHERE "collection" = 'caseFiles' GROUP BY "id"
  ) ON "firstId" = "id"
  WHERE "collection" = 'caseFiles';
INSERT INTO "caseEvent" ("id", "caseFileId", "kind", "at", "by", "detail")
  SELECT 'ticked:' || "caseFileId" || ':' || "tickAt" || ':' || "tick" || ':' || coalesce("tickUntil", ''),
    "caseFileId", 'ticked', "tickAt", "changedBy", json_object('tick', "tick", 'until', "tickUntil")
  FROM "caseFileTick" ORDER BY "caseFileId", "tickAt";
`
