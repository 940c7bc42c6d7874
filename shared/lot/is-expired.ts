import { daysBetween, type LocalDate } from '../time/time.ts'
import { leavesBefore, type Lot } from './lot.ts'

/** Goods may be used on the day of expiry itself. A passed best-before day is no expiry. */
export function isExpired(lot: Pick<Lot, 'expiresOn'>, today: LocalDate): boolean {
  return lot.expiresOn !== undefined && lot.expiresOn < today
}

export const SOON_DAYS = 30

/** Days until a lot should have left, when these are few; undefined for goods that keep longer. Negative when passed. */
export function daysLeftIfSoon(lot: Lot, today: LocalDate): number | undefined {
  const day = leavesBefore(lot)
  if (day === undefined) return undefined
  const days = daysBetween(today, day)
  return days <= SOON_DAYS ? days : undefined
}
