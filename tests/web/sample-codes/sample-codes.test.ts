import { expect, test } from 'vitest'
import { parseBarcode } from '#shared/gs1/parse-barcode'
import type { Gtin, Item, ItemId } from '#shared/item/item'
import type { LocationId, WarehouseId } from '#shared/location/location'
import type { LocalDate } from '#shared/time/time'
import { sampleCodes } from '../../../web/sample-codes/sample-codes.ts'

const TODAY = '2026-11-21' as LocalDate
const NOODLES: Item = {
  id: 'gtin:08934561010074' as ItemId,
  gtin: '08934561010074' as Gtin,
  name: 'Phở thịt bò',
  category: 'food',
  baseUnit: 'piece',
  unit: 'gói',
  packs: [],
  dates: 'expiry',
}
const SHELF = {
  id: 'shelf:1.2' as LocationId,
  kind: 'shelf' as const,
  warehouseId: 'kho-1' as WarehouseId,
  code: 'A1',
  name: 'Kệ A1',
}

test('every sample code can be read, and says what it is there for', () => {
  for (const items of [[], [NOODLES]]) {
    for (const { text, group } of sampleCodes({ items, shelves: [SHELF], today: TODAY })) {
      const parsed = parseBarcode({ text }, TODAY)
      expect(parsed.ok, text).toBe(true)
      const kind = parsed.ok && parsed.value.kind
      expect(kind, text).toBe(group === 'with-dates' ? 'gs1' : group === 'labels' ? 'label' : 'gtin')
    }
  }
})

test('goods the tablet knows are not offered as unknown', () => {
  const codes = sampleCodes({ items: [NOODLES], shelves: [], today: TODAY })
  expect(codes.filter(({ text }) => text === '8934561010074').map(({ group }) => group)).toEqual(['known'])
})
