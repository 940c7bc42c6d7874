/** How many pictures and papers a device said it still holds. */
export const UNSENT_PARTS_SQL = `
ALTER TABLE "deviceContact" ADD COLUMN "unsentParts" INTEGER NOT NULL DEFAULT 0;
`
