import type { Item } from '#shared/item/item'
import { itemNumbers } from '#shared/item/item-numbers'
import { searchWords } from '#shared/i18n/search-words'
import type { DocumentRow, ItemRow } from '../database/ledger-rows.ts'

/** An item with what it is searched by: the words of its names and every number that is on it or its packs. */
export function itemRow(row: DocumentRow<Item>): ItemRow {
  if (row.deleted) return { ...row, words: [], gtins: [] }
  const { name, nameEn } = row.body
  return { ...row, words: searchWords(name, nameEn), gtins: itemNumbers(row.body) }
}
