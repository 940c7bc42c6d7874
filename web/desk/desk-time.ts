import { formatDay, formatNumber } from '#shared/i18n/numbers'
import { defineText, type Language } from '#shared/i18n/text'
import { dayInVietnam, msFromInstant, type Instant } from '#shared/time/time'

const VIETNAM_OFFSET_MS = 7 * 3_600_000

/** "09:41" in Vietnam. */
export function formatClock(instant: Instant): string {
  return new Date(msFromInstant(instant) + VIETNAM_OFFSET_MS).toISOString().slice(11, 16)
}

/** "21/11/2026 09:41" in Vietnam. */
export function formatMoment(instant: Instant): string {
  return `${formatDay(dayInVietnam(instant))} ${formatClock(instant)}`
}

const agoText = defineText(
  {
    now: 'vừa xong',
    minutes: (n: string) => `${n} phút trước`,
    hours: (n: string) => `${n} giờ trước`,
    days: (n: string) => `${n} ngày trước`,
  },
  {
    now: 'just now',
    minutes: (n) => `${n} min ago`,
    hours: (n) => `${n} h ago`,
    days: (n) => `${n} days ago`,
  },
)

/** "3 phút trước"; a moment that is not yet past by our clock is "just now", since clocks differ a little. */
export function formatAgo(instant: Instant, nowMs: number, language: Language): string {
  const text = agoText[language]
  const minutes = Math.floor((nowMs - msFromInstant(instant)) / 60_000)
  if (minutes < 1) return text.now
  if (minutes < 60) return text.minutes(formatNumber(minutes, language))
  if (minutes < 48 * 60) return text.hours(formatNumber(Math.floor(minutes / 60), language))
  return text.days(formatNumber(Math.floor(minutes / 1440), language))
}

/** "9:41" left until a moment, "0:00" after it. */
export function formatLeft(until: Instant, nowMs: number): string {
  const seconds = Math.max(0, Math.ceil((msFromInstant(until) - nowMs) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
