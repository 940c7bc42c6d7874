import { locationKind } from '#shared/location/location'
import { leavesBefore, parseLotId } from '#shared/lot/lot'
import type { Movement } from '#shared/movement/movement'
import { heldPlaces } from '#shared/movement/movement-places'
import type { LedgerConnection } from '../database/ledger-database.ts'
import type { StockRow } from '../database/ledger-rows.ts'

export type StockChange = Pick<StockRow, 'locationId' | 'lotId' | 'itemId' | 'ordered' | 'pending'>

/** What a movement adds to a side of the stock, or takes back from it. */
export interface StockEffect {
  readonly movement: Movement
  readonly side: 'ordered' | 'pending'
  readonly sign: 1 | -1
}

/**
 * Lets movements take effect on the stock of the warehouse: its shelves and what is on its way from there. Donors,
 * households, losses and other warehouses have no rows on a tablet. Only inside a transaction over `stock`, `locations` and
 * `firstStock`.
 */
export async function applyToStock(
  db: LedgerConnection,
  warehouseId: string,
  effects: readonly StockEffect[],
): Promise<void> {
  const shelfIds = shelvesOf(effects)
  // Nothing is awaited but a request: else what follows would be outside of the transaction.
  const ownerByShelfId = shelfIds.length === 0 ? NO_OWNERS : await readShelfOwners(db, shelfIds)
  const owners = { now: (id: string) => ownerByShelfId.get(id), ever: () => [] }
  const changes: StockChange[] = []
  for (const { movement, side, sign } of effects) {
    const warehouseByPlace = heldPlaces(movement, owners)
    for (const { itemId, lotId, quantity, fromId, toId } of movement.lines) {
      for (const [locationId, change] of [
        [fromId, -quantity],
        [toId, quantity],
      ] as const) {
        if (warehouseByPlace.get(locationId) !== warehouseId) continue
        changes.push({ locationId, lotId, itemId, ordered: 0, pending: 0, [side]: sign * change })
      }
    }
  }
  await changeStock(db, changes)
}

/** With the day by which the lot should have left beside it, for the index. */
export function stockRow(change: StockChange): StockRow {
  const lot = parseLotId(change.lotId)
  const leaves = lot && leavesBefore(lot)
  return { ...change, ...(leaves && { leavesBefore: leaves }) }
}

/** Adds the changes row by row; a row that comes to nothing is removed. */
async function changeStock(db: LedgerConnection, changes: readonly StockChange[]): Promise<void> {
  const summed = sumByRow(changes)
  if (summed.length === 0) return
  await db.firstStock.clear()
  const rows = await db.stock.bulkGet(summed.map(({ locationId, lotId }) => [locationId, lotId]))
  const changed = summed.map((change, i) => ({
    ...stockRow(change),
    ordered: (rows[i]?.ordered ?? 0) + change.ordered,
    pending: (rows[i]?.pending ?? 0) + change.pending,
  }))
  const kept = changed.filter((row) => !isNothing(row))
  const gone = changed.filter(isNothing)
  if (kept.length > 0) await db.stock.bulkPut(kept)
  if (gone.length > 0) await db.stock.bulkDelete(gone.map(({ locationId, lotId }) => [locationId, lotId]))
}

function sumByRow(changes: readonly StockChange[]): StockChange[] {
  const changeByKey = new Map<string, StockChange>()
  for (const change of changes) {
    const key = `${change.locationId}|${change.lotId}`
    const sum = changeByKey.get(key)
    const ordered = (sum?.ordered ?? 0) + change.ordered
    const pending = (sum?.pending ?? 0) + change.pending
    changeByKey.set(key, { ...change, ordered, pending })
  }
  return [...changeByKey.values()].filter((change) => !isNothing(change))
}

function isNothing({ ordered, pending }: Pick<StockRow, 'ordered' | 'pending'>): boolean {
  return ordered === 0 && pending === 0
}

type ShelfOwners = ReadonlyMap<string, string | undefined>
const NO_OWNERS: ShelfOwners = new Map()

function shelvesOf(effects: readonly StockEffect[]): string[] {
  const shelfIds = new Set<string>()
  for (const { movement } of effects) {
    for (const { fromId, toId } of movement.lines) {
      if (locationKind(fromId) === 'shelf') shelfIds.add(fromId)
      if (locationKind(toId) === 'shelf') shelfIds.add(toId)
    }
  }
  return [...shelfIds]
}

async function readShelfOwners(db: LedgerConnection, shelfIds: readonly string[]): Promise<ShelfOwners> {
  const rows = await db.locations.bulkGet([...shelfIds])
  return new Map(shelfIds.map((id, i) => [id, rows[i]?.body.warehouseId]))
}
