import type { Item } from '../item/item.ts'
import type { Need } from './case-file.ts'
import { needBaseUnit } from './need.ts'

export interface TakenGoods {
  readonly item: Pick<Item, 'id' | 'category' | 'baseUnit'>
  readonly quantity: number
}

export interface NeedProgress {
  readonly need: Need
  readonly taken: number
  /** How much was taken beyond this need and beyond every other that these goods could serve. */
  readonly over: number
}

export interface NeedsProgress {
  readonly needs: readonly NeedProgress[]
  /** Goods that nobody asked for. */
  readonly unasked: readonly TakenGoods[]
}

/**
 * What a case file asks for beside what was taken. Goods count toward the need that names their item first, then
 * toward needs of their category, and only where both are counted in the same base unit.
 */
export function countNeeds(needs: readonly Need[], goods: readonly TakenGoods[]): NeedsProgress {
  const taken = needs.map(() => 0)
  const over = needs.map(() => 0)
  const unasked: TakenGoods[] = []
  for (const one of goods) {
    const serving = needsServedBy(one.item, needs)
    let left = one.quantity
    for (const index of serving) {
      const part = Math.min(left, Math.max(0, needs[index]!.quantity - taken[index]!))
      taken[index]! += part
      left -= part
    }
    if (left === 0) continue
    const first = serving[0]
    if (first === undefined) unasked.push(one)
    else {
      taken[first]! += left
      over[first]! += left
    }
  }
  return { needs: needs.map((need, i) => ({ need, taken: taken[i]!, over: over[i]! })), unasked }
}

/** The places in the list of needs that an item can serve, the one that names it first. */
export function needsServedBy(item: TakenGoods['item'], needs: readonly Need[]): number[] {
  const named = needs.flatMap((need, i) => (need.itemId === item.id ? [i] : []))
  const byCategory = needs.flatMap((need, i) =>
    need.itemId === undefined && need.category === item.category && needBaseUnit(need.unit) === item.baseUnit
      ? [i]
      : [],
  )
  return [...named, ...byCategory]
}
