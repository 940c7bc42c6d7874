import { fold, matchesFolded } from '#shared/i18n/fold'
import { CATEGORIES, type Category } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { unitSize } from '#shared/item/quantity'
import type { PublicItem } from '#shared/sync/wire'

/** What a visitor asked to see. `search` as typed; `page` from 1. */
export interface ItemQuery {
  readonly search: string
  readonly category: Category | undefined
  readonly page: number
}

export interface ItemGroup {
  readonly category: Category
  readonly items: readonly PublicItem[]
  /** All of the category that match; more than `items` when only a choice of them is shown. */
  readonly itemCount: number
}

export interface ItemChoice {
  readonly groups: readonly ItemGroup[]
  readonly matchCount: number
  readonly page: number
  readonly pageCount: number
}

const PAGE_ITEMS = 100

const vietnamese = new Intl.Collator('vi')

/**
 * The rows of one page, by category and name. The overview of a large catalogue shows of each category the items that came
 * in most; search, category and page lead to all the others.
 */
export function chooseItems(
  items: readonly PublicItem[],
  query: ItemQuery,
  overviewItemsMax: number,
): ItemChoice {
  const matches = items.filter((item) => matchesQuery(item, query)).sort(byCategoryAndName)
  if (isOverview(query) && matches.length > overviewItemsMax) return chooseOverview(matches, overviewItemsMax)

  const pageCount = Math.max(1, Math.ceil(matches.length / PAGE_ITEMS))
  const page = Math.min(query.page, pageCount)
  const shown = matches.slice((page - 1) * PAGE_ITEMS, page * PAGE_ITEMS)
  const groups = groupByCategory(shown).map((group) => ({
    ...group,
    itemCount: countIn(matches, group.category),
  }))
  return { groups, matchCount: matches.length, page, pageCount }
}

export function isOverview({ search, category, page }: ItemQuery): boolean {
  return search === '' && category === undefined && page === 1
}

function chooseOverview(matches: readonly PublicItem[], itemsMax: number): ItemChoice {
  const all = groupByCategory(matches)
  const share = Math.floor(itemsMax / all.length)
  const groups = all.map(({ category, items }) => ({
    category,
    itemCount: items.length,
    items: [...items].sort(byReceived).slice(0, share).sort(byCategoryAndName),
  }))
  return { groups, matchCount: matches.length, page: 1, pageCount: 1 }
}

function matchesQuery(item: PublicItem, { search, category }: ItemQuery): boolean {
  if (category !== undefined && item.category !== category) return false
  const folded = fold(search)
  if (/^\d{8,14}$/.test(folded)) return item.itemId.includes(folded)
  return folded === '' || matchesFolded(searchText(item), folded)
}

/** What a visitor may type to find an item: its name and its category, in either language. */
export function searchText({ name, nameEn, category }: PublicItem): string {
  return fold([name, nameEn, itemText.vi.category[category], itemText.en.category[category]].join(' '))
}

function groupByCategory(items: readonly PublicItem[]): { category: Category; items: PublicItem[] }[] {
  return CATEGORIES.map((category) => ({
    category,
    items: items.filter((item) => item.category === category),
  })).filter((group) => group.items.length > 0)
}

function countIn(items: readonly PublicItem[], category: Category): number {
  return items.filter((item) => item.category === category).length
}

function byCategoryAndName(a: PublicItem, b: PublicItem): number {
  return (
    CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
    vietnamese.compare(a.name, b.name) ||
    (a.itemId < b.itemId ? -1 : 1)
  )
}

function byReceived(a: PublicItem, b: PublicItem): number {
  return b.received / unitSize(b) - a.received / unitSize(a) || (a.itemId < b.itemId ? -1 : 1)
}
