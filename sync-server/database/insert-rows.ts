import type { PreparedStatement } from './statement-cache.ts'
import type { WriterDb } from './writer-db.ts'

/** Rows to a statement: most of the cost of a small insert is the call. */
const CHUNKS = [100, 20, 5, 1] as const

/** Inserts rows of equal width, many to a statement. `insert` is the text up to VALUES, `after` what follows them. */
export function insertRows(
  db: WriterDb,
  insert: string,
  rows: readonly (readonly unknown[])[],
  after = '',
): void {
  const [first] = rows
  if (!first) return
  const statements = prepareChunks(db, insert, first.length, after)
  let start = 0
  CHUNKS.forEach((size, index) => {
    for (; rows.length - start >= size; start += size) {
      // A row is an array of parameters itself, so nothing is copied.
      statements[index]!.run(...rows.slice(start, start + size))
    }
  })
}

function prepareChunks(db: WriterDb, insert: string, width: number, after: string): PreparedStatement[] {
  const bySql = db.once(createChunks)
  const key = insert + after
  let statements = bySql.get(key)
  if (!statements) {
    const one = `(${Array(width).fill('?').join(', ')})`
    statements = CHUNKS.map((size) =>
      db.prepare(`${insert} VALUES ${Array(size).fill(one).join(', ')} ${after}`),
    )
    bySql.set(key, statements)
  }
  return statements
}

function createChunks(): Map<string, PreparedStatement[]> {
  return new Map()
}
