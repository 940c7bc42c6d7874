/** What a reversal took back is not counted in its day any more. `migrate` counts the days anew; no table changes. */
export const DAYS_WITHOUT_UNDONE_SQL = ''
