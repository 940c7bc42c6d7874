import { isHeld } from '#shared/location/location'
import { leavesBefore, parseLotId } from '#shared/lot/lot'
import type { MovementLine } from '#shared/movement/movement'
import type { LedgerConnection } from '../database/ledger-database.ts'
import type { StockRow } from '../database/ledger-rows.ts'

export type StockChange = Pick<StockRow, 'locationId' | 'lotId' | 'itemId' | 'ordered' | 'pending'>

/** What lines do to the places we answer for; donors, households and losses have no rows on a tablet. */
export function stockChanges(
  lines: readonly MovementLine[],
  side: 'ordered' | 'pending',
  sign: 1 | -1,
): StockChange[] {
  return lines.flatMap(({ itemId, lotId, quantity, fromId, toId }) =>
    (
      [
        [fromId, -quantity],
        [toId, quantity],
      ] as const
    ).flatMap(([locationId, change]) =>
      isHeld(locationId)
        ? [{ locationId, lotId, itemId, ordered: 0, pending: 0, [side]: sign * change }]
        : [],
    ),
  )
}

/** Adds the changes to the stock rows; a row that comes to nothing is removed. Only inside a transaction over `stock`. */
export async function changeStock(db: LedgerConnection, changes: readonly StockChange[]): Promise<void> {
  const changeByKey = new Map<string, StockChange>()
  for (const change of changes) {
    const key = `${change.locationId}|${change.lotId}`
    const sum = changeByKey.get(key)
    changeByKey.set(key, {
      ...change,
      ordered: (sum?.ordered ?? 0) + change.ordered,
      pending: (sum?.pending ?? 0) + change.pending,
    })
  }
  const summed = [...changeByKey.values()].filter(({ ordered, pending }) => ordered !== 0 || pending !== 0)
  if (summed.length === 0) return

  const rows = await db.stock.bulkGet(summed.map(({ locationId, lotId }) => [locationId, lotId]))
  const changed = summed.map((change, i) => ({
    ...stockRow(change),
    ordered: (rows[i]?.ordered ?? 0) + change.ordered,
    pending: (rows[i]?.pending ?? 0) + change.pending,
  }))
  const empty = changed.filter(({ ordered, pending }) => ordered === 0 && pending === 0)
  if (empty.length < changed.length) {
    await db.stock.bulkPut(changed.filter(({ ordered, pending }) => ordered !== 0 || pending !== 0))
  }
  if (empty.length > 0) {
    await db.stock.bulkDelete(empty.map(({ locationId, lotId }) => [locationId, lotId]))
  }
}

/** With the day by which the lot should have left beside it, for the index. */
export function stockRow(change: StockChange): StockRow {
  const lot = parseLotId(change.lotId)
  const leaves = lot && leavesBefore(lot)
  return { ...change, ...(leaves && { leavesBefore: leaves }) }
}
