import type { Need } from '../case-file/case-file.ts'
import { needBaseUnit } from '../case-file/need.ts'
import type { Category } from '../item/item.ts'

/** Base units for one person in a month, generously: above it somebody looks, nothing is refused. */
const MONTH_OF_ONE: Partial<Record<Category, Partial<Record<ReturnType<typeof needBaseUnit>, number>>>> = {
  staple: { gram: 20_000, piece: 4 },
  food: { gram: 15_000, piece: 90 },
  drink: { millilitre: 90_000, piece: 90 },
  baby: { gram: 5_000, piece: 120 },
  hygiene: { piece: 30 },
  medical: { piece: 60 },
  clothing: { piece: 10 },
  bedding: { piece: 4 },
  household: { piece: 12 },
  school: { piece: 40 },
}

/** Needs of more than a household of this size can use in a month. */
export function needsOutOfProportion(needs: readonly Need[], householdSize: number): Need[] {
  return needs.filter((need) => {
    const limit = need.category && MONTH_OF_ONE[need.category]?.[needBaseUnit(need.unit)]
    return limit !== undefined && need.quantity > limit * householdSize
  })
}
