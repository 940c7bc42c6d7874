import { matchesFolded } from '#shared/i18n/fold'
import { searchWords } from '#shared/i18n/search-words'
import type { Table } from 'dexie'
import type { SearchedRow } from './ledger-rows.ts'

/**
 * Rows of which each word of the query begins a word, in any order. Walks the index by the query's longest word, so the
 * cost follows what is found and not what is there.
 */
export async function searchRows<Row extends SearchedRow<unknown>>(
  table: Table<Row, string>,
  query: string,
  limit: number,
): Promise<Row[]> {
  const folded = searchWords(query).join(' ')
  const longest = folded.split(' ').reduce((a, b) => (b.length > a.length ? b : a), '')
  if (longest === '') return []
  return table
    .where('words')
    .startsWith(longest)
    .distinct()
    .filter((row) => matchesFolded(row.words.join(' '), folded))
    .limit(limit)
    .toArray()
}
