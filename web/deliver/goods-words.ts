import type { Language } from '#shared/i18n/text'
import type { Item } from '#shared/item/item'
import { formatQuantity } from '#shared/item/quantity'
import type { SummedGoods } from '#shared/trip/sum-goods'

/** "Mì Hảo Hảo 30 gói · Gạo 10 kg" */
export function goodsWords(
  goods: readonly SummedGoods[],
  itemById: ReadonlyMap<string, Item>,
  language: Language,
): string {
  return goods
    .map(({ itemId, quantity }) => {
      const item = itemById.get(itemId)
      return item ? `${item.name} ${formatQuantity(quantity, item, language)}` : `${itemId} ${quantity}`
    })
    .join(' · ')
}
