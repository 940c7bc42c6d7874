import { addDays, dayInVietnam, type Instant, type LocalDate } from '../time/time.ts'
import { TICK_DAYS, type Tick } from './case-file.ts'

/** A green tick holds to the end of its last day in Vietnam, 90 days from now unless said otherwise; others do not run out. */
export function tickUntilFrom(
  tick: Tick,
  until: LocalDate | undefined,
  now: Instant,
  days = TICK_DAYS,
): Instant | null {
  if (tick !== 'green') return null
  return `${until ?? addDays(dayInVietnam(now), days)}T16:59:59.999Z` as Instant
}
