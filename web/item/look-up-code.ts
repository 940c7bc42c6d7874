import type { Barcode } from '#shared/gs1/parse-barcode'
import type { WarehouseId } from '#shared/location/location'
import type { LocalDate } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { findItemByGtin, readItem } from './item-store.ts'
import { readCode, type CodeMeaning } from './read-code.ts'

/** What a code means, with the goods this tablet knows. */
export function lookUpCode(
  db: LedgerDatabase,
  barcode: Barcode,
  where: { readonly today: LocalDate; readonly warehouseId: WarehouseId },
): Promise<CodeMeaning> {
  return readCode(barcode, {
    ...where,
    findItemByGtin: async (gtin) => (await findItemByGtin(db, gtin))?.item,
    readItem: (id) => readItem(db, id),
  })
}
