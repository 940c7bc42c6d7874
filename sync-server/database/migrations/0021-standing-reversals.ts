/**
 * Whether a reversal undoes what it names, or only says so. Which do is worked out by `migrate`, with all else that is
 * judged otherwise since.
 */
export const STANDING_REVERSALS_SQL = `
ALTER TABLE "reversal" ADD COLUMN "stands" INTEGER NOT NULL DEFAULT 0;
`
