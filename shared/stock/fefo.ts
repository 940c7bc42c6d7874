import type { LocationId } from '../location/location.ts'
import { isExpired } from '../lot/is-expired.ts'
import { leavesBefore, parseLotId, type LotId } from '../lot/lot.ts'
import type { LocalDate } from '../time/time.ts'

/** What the books say lies of one lot in one place. */
export interface LotInPlace {
  readonly locationId: LocationId
  readonly lotId: LotId
  readonly quantity: number
}

/**
 * First expired, first out: the lots to take, in order. What leaves soonest comes first, then by lot number; goods
 * without a date last. Expired lots and empty places are never offered. Equal lots keep one order on every tablet.
 */
export function orderFefo<T extends LotInPlace>(lots: readonly T[], today: LocalDate): T[] {
  return lots
    .filter(({ quantity, lotId }) => quantity > 0 && !isExpiredLot(lotId, today))
    .map((lot) => ({ lot, key: fefoKey(lot) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ lot }) => lot)
}

/** Lots that should leave strictly before the one in hand and still lie somewhere. */
export function lotsBefore<T extends LotInPlace>(lots: readonly T[], inHand: LotId, today: LocalDate): T[] {
  const day = dayOf(inHand)
  return orderFefo(lots, today).filter(({ lotId }) => lotId !== inHand && dayOf(lotId) < day)
}

export interface Allocation<T extends LotInPlace> {
  readonly takes: readonly { readonly lot: T; readonly quantity: number }[]
  /** What the books do not have: the goods are in hand all the same. */
  readonly beyond: number
}

/** Spreads a quantity over lots in the order of FEFO, each up to what the books say is there. */
export function allocateFefo<T extends LotInPlace>(
  lots: readonly T[],
  quantity: number,
  today: LocalDate,
): Allocation<T> {
  const takes: { lot: T; quantity: number }[] = []
  let beyond = quantity
  for (const lot of orderFefo(lots, today)) {
    if (beyond === 0) break
    const taken = Math.min(lot.quantity, beyond)
    takes.push({ lot, quantity: taken })
    beyond -= taken
  }
  return { takes, beyond }
}

export function isExpiredLot(lotId: LotId, today: LocalDate): boolean {
  return isExpired(parseLotId(lotId) ?? {}, today)
}

const NEVER = '9999-99-99'

function dayOf(lotId: LotId): string {
  const lot = parseLotId(lotId)
  return (lot && leavesBefore(lot)) ?? NEVER
}

function fefoKey({ lotId, locationId }: LotInPlace): string {
  return [dayOf(lotId), parseLotId(lotId)?.lotNumber ?? '', lotId, locationId].join('\u0000')
}
