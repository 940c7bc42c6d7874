import type { Compilable } from 'kysely'
import type { Sqlite } from './open-database.ts'

export interface PreparedStatement {
  run(...parameters: readonly unknown[]): {
    readonly changes: number
    readonly lastInsertRowid: number | bigint
  }
  get(...parameters: readonly unknown[]): unknown
  all(...parameters: readonly unknown[]): unknown[]
}

export interface StatementCache {
  prepare(sql: string): PreparedStatement
  run(query: Compilable): { readonly changes: number }
  get<Row>(query: Compilable<Row>): Row | undefined
  all<Row>(query: Compilable<Row>): Row[]
  /** Every text prepared so far, so that a test can look at the plan of each. */
  texts(): readonly string[]
}

/** Prepares each SQL text once per connection. */
export function createStatementCache(sqlite: Sqlite): StatementCache {
  const statementBySql = new Map<string, PreparedStatement>()

  function prepare(sql: string): PreparedStatement {
    let statement = statementBySql.get(sql)
    if (!statement) {
      statement = sqlite.prepare(keepPlan(sql))
      statementBySql.set(sql, statement)
    }
    return statement
  }

  return {
    prepare,
    run(query) {
      const { sql, parameters } = query.compile()
      return prepare(sql).run(...bindable(parameters))
    },
    get<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile()
      return prepare(sql).get(...bindable(parameters)) as Row | undefined
    },
    all<Row>(query: Compilable<Row>) {
      const { sql, parameters } = query.compile()
      return prepare(sql).all(...bindable(parameters)) as Row[]
    },
    texts: () => [...statementBySql.keys()],
  }
}

/**
 * Built with STAT4, as in better-sqlite3, SQLite plans a statement anew for each value that is compared, about 10 µs
 * a table; behind a plus it does not look at the value, and the plan is the same.
 */
function keepPlan(sql: string): string {
  return sql.replaceAll(/([=<>] ?)\?/g, '$1+?')
}

/** SQLite has no booleans and no undefined. */
function bindable(parameters: readonly unknown[]): unknown[] {
  return parameters.map((value) => (typeof value === 'boolean' ? Number(value) : (value ?? null)))
}
