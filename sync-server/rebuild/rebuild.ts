import { ARRIVAL_FINDINGS, type Finding } from '#shared/finding/finding'
import { sortCaseFileFacts } from '../case-file/case-file-facts.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from '../finding/close-finding.ts'
import { openFinding } from '../finding/open-finding.ts'
import { recount, type Recount } from './recount.ts'

export interface RebuildReport {
  readonly equal: boolean
  /** Rows compared. */
  readonly rows: number
  /** At most 20 of each table. */
  readonly differences: readonly RebuildDifference[]
}
export interface RebuildDifference {
  readonly table: keyof Recount
  readonly side: 'missing' | 'wrong'
  /** The row as JSON. */
  readonly row: string
}

const DIFFERENCES_MAX = 20

/**
 * Builds every projection anew from the log, compares it with the live one and replaces what differs. What people
 * noted on findings, and findings about how facts arrived, are not derived and stay.
 */
export function rebuild(db: WriterDb, { at }: { readonly at: string }): RebuildReport {
  sortCaseFileFacts(db)
  // What happened to a case file is read through it, so it has to be right before the others are counted.
  const first = recount(db)
  const differences = mend(db, 'caseFileFact', first, at)
  const counted = differences.length > 0 ? recount(db) : first
  let rows = 0
  for (const table of Object.keys(counted) as (keyof Recount)[]) {
    rows += counted[table].length
    differences.push(...mend(db, table, counted, at))
  }
  db.forget()
  return { equal: differences.length === 0, rows, differences }
}

function mend(db: WriterDb, table: keyof Recount, counted: Recount, at: string): RebuildDifference[] {
  const found = compare(db, table, counted[table])
  if (found.length > 0) repair(db, table, at)
  db.prepare(`DROP TABLE "temp"."${rebuilt(table)}"`).run()
  return found
}

const arrivalKinds = ARRIVAL_FINDINGS.map((kind) => `'${kind}'`).join(', ')

/** The live rows that are compared. */
function live(table: keyof Recount): string {
  if (table !== 'finding') return `SELECT * FROM "main"."${table}"`
  return `SELECT "key", "detail", "movementAt", "itemId" FROM "main"."finding"
    WHERE "open" = 1 AND "kind" NOT IN (${arrivalKinds})`
}

function rebuilt(table: keyof Recount): string {
  return `rebuilt_${table}`
}

function compare(
  db: WriterDb,
  table: keyof Recount,
  rows: readonly (readonly unknown[])[],
): RebuildDifference[] {
  const temp = `"temp"."${rebuilt(table)}"`
  db.prepare(`DROP TABLE IF EXISTS ${temp}`).run()
  db.prepare(`CREATE TEMP TABLE "${rebuilt(table)}" AS ${live(table)} LIMIT 0`).run()
  const width = rows[0]?.length ?? 0
  if (width > 0) {
    const insert = db.prepare(`INSERT INTO ${temp} VALUES (${Array(width).fill('?').join(', ')})`)
    for (const row of rows) insert.run(...row)
  }
  const counted = `SELECT * FROM ${temp}`
  return [
    ...difference(db, table, 'missing', `${counted} EXCEPT ${live(table)}`),
    ...difference(db, table, 'wrong', `${live(table)} EXCEPT ${counted}`),
  ]
}

function difference(
  db: WriterDb,
  table: keyof Recount,
  side: RebuildDifference['side'],
  sql: string,
): RebuildDifference[] {
  return db
    .prepare(`${sql} LIMIT ${DIFFERENCES_MAX}`)
    .all()
    .map((row) => ({ table, side, row: JSON.stringify(row) }))
}

function repair(db: WriterDb, table: keyof Recount, at: string): void {
  const temp = `"temp"."${rebuilt(table)}"`
  if (table === 'stock') return repairStock(db, temp)
  if (table !== 'finding') {
    db.prepare(`DELETE FROM "main"."${table}"`).run()
    db.prepare(`INSERT INTO "main"."${table}" SELECT * FROM ${temp}`).run()
    return
  }
  const wrong = db
    .prepare(`SELECT "key" FROM (${live(table)}) WHERE "key" NOT IN (SELECT "key" FROM ${temp})`)
    .all()
  for (const { key } of wrong as { key: string }[]) closeFinding(db, key, at)
  const right = db.prepare(`SELECT * FROM ${temp} EXCEPT ${live(table)}`).all()
  for (const { detail, movementAt, itemId } of right as FindingRow[]) {
    openFinding(db, JSON.parse(detail) as Finding, {
      at,
      movementAt: movementAt ?? undefined,
      itemId: itemId ?? undefined,
    })
  }
}

function repairStock(db: WriterDb, temp: string): void {
  for (const table of ['stockPlace', 'stockQuantity']) db.prepare(`DELETE FROM "${table}"`).run()
  db.prepare(
    `INSERT INTO "stockPlace" SELECT "rowid", "locationId", "lotId", "itemId", "locationKind", "expiresOn" FROM ${temp}`,
  ).run()
  db.prepare(`INSERT INTO "stockQuantity" SELECT "rowid", "quantity", "lastTakenSeq" FROM ${temp}`).run()
}

interface FindingRow {
  readonly detail: string
  readonly movementAt: string | null
  readonly itemId: string | null
}
