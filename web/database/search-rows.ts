import { matchesFolded } from '#shared/i18n/fold'
import { searchWords } from '#shared/i18n/search-words'
import type { Table } from 'dexie'
import type { SearchedRow } from './ledger-rows.ts'

/** A row has few words that begin alike, so that so many keys nearly always are enough rows. */
const KEYS_PER_ROW = 4

/**
 * Rows of which each word of the query begins a word, in any order. The keys of the two longest words are compared first,
 * and only what both have is read: a walk from row to row takes longer than all keys of a word at once.
 */
export async function searchRows<Row extends SearchedRow<unknown>>(
  table: Table<Row, string>,
  query: string,
  limit: number,
): Promise<Row[]> {
  const words = searchWords(query)
  const [longest, second] = words.toSorted((a, b) => b.length - a.length)
  if (longest === undefined) return []
  const beginning = (word: string) => table.where('words').startsWith(word)
  const [keys, others] = await Promise.all([
    second === undefined
      ? firstKeys((count) => beginning(longest).limit(count).primaryKeys(), limit)
      : beginning(longest).primaryKeys(),
    second === undefined ? undefined : beginning(second).primaryKeys(),
  ])
  const both = others && new Set(others)
  const candidates = [...new Set(keys)].filter((key) => both?.has(key) ?? true)
  const asked = words.join(' ')
  const found: Row[] = []
  for (let from = 0; from < candidates.length && found.length < limit; from += limit) {
    const rows = await table.bulkGet(candidates.slice(from, from + limit))
    for (const row of rows) if (row && matchesFolded(row.words.join(' '), asked)) found.push(row)
  }
  return found.slice(0, limit)
}

async function firstKeys(
  read: (count: number) => Promise<readonly string[]>,
  limit: number,
): Promise<readonly string[]> {
  const some = await read(limit * KEYS_PER_ROW)
  const isEnough = some.length < limit * KEYS_PER_ROW || new Set(some).size >= limit
  return isEnough ? some : read(Infinity)
}
