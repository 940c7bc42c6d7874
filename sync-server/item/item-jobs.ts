import type { ItemRow } from '#shared/desk/desk-item-wire'
import type { Item, ItemId } from '#shared/item/item'
import { err, ok, type Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument, readStored } from '../document/put-document.ts'

export type ItemRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'version-old' }
  | { readonly kind: 'base-unit-used' }

interface Signed {
  readonly changedBy: string
  readonly at: Instant
}

export function addItem(
  db: WriterDb,
  { item, changedBy, at }: { readonly item: Item } & Signed,
): Result<ItemRow, ItemRefusal> {
  const old = readStored(db, 'items', item.id)
  if (old?.deleted === 0) return err({ kind: 'exists' })
  return ok({ item, ...putDocument(db, { collection: 'items', id: item.id, body: item, changedBy, at }) })
}

export interface ItemPatch extends Signed {
  readonly id: ItemId
  readonly version: number
  readonly change: Partial<Omit<Item, 'id' | 'gtin' | 'nameEn'>> & { readonly nameEn?: string | null }
}

/** The ledger counts in base units, so an item that was ever moved keeps its own. */
export function changeItem(
  db: WriterDb,
  { id, version, change, changedBy, at }: ItemPatch,
): Result<ItemRow, ItemRefusal> {
  const stored = readStored(db, 'items', id)
  if (!stored || stored.deleted === 1) return err({ kind: 'not-found' })
  if (stored.version !== version) return err({ kind: 'version-old' })
  const old = JSON.parse(stored.body) as Item
  const { nameEn = old.nameEn, ...rest } = change
  const item: Item = { ...old, ...rest }
  if (nameEn == null) delete item.nameEn
  else item.nameEn = nameEn
  if (item.baseUnit !== old.baseUnit && wasMoved(db, id)) return err({ kind: 'base-unit-used' })
  return ok({ item, ...putDocument(db, { collection: 'items', id, body: item, changedBy, at }) })
}

/** Every item of any movement has its totals, be they zero again. */
export function wasMoved(db: WriterDb, id: ItemId): boolean {
  const total = db.get(db.query.selectFrom('itemTotal').select('itemId').where('itemId', '=', id))
  return total !== undefined
}
