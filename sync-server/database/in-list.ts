import { sql } from 'kysely'

/** For `where(column, 'in', …)`: however many there are, it is one statement with one parameter. */
export function inList<Id extends string>(ids: Iterable<Id>) {
  return sql<Id>`(SELECT "value" FROM json_each(${JSON.stringify([...new Set(ids)])}))`
}
