import type * as v from 'valibot'
import type { ExpiringListSchema } from '#shared/desk/desk-request-wire'
import { DAY_MS, instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import { readPlaceNames } from '../place/places.ts'

const WITHIN_DAYS = 30
const ROWS_MAX = 200

/** Green ticks that run out within thirty days, the first one first: somebody has to look again. */
export function readExpiring(reader: Reader, now: Instant): v.InferOutput<typeof ExpiringListSchema> {
  const until = instantFromMs(msFromInstant(now) + WITHIN_DAYS * DAY_MS)
  const rows = reader.query
    .selectFrom('caseLife')
    .where('tick', '=', 'green')
    .where('tickUntil', 'is not', null)
    .where('tickUntil', '>=', now)
    .where('tickUntil', '<=', until)
    .where('mergedInto', 'is', null)
  const { total } = reader.get(rows.select((count) => count.fn.countAll<number>().as('total')))!
  const found = reader.all(
    rows.select(['caseFileId', 'code', 'tickUntil', 'communeCode']).orderBy('tickUntil').limit(ROWS_MAX),
  )
  return {
    total,
    rows: found.map(({ communeCode, tickUntil, ...row }) => ({
      ...row,
      tickUntil: tickUntil!,
      ...readPlaceNames(communeCode),
    })),
  }
}
