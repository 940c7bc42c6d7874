import type { GoodsRow } from '#shared/desk/desk-trip-wire'
import type { Language } from '#shared/i18n/text'
import { formatQuantity } from '#shared/item/quantity'

/** "Gạo 10 kg · Mì 30 gói" */
export function goodsLine(goods: readonly GoodsRow[], language: Language): string {
  return goods
    .map((row) => `${goodsName(row, language)} ${formatQuantity(row.quantity, row, language)}`)
    .join(' · ')
}

export function goodsName({ name, nameEn }: GoodsRow, language: Language): string {
  return language === 'en' ? (nameEn ?? name) : name
}
