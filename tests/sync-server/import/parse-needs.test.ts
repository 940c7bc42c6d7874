import { expect, test } from 'vitest'
import type { Item, ItemId } from '#shared/item/item'
import { parseNeeds, type ItemLookup } from '../../../sync-server/import/parse-needs.ts'

const NOODLES: Item = {
  id: 'gtin:08934563138165' as ItemId,
  name: 'Mì Hảo Hảo',
  category: 'food',
  baseUnit: 'piece',
  unit: 'gói',
  packs: [{ unit: 'thùng', quantity: 30 }],
  dates: 'expiry',
}
const RICE: Item = {
  ...NOODLES,
  id: 'item:000000000001' as ItemId,
  name: 'Gạo ST25',
  baseUnit: 'gram',
  unit: 'kg',
  packs: [],
}
const ITEMS: ItemLookup = {
  byId: (id) => [NOODLES, RICE].find((it) => it.id === id),
  byName: (name) => [NOODLES, RICE].find((it) => it.name.toLowerCase() === name.toLowerCase()),
}

test.each([
  ['gạo:25 kg', [{ category: 'staple', quantity: 25_000, unit: 'kg' }]],
  ['gạo: 2,5kg', [{ category: 'staple', quantity: 2_500, unit: 'kg' }]],
  ['gạo:0,500 kg', [{ category: 'staple', quantity: 500, unit: 'kg' }]],
  ['staple:25000 gram', [{ category: 'staple', quantity: 25_000, unit: 'gram' }]],
  ['mì gói:1.500 gói', [{ category: 'food', quantity: 1_500, unit: 'gói' }]],
  ['Nước uống:20 lit', [{ category: 'drink', quantity: 20_000, unit: 'lit' }]],
  ['Nước uống : 1,5 lít', [{ category: 'drink', quantity: 1_500, unit: 'lít' }]],
  ['8934563138165:2 thùng', [{ itemId: NOODLES.id, quantity: 60, unit: 'gói' }]],
  ['Mì Hảo Hảo:7 gói', [{ itemId: NOODLES.id, quantity: 7, unit: 'gói' }]],
  ['item:000000000001:500 gam', [{ itemId: RICE.id, quantity: 500, unit: 'kg' }]],
  [
    'gạo:25 kg; mì gói:30 gói;',
    [
      { category: 'staple', quantity: 25_000, unit: 'kg' },
      { category: 'food', quantity: 30, unit: 'gói' },
    ],
  ],
  ['', []],
])('%s is understood', (cell, needs) => {
  expect(parseNeeds(cell, ITEMS)).toEqual({ ok: true, value: needs })
})

test.each([
  'gạo 25 kg',
  'gạo:kg',
  'gạo:0 kg',
  'gạo:-1 kg',
  'gạo:2,5 bao',
  'gạo:25',
  'vàng:1 lượng',
  '8934563138165:3 kg',
  'gạo:9999999999 kg',
])('%s is refused with the way to write it', (cell) => {
  expect(parseNeeds(cell, ITEMS)).toEqual({
    ok: false,
    error: { vi: expect.stringMatching(/Nhu cầu|nhu cầu/), en: expect.stringMatching(/need/i) },
  })
})
