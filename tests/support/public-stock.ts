import type { PublicItem, PublicStock } from '#shared/sync/wire'
import { addDays, dayInVietnam, type Instant } from '#shared/time/time'
import { fillDays, firstDayShown } from '../../sync-server/public/fill-days.ts'
import { totalByCategory } from '../../sync-server/public/total-by-category.ts'
import { seededRandom } from '../../scripts/demo/seeded-random.ts'

export const SOME_MOMENT = '2026-11-21T02:41:07.000Z' as Instant

/** A public stock around the given items: five devices, one of them silent, a lively month. */
export function publicStockOf(items: PublicItem[], changes: Partial<PublicStock> = {}): PublicStock {
  const asOf = changes.asOf ?? SOME_MOMENT
  const today = dayInVietnam(asOf)
  const random = seededRandom(30)
  const days = Array.from({ length: 30 }, (_, index) => ({
    on: addDays(firstDayShown(today), index),
    intakes: Math.floor(random() * 14),
    dispatches: Math.floor(random() * 22),
    deliveries: Math.floor(random() * 18),
  }))
  return {
    asOf,
    head: 12_640,
    demo: false,
    devices: { enrolled: 5, silent: 1, unsent: 12, silentSince: '2026-11-21T01:12:00.000Z' as Instant },
    items,
    categories: totalByCategory(items),
    caseFilesHelped: 2310,
    handovers: { complete: 2104, waiting: 37 },
    days: fillDays(days, today),
    ...changes,
  }
}
