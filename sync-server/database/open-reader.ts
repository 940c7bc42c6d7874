import type { Compilable, Kysely } from 'kysely'
import { openForReading, type Sqlite } from './open-database.ts'
import { queryBuilder } from './query-builder.ts'
import type { Database } from './schema.ts'
import { createStatementCache, type PreparedStatement } from './statement-cache.ts'

/** Reads without ever waiting for the writer (WAL). Build with `query`, run at once with `get` or `all`. */
export interface Reader {
  readonly query: Kysely<Database>
  get<Row>(query: Compilable<Row>): Row | undefined
  all<Row>(query: Compilable<Row>): Row[]
  /** A prepared statement by its text, for what a job reads as well. */
  prepare(sql: string): PreparedStatement
  /** Everything read inside sees one and the same commit. */
  atOneMoment<Value>(read: () => Value): Value
  /** Changes whenever any other connection, of this process or another, has committed. */
  dataVersion(): number
  /** All SQL texts run so far: a test explains the plan of each. */
  texts(): readonly string[]
  /** The plan SQLite chooses for a text, one line per step. */
  explain(sql: string): string[]
  close(): void
}

export function openReader(folder: string): Reader {
  const sqlite: Sqlite = openForReading(folder)
  const cache = createStatementCache(sqlite)
  const dataVersion = sqlite.prepare('PRAGMA data_version').pluck()
  return {
    query: queryBuilder,
    ...cache,
    atOneMoment<Value>(read: () => Value): Value {
      return sqlite.inTransaction ? read() : sqlite.transaction(read)()
    },
    dataVersion: () => dataVersion.get() as number,
    explain: (sql) => explainPlan(sqlite, sql),
    close: () => void sqlite.close(),
  }
}

function explainPlan(sqlite: Sqlite, sql: string): string[] {
  const parameters = Array.from(sql.matchAll(/\?/g), () => null)
  const rows = sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]
  return rows.map(({ detail }) => detail)
}
