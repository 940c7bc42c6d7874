import { QUANTITY_MAX } from '../item/quantity.ts'
import type { ItemId } from '../item/item.ts'
import { isExpired } from '../lot/is-expired.ts'
import { parseLotId, type LotId } from '../lot/lot.ts'
import type { LocalDate } from '../time/time.ts'
import { LINES_MAX } from './movement.ts'

/** Goods as a draft names them, before it is said from where to where they go. */
export interface GoodsLine {
  readonly itemId: ItemId
  readonly lotId: LotId
  /** Whole base units. */
  readonly quantity: number
}

export type LinesRefusal =
  | { readonly kind: 'no-lines' }
  | { readonly kind: 'too-many-lines'; readonly linesMax: number }
  | { readonly kind: 'quantity-not-whole'; readonly line: number; readonly quantity: number }
  | { readonly kind: 'quantity-too-large'; readonly line: number; readonly quantity: number }

/** What no draft of any kind may carry. */
export function refuseLines(lines: readonly GoodsLine[]): LinesRefusal | undefined {
  if (lines.length === 0) return { kind: 'no-lines' }
  if (lines.length > LINES_MAX) return { kind: 'too-many-lines', linesMax: LINES_MAX }
  for (const [line, { quantity }] of lines.entries()) {
    if (!Number.isInteger(quantity) || quantity < 1) return { kind: 'quantity-not-whole', line, quantity }
    if (quantity > QUANTITY_MAX) return { kind: 'quantity-too-large', line, quantity }
  }
  return undefined
}

export interface ExpiredRefusal {
  readonly kind: 'lot-expired'
  readonly line: number
  readonly expiresOn: LocalDate
}

/** Goods are used up to and including the day they expire on. */
export function refuseExpired(lines: readonly GoodsLine[], today: LocalDate): ExpiredRefusal | undefined {
  for (const [line, { lotId }] of lines.entries()) {
    const lot = parseLotId(lotId)
    if (lot?.expiresOn && isExpired(lot, today)) {
      return { kind: 'lot-expired', line, expiresOn: lot.expiresOn }
    }
  }
  return undefined
}
