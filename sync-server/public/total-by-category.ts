import { CATEGORIES } from '#shared/item/item'
import type { PublicItem, PublicStock } from '#shared/sync/wire'

export type CategoryTotal = PublicStock['categories'][number]
export type UnitTotal = CategoryTotal['units'][number]

/** Totals of each category that has items, each unit by itself, the unit of the most items first. */
export function totalByCategory(items: readonly PublicItem[]): CategoryTotal[] {
  return CATEGORIES.flatMap((category) => {
    const members = items.filter((item) => item.category === category)
    if (members.length === 0) return []
    return [{ category, itemCount: members.length, units: totalByUnit(members) }]
  })
}

function totalByUnit(items: readonly PublicItem[]): UnitTotal[] {
  const totalByKey = new Map<string, UnitTotal>()
  const itemCountByKey = new Map<string, number>()
  for (const item of items) {
    const key = unitKey(item)
    const total = totalByKey.get(key) ?? emptyTotal(item)
    totalByKey.set(key, {
      ...total,
      inStock: total.inStock + item.inStock,
      inTransit: total.inTransit + item.inTransit,
      received: total.received + item.received,
      dispatched: total.dispatched + item.dispatched,
      delivered: total.delivered + item.delivered,
    })
    itemCountByKey.set(key, (itemCountByKey.get(key) ?? 0) + 1)
  }
  return [...totalByKey]
    .sort(([a], [b]) => itemCountByKey.get(b)! - itemCountByKey.get(a)! || (a < b ? -1 : 1))
    .map(([, total]) => total)
}

function unitKey({ unit, baseUnit }: Pick<UnitTotal, 'unit' | 'baseUnit'>): string {
  return `${unit}|${baseUnit}`
}

function emptyTotal({ unit, baseUnit }: PublicItem): UnitTotal {
  return { unit, baseUnit, inStock: 0, inTransit: 0, received: 0, dispatched: 0, delivered: 0 }
}
