import { addDays, type LocalDate } from '#shared/time/time'
import type { PublicStock } from '#shared/sync/wire'

export type PublicDay = PublicStock['days'][number]

const DAYS_SHOWN = 30

/** The first of the days that the public page shows. */
export function firstDayShown(today: LocalDate): LocalDate {
  return addDays(today, 1 - DAYS_SHOWN)
}

/** Thirty days up to today, oldest first; a day without anything is a day of zeros. */
export function fillDays(days: Iterable<PublicDay>, today: LocalDate): PublicDay[] {
  const dayByDate = new Map<LocalDate, PublicDay>()
  for (const day of days) dayByDate.set(day.on, day)
  return Array.from({ length: DAYS_SHOWN }, (_, index) => {
    const on = addDays(firstDayShown(today), index)
    return dayByDate.get(on) ?? { on, intakes: 0, dispatches: 0, deliveries: 0 }
  })
}
