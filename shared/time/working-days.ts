import { addDays, dayInVietnam, type Instant, type LocalDate } from './time.ts'

/** Saturdays and Sundays do not count. Feast days do: their dates are decided anew each year. */
export function addWorkingDays(from: LocalDate, days: number): LocalDate {
  let day = from
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (!isWeekend(day)) left--
  }
  return day
}

/** The end, in Vietnam, of the last of so many working days after a moment. */
export function dueAfterWorkingDays(from: Instant, days: number): Instant {
  return `${addWorkingDays(dayInVietnam(from), days)}T16:59:59.999Z` as Instant
}

function isWeekend(day: LocalDate): boolean {
  return [0, 6].includes(new Date(day).getUTCDay())
}
