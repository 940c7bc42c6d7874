/** What a sender handed in under its own id, as a keyed hash: another request under that id is not taken for the first. */
export const SENT_CONTENT_SQL = `
ALTER TABLE "sentRequest" ADD COLUMN "contentMac" TEXT;
`
