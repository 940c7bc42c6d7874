import type { UnitTotal } from './total-by-category.ts'

/** Where received goods are, in percent of a bar's width. What is left of 100 was disposed of, lost or is in question. */
export interface BarParts {
  readonly inStock: number
  readonly inTransit: number
  readonly delivered: number
}

/**
 * The whole bar is everything received of one unit, so bars compare shares, never kilograms with packs. A figure below
 * zero (an intake still on a tablet) has no width.
 */
export function barParts({ received, inStock, inTransit, delivered }: UnitTotal): BarParts {
  const held = Math.max(0, inStock) + Math.max(0, inTransit) + Math.max(0, delivered)
  const whole = Math.max(received, held)
  const share = (quantity: number) =>
    whole === 0 ? 0 : Math.round((Math.max(0, quantity) / whole) * 1000) / 10
  return { inStock: share(inStock), inTransit: share(inTransit), delivered: share(delivered) }
}
