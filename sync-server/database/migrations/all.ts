import { LEDGER_SQL } from './0001-ledger.ts'
import { PEOPLE_SQL } from './0002-people.ts'
import { FINDING_ORDER_SQL } from './0003-finding-order.ts'
import { NARROW_ROWS_SQL } from './0004-narrow-rows.ts'
import { LEARNED_PACKS_SQL } from './0005-learned-packs.ts'
import { REVERSAL_SQL } from './0006-reversal.ts'
import { FEWER_PAGES_SQL } from './0007-fewer-pages.ts'
import { PERSONS_SQL } from './0008-persons.ts'
import { LIFE_SQL } from './0009-life.ts'
import { REQUESTS_SQL } from './0009-requests.ts'
import { PARTS_SQL } from './0010-parts.ts'
import { TRIPS_SQL } from './0011-trips.ts'
import { HANDOVERS_SQL } from './0012-handovers.ts'
import { REPEAT_SQL } from './0013-repeat.ts'
import { HELP_MAP_SQL } from './0014-help-map.ts'
import { PACK_CLAIMS_SQL } from './0015-pack-claims.ts'
import { PUBLICATIONS_SQL } from './0016-publications.ts'
import { INTEREST_SQL } from './0017-interest.ts'
import { UNSENT_PARTS_SQL } from './0018-unsent-parts.ts'
import { WEB_PUSH_SQL } from './0019-web-push.ts'
import { SENT_CONTENT_SQL } from './0020-sent-content.ts'
import { STANDING_REVERSALS_SQL } from './0021-standing-reversals.ts'

/** In the order they were written; a migration that has left this machine never changes. */
export const MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-ledger', sql: LEDGER_SQL },
  { name: '0002-people', sql: PEOPLE_SQL },
  { name: '0003-finding-order', sql: FINDING_ORDER_SQL },
  { name: '0004-narrow-rows', sql: NARROW_ROWS_SQL },
  { name: '0005-learned-packs', sql: LEARNED_PACKS_SQL },
  { name: '0006-reversal', sql: REVERSAL_SQL },
  { name: '0007-fewer-pages', sql: FEWER_PAGES_SQL },
  { name: '0008-persons', sql: PERSONS_SQL },
  { name: '0009-life', sql: LIFE_SQL },
  { name: '0009-requests', sql: REQUESTS_SQL },
  { name: '0010-parts', sql: PARTS_SQL },
  { name: '0011-trips', sql: TRIPS_SQL },
  { name: '0012-handovers', sql: HANDOVERS_SQL },
  { name: '0013-repeat', sql: REPEAT_SQL },
  { name: '0014-help-map', sql: HELP_MAP_SQL },
  { name: '0015-pack-claims', sql: PACK_CLAIMS_SQL },
  { name: '0016-publications', sql: PUBLICATIONS_SQL },
  { name: '0017-interest', sql: INTEREST_SQL },
  { name: '0018-unsent-parts', sql: UNSENT_PARTS_SQL },
  { name: '0019-web-push', sql: WEB_PUSH_SQL },
  { name: '0020-sent-content', sql: SENT_CONTENT_SQL },
  { name: '0021-standing-reversals', sql: STANDING_REVERSALS_SQL },
]
