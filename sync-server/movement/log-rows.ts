import { insertRows } from '../database/insert-rows.ts'
import type { WriterDb } from '../database/writer-db.ts'

type Rows = (readonly unknown[])[]

/** Rows of the log that wait to be written together, each in the order of its table's columns. */
export interface LogRows {
  readonly fact: Rows
  readonly movementVisible: Rows
  readonly reversal: Rows
  readonly handoverNote: Rows
}

export function createLogRows(): LogRows {
  return { fact: [], movementVisible: [], reversal: [], handoverNote: [] }
}

/** Writes what waits and leaves the lists empty. */
export function writeLogRows(db: WriterDb, rows: LogRows): void {
  for (const table of ['fact', 'movementVisible', 'reversal', 'handoverNote'] as const) {
    insertRows(db, `INSERT INTO "${table}"`, rows[table])
    rows[table].length = 0
  }
}
