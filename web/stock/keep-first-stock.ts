import { dayInVietnam } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { arrangeStock } from './arrange-stock.ts'
import { readStockLines, rememberStockList } from './stock-view-store.ts'

/** Makes what the next start begins with, where something has changed since the list was last shown. */
export async function keepFirstStock(db: LedgerDatabase): Promise<void> {
  if ((await db.firstStock.count()) > 0) return
  const rows = arrangeStock(await readStockLines(db), 'item', '', dayInVietnam(db.now()))
  await rememberStockList(
    db,
    rows.map(({ key }) => key),
  )
}
