import type { Item, ItemId } from '#shared/item/item'
import { err, ok } from '#shared/result'
import { canonicalText } from '#shared/sync/canonical-text'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument, readStored } from '../document/put-document.ts'
import { wasMoved } from '../item/item-jobs.ts'
import { assumedColumns } from './assumed-columns.ts'
import type { ItemColumn } from './item-columns.ts'
import { itemFromLine } from './item-from-line.ts'
import type { ImportArgs, LinePlanner } from './import-jobs.ts'
import { fault, repeated } from './line-faults.ts'

/** Goods are known by their barcode: a second import changes, it never doubles. */
export function planItems(
  db: WriterDb,
  { changedBy, at }: Pick<ImportArgs, 'changedBy' | 'at'>,
): LinePlanner<ItemColumn> {
  const lineById = new Map<ItemId, number>()
  return ({ line, cells }) => {
    let old: Item | undefined
    const parsed = itemFromLine(cells, (id) => (old = readItem(db, id)))
    if (!parsed.ok) return parsed
    const item = parsed.value
    const earlier = lineById.get(item.id)
    if (earlier !== undefined) return err(repeated('Mã vạch', earlier))
    lineById.set(item.id, line)
    if (old && canonicalText(old) === canonicalText(item)) return ok({ kind: 'unchanged' })
    if (old && old.baseUnit !== item.baseUnit && wasMoved(db, item.id)) {
      return err(
        fault(
          'Đơn vị gốc',
          'Mặt hàng này đã có nhập xuất nên không đổi đơn vị gốc được nữa.',
          'This item has been moved already, so its base unit cannot change.',
        ),
      )
    }
    return ok({
      kind: old ? 'changed' : 'new',
      assumed: assumedColumns(cells, old),
      store: () => void putDocument(db, { collection: 'items', id: item.id, body: item, changedBy, at }),
    })
  }
}

function readItem(db: WriterDb, id: ItemId): Item | undefined {
  const stored = readStored(db, 'items', id)
  return stored && stored.deleted === 0 ? (JSON.parse(stored.body) as Item) : undefined
}
