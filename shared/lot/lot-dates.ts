import type { Item } from '../item/item.ts'
import { err, ok, type Result } from '../result.ts'
import { addMonths, isLocalDate, type LocalDate } from '../time/time.ts'
import { leavesBefore, type Lot } from './lot.ts'

export type LotDateRefusal =
  | { readonly kind: 'day-impossible'; readonly typed: string }
  | { readonly kind: 'made-in-future'; readonly madeOn: LocalDate }
  | { readonly kind: 'months-not-whole' }
  | { readonly kind: 'lot-expired'; readonly expiresOn: LocalDate }
  | { readonly kind: 'day-too-far'; readonly day: LocalDate }

const MONTHS_MAX = 240
const YEARS_AHEAD_MAX = 30

/** A pack that only says when it was made and how many months it keeps. */
export function expiryFromMadeOn(
  madeOn: LocalDate,
  months: number,
  today: LocalDate,
): Result<LocalDate, LotDateRefusal> {
  if (madeOn > today) return err({ kind: 'made-in-future', madeOn })
  if (!Number.isInteger(months) || months < 1 || months > MONTHS_MAX) return err({ kind: 'months-not-whole' })
  const day = addMonths(madeOn, months)
  return isLocalDate(day) ? ok(day) : err({ kind: 'day-impossible', typed: day })
}

/** The lot with the day a person read from the pack; the item says which of the two dates it is. */
export function withDay(
  lot: Lot,
  day: LocalDate,
  item: Pick<Item, 'dates'>,
  today: LocalDate,
): Result<Lot, LotDateRefusal> {
  if (Number(day.slice(0, 4)) > Number(today.slice(0, 4)) + YEARS_AHEAD_MAX) {
    return err({ kind: 'day-too-far', day })
  }
  const { itemId, lotNumber } = lot
  const bare: Lot = { itemId, ...(lotNumber !== undefined && { lotNumber }) }
  if (item.dates === 'best-before') return ok({ ...bare, bestBeforeOn: day })
  return day < today ? err({ kind: 'lot-expired', expiresOn: day }) : ok({ ...bare, expiresOn: day })
}

export function lacksDate(lot: Lot, item: Pick<Item, 'dates'>): boolean {
  return item.dates !== 'none' && leavesBefore(lot) === undefined
}
