import type { Compilable, Kysely } from 'kysely'
import type { Sqlite } from './open-database.ts'
import { queryBuilder } from './query-builder.ts'
import type { Database } from './schema.ts'
import { createStatementCache, type PreparedStatement } from './statement-cache.ts'

/** What a writer job may do: build a query with `query`, run it at once with `run`, `get` or `all`. */
export interface WriterDb {
  readonly query: Kysely<Database>
  run(query: Compilable<unknown>): { readonly changes: number }
  get<Row>(query: Compilable<Row>): Row | undefined
  all<Row>(query: Compilable<Row>): Row[]
  /** A prepared statement by its text, for the few hot paths that are written by hand. */
  prepare(sql: string): PreparedStatement
  /**
   * What was read and still holds, by a key of the one who read it. It is emptied when work is taken back and when
   * another process has committed, so it never says what the database does not.
   */
  readonly remembered: Map<string, unknown>
  /** Makes a thing once per connection, such as a set of prepared statements. */
  once<Value>(create: (db: WriterDb) => Value): Value
}

export function createWriterDb(sqlite: Sqlite): WriterDb {
  const cache = createStatementCache(sqlite)
  const values = new Map<unknown, unknown>()
  const db: WriterDb = {
    query: queryBuilder,
    run: cache.run,
    get: cache.get,
    all: cache.all,
    prepare: cache.prepare,
    remembered: new Map(),
    once<Value>(create: (db: WriterDb) => Value): Value {
      if (!values.has(create)) values.set(create, create(db))
      return values.get(create) as Value
    },
  }
  return db
}
