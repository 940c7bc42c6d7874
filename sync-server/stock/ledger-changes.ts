import { locationKind, locationSubject, type LocationId, type LocationKind } from '#shared/location/location'
import type { LotId } from '#shared/lot/lot'
import type { Movement, MovementLine } from '#shared/movement/movement'
import { dayInVietnam } from '#shared/time/time'

export interface StockChange {
  readonly locationId: LocationId
  readonly lotId: LotId
  readonly itemId: string
  quantity: number
  /** The latest movement that took from here, by time and id, so that the order of arrival does not matter. */
  lastTaken: Taken | null
}
export interface Taken {
  readonly seq: number
  readonly movementId: string
  readonly at: string
}
export interface ItemChange {
  inStock: number
  inTransit: number
  received: number
  dispatched: number
  delivered: number
}
export interface DayChange {
  intakes: number
  dispatches: number
  deliveries: number
}

/** What some movements add to the projections; applied to nothing, it is the projections themselves. */
export interface LedgerChanges {
  readonly stock: Map<string, StockChange>
  readonly items: Map<string, ItemChange>
  readonly days: Map<string, DayChange>
  readonly helped: Map<string, number>
}

export function createLedgerChanges(): LedgerChanges {
  return { stock: new Map(), items: new Map(), days: new Map(), helped: new Map() }
}

export function applyMovement(changes: LedgerChanges, seq: number, movement: Movement): void {
  const taken: Taken = { seq, movementId: movement.id, at: movement.occurredAt }
  countDay(changes.days, movement)
  for (const line of movement.lines) {
    const from = locationKind(line.fromId)
    const to = locationKind(line.toId)
    const source = stockAt(changes.stock, line.fromId, line)
    source.quantity -= line.quantity
    source.lastTaken = laterTaken(taken, source.lastTaken)
    stockAt(changes.stock, line.toId, line).quantity += line.quantity
    countItem(itemOf(changes.items, line.itemId), from, to, line.quantity)
    if (from === 'case-file') addTo(changes.helped, locationSubject(line.fromId), -line.quantity)
    if (to === 'case-file') addTo(changes.helped, locationSubject(line.toId), line.quantity)
  }
}

/** By places alone, never by the kind of movement: whatever is taken back or brought back is counted back. */
function countItem(item: ItemChange, from: LocationKind, to: LocationKind, quantity: number): void {
  if (from === 'shelf') item.inStock -= quantity
  if (to === 'shelf') item.inStock += quantity
  if (from === 'transit') item.inTransit -= quantity
  if (to === 'transit') item.inTransit += quantity
  if (from === 'donor') item.received += quantity
  if (to === 'donor') item.received -= quantity
  if (from === 'case-file') item.delivered -= quantity
  if (to === 'case-file') item.delivered += quantity
  if (from === 'shelf' && isAway(to)) item.dispatched += quantity
  if (isAway(from) && to === 'shelf') item.dispatched -= quantity
}

function isAway(kind: LocationKind): boolean {
  return kind === 'transit' || kind === 'case-file'
}

/** How many there were that day; `by` is -1 for one that a reversal took back, and 1 again should that not stand any more. */
export function countDay(
  days: LedgerChanges['days'],
  { kind, occurredAt }: Pick<Movement, 'kind' | 'occurredAt'>,
  by: 1 | -1 = 1,
): void {
  if (kind !== 'intake' && kind !== 'dispatch' && kind !== 'delivery') return
  const on = dayInVietnam(occurredAt)
  let day = days.get(on)
  if (!day) days.set(on, (day = { intakes: 0, dispatches: 0, deliveries: 0 }))
  if (kind === 'intake') day.intakes += by
  else if (kind === 'dispatch') day.dispatches += by
  else day.deliveries += by
}

/** By time, then by id. */
export function laterTaken(a: Taken | null, b: Taken | null): Taken | null {
  if (a === null || b === null) return a ?? b
  if (a.at !== b.at) return a.at > b.at ? a : b
  return a.movementId > b.movementId ? a : b
}

function stockAt(
  stock: LedgerChanges['stock'],
  locationId: LocationId,
  { lotId, itemId }: MovementLine,
): StockChange {
  const key = `${locationId}|${lotId}`
  let change = stock.get(key)
  if (!change) {
    change = { locationId, lotId, itemId, quantity: 0, lastTaken: null }
    stock.set(key, change)
  }
  return change
}

function itemOf(items: LedgerChanges['items'], itemId: string): ItemChange {
  let item = items.get(itemId)
  if (!item) {
    items.set(itemId, (item = { inStock: 0, inTransit: 0, received: 0, dispatched: 0, delivered: 0 }))
  }
  return item
}

function addTo(helped: Map<string, number>, caseFileId: string, quantity: number): void {
  helped.set(caseFileId, (helped.get(caseFileId) ?? 0) + quantity)
}
