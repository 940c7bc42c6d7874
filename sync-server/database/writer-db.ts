import type { Compilable, Kysely } from 'kysely'
import type { Sqlite } from './open-database.ts'
import { queryBuilder } from './query-builder.ts'
import type { Database } from './schema.ts'
import { createStatementCache, type PreparedStatement } from './statement-cache.ts'

/** What a writer job may do: build a query with `query`, run it at once with `run`, `get` or `all`. */
export interface WriterDb {
  readonly query: Kysely<Database>
  run(query: Compilable): { readonly changes: number }
  get<Row>(query: Compilable<Row>): Row | undefined
  all<Row>(query: Compilable<Row>): Row[]
  /** A prepared statement by its text, for the few hot paths that are written by hand. */
  prepare(sql: string): PreparedStatement
  /**
   * What was read and still holds, a map for each kind. All are emptied when work is taken back and when another
   * process has committed, so they never say what the database does not.
   */
  remembered<Value>(kind: string): Map<string, Value>
  forget(): void
  /** Makes a thing once per connection, such as a set of prepared statements. */
  once<Value>(create: (db: WriterDb) => Value): Value
}

/** Of each kind; then it starts anew, since most of what is old is not asked for again. */
const REMEMBERED_MAX = 50_000

export function createWriterDb(sqlite: Sqlite): WriterDb {
  const cache = createStatementCache(sqlite)
  const values = new Map<unknown, unknown>()
  const remembered = new Map<string, Map<string, unknown>>()
  const db: WriterDb = {
    query: queryBuilder,
    ...cache,
    remembered<Value>(kind: string): Map<string, Value> {
      let map = remembered.get(kind)
      if (!map) remembered.set(kind, (map = new Map()))
      if (map.size > REMEMBERED_MAX) map.clear()
      return map as Map<string, Value>
    },
    forget: () => remembered.clear(),
    once<Value>(create: (db: WriterDb) => Value): Value {
      if (!values.has(create)) values.set(create, create(db))
      return values.get(create) as Value
    },
  }
  return db
}
