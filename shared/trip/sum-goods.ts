import type { ItemId } from '../item/item.ts'
import type { LotId } from '../lot/lot.ts'

/** A quantity of one lot, wherever it lies. */
export interface LotQuantity {
  readonly itemId: ItemId
  readonly lotId: LotId
  readonly quantity: number
}

export interface SummedGoods {
  readonly itemId: ItemId
  readonly quantity: number
  readonly lots: readonly { readonly lotId: LotId; readonly quantity: number }[]
}

/** A loading list: each item once with its lots, each lot once; nothing of which there is none. */
export function sumGoods(rows: readonly LotQuantity[]): SummedGoods[] {
  const quantityByLotId = new Map<LotId, LotQuantity>()
  for (const { itemId, lotId, quantity } of rows) {
    const sum = (quantityByLotId.get(lotId)?.quantity ?? 0) + quantity
    quantityByLotId.set(lotId, { itemId, lotId, quantity: sum })
  }
  const lots = [...quantityByLotId.values()].filter(({ quantity }) => quantity !== 0)
  return [...Map.groupBy(lots, ({ itemId }) => itemId)].map(([itemId, own]) => ({
    itemId,
    quantity: own.reduce((sum, { quantity }) => sum + quantity, 0),
    lots: own.map(({ lotId, quantity }) => ({ lotId, quantity })),
  }))
}
