import type { WriterDb } from './writer-db.ts'

/** Rows to a statement: most of the cost of a small insert is the call. */
const CHUNKS = [50, 10, 1] as const

/** Inserts rows of equal width, many to a statement. `insert` is the text up to VALUES, `after` what follows them. */
export function insertRows(
  db: WriterDb,
  insert: string,
  rows: readonly (readonly unknown[])[],
  after = '',
): void {
  const width = rows[0]?.length ?? 0
  const one = `(${Array(width).fill('?').join(', ')})`
  let start = 0
  for (const size of CHUNKS) {
    if (rows.length - start < size) continue
    const statement = db.prepare(`${insert} VALUES ${Array(size).fill(one).join(', ')} ${after}`)
    for (; rows.length - start >= size; start += size) {
      statement.run(...rows.slice(start, start + size).flat())
    }
  }
}
