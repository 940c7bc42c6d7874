import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readFirstStockLines, type StockLine } from './stock-view-store.ts'

/** What the list begins with; without `lines` where only the whole list can tell. */
export interface FirstLines {
  readonly lines: readonly StockLine[] | undefined
}

/** Longer ago, and it is read anew: somebody may have recorded meanwhile. */
const FRESH_MS = 1_000

interface EarlyRead {
  readonly db: LedgerDatabase
  readonly beganAtMs: number
  readonly reading: Promise<FirstLines>
  first?: FirstLines
}

let early: EarlyRead | undefined

/** Begins to read while the screen that shows it is still on its way. */
export function beginFirstLines(db: LedgerDatabase): void {
  const mine: EarlyRead = { db, beganAtMs: performance.now(), reading: read(db) }
  early = mine
  void mine.reading.then((first) => (mine.first = first))
}

/** What was read a moment ago. */
export function earlyFirstLines(db: LedgerDatabase): FirstLines | undefined {
  return freshRead(db)?.first
}

export function readFirstLines(db: LedgerDatabase): Promise<FirstLines> {
  return freshRead(db)?.reading ?? read(db)
}

function freshRead(db: LedgerDatabase): EarlyRead | undefined {
  return early?.db === db && performance.now() - early.beganAtMs < FRESH_MS ? early : undefined
}

async function read(db: LedgerDatabase): Promise<FirstLines> {
  return { lines: await readFirstStockLines(db).catch(() => undefined) }
}
