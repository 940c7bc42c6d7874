import { dayInVietnam, msFromInstant, type Instant } from '../time/time.ts'
import { formatDay } from './numbers.ts'

const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** The clock on the wall in Vietnam: "09:40". */
export function formatClock(instant: Instant): string {
  return new Date(msFromInstant(instant) + VIETNAM_OFFSET_MS).toISOString().slice(11, 16)
}

/** As short as it is clear: "09:40" today, "20/11 09:40" this year, "31/12/2025 09:40" before. */
export function formatMoment(instant: Instant, now: Instant): string {
  const day = dayInVietnam(instant)
  const today = dayInVietnam(now)
  if (day === today) return formatClock(instant)
  const date = formatDay(day)
  return `${day.slice(0, 4) === today.slice(0, 4) ? date.slice(0, 5) : date} ${formatClock(instant)}`
}
