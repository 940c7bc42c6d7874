import { isHeld } from '#shared/location/location'
import { insertRows } from '../database/insert-rows.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from '../finding/close-finding.ts'
import { belowZeroKey, judgeBelowZero } from './judge-stock.ts'
import type { LedgerChanges, StockChange } from './ledger-changes.ts'
import { writeStock, type StockAfter } from './write-stock.ts'

/** Adds changes to the projections, each key once, and lets "below zero" open and close by what comes out. */
export function writeChanges(db: WriterDb, changes: LedgerChanges, at: string): void {
  const after = writeStock(db, changes.stock)
  let index = 0
  for (const change of changes.stock.values()) {
    const now = after[index++]!
    if (isHeld(change.locationId)) judgeStock(db, change, now, at)
  }
  insertRows(
    db,
    `INSERT INTO "itemTotal"`,
    rowsOf(changes.items, ITEM_COLUMNS),
    addUp('itemId', ITEM_COLUMNS),
  )
  insertRows(db, `INSERT INTO "dayTotal"`, rowsOf(changes.days, DAY_COLUMNS), addUp('on', DAY_COLUMNS))
  insertRows(db, `INSERT INTO "caseFileHelped"`, [...changes.helped], addUp('caseFileId', ['quantity']))
}

export const ITEM_COLUMNS = ['inStock', 'inTransit', 'received', 'dispatched', 'delivered'] as const
export const DAY_COLUMNS = ['intakes', 'dispatches', 'deliveries'] as const

/** A row of key and numbers each, in the order of the columns. */
export function rowsOf<Column extends string>(
  changeByKey: ReadonlyMap<string, Readonly<Record<Column, number>>>,
  columns: readonly Column[],
): (readonly unknown[])[] {
  return Array.from(changeByKey, ([key, change]) => [key, ...columns.map((column) => change[column])])
}

function addUp(key: string, columns: readonly string[]): string {
  const sums = columns.map((column) => `"${column}" = "${column}" + excluded."${column}"`)
  return `ON CONFLICT ("${key}") DO UPDATE SET ${sums.join(', ')}`
}

function judgeStock(db: WriterDb, change: StockChange, now: StockAfter, at: string): void {
  if (now.quantity < 0) return judgeBelowZero(db, change, now, at)
  const wasBelow = now.quantity - change.quantity < 0
  if (wasBelow) closeFinding(db, belowZeroKey(change.locationId, change.lotId), at)
}
