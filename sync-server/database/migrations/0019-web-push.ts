/** Browsers that show a requester each new step, and a message for each of them beside the one for the gateway. */
export const WEB_PUSH_SQL = `
CREATE TABLE "pushSubscription" (
  "caseFileId" TEXT NOT NULL,
  "pushId" TEXT NOT NULL,
  "sealed" BLOB NOT NULL,
  "createdAt" TEXT NOT NULL,
  PRIMARY KEY ("caseFileId", "pushId")
) WITHOUT ROWID;
ALTER TABLE "message" ADD COLUMN "pushId" TEXT;
CREATE INDEX "messageByPushDue" ON "message" ("dueAt") WHERE "dueAt" IS NOT NULL AND "pushId" IS NOT NULL;
`
