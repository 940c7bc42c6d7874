import type { Movement } from '#shared/movement/movement'
import { insertRows } from '../database/insert-rows.ts'
import type { WriterDb } from '../database/writer-db.ts'

type Rows = (readonly unknown[])[]

/** Rows of the log that wait to be written together, each in the order of its table's columns. */
export interface LogRows {
  readonly fact: Rows
  readonly movement: Rows
  readonly movementLine: Rows
  readonly movementVisible: Rows
}

export function createLogRows(): LogRows {
  return { fact: [], movement: [], movementLine: [], movementVisible: [] }
}

export function addMovementRows(
  rows: LogRows,
  seq: number,
  movement: Movement,
  seenBy: Iterable<string>,
): void {
  rows.movement.push([
    seq,
    movement.id,
    movement.kind,
    movement.deviceId,
    movement.staffId,
    movement.warehouseId,
    movement.occurredAt,
    movement.caseFileId ?? null,
    movement.consignmentId ?? null,
    movement.receiptId ?? null,
    movement.reversesId ?? null,
  ])
  movement.lines.forEach(({ itemId, lotId, quantity, fromId, toId }, line) => {
    rows.movementLine.push([seq, line, itemId, lotId, quantity, fromId, toId])
  })
  for (const warehouseId of seenBy) rows.movementVisible.push([warehouseId, seq])
}

/** Writes what waits and leaves the lists empty. */
export function writeLogRows(db: WriterDb, rows: LogRows): void {
  for (const table of ['fact', 'movement', 'movementLine', 'movementVisible'] as const) {
    insertRows(db, `INSERT INTO "${table}"`, rows[table])
    rows[table].length = 0
  }
}
