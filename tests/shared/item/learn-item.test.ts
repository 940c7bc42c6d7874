import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { ItemIdSchema, type Gtin, type Item } from '#shared/item/item'
import { baseUnitOf, datesUsualFor, itemIdFromCode, learnItem, packsFromTyped } from '#shared/item/learn-item'
import { sentenceForLearn } from '#shared/item/learn-item-text'
import { scannedQuantity, wholePacks } from '#shared/item/scanned-quantity'
import type { WarehouseId } from '#shared/location/location'

const gtin = '08934563138165' as Gtin
const boxGtin = '18934563138162' as Gtin
const warehouse = 'kho-1' as WarehouseId
const id = itemIdFromCode({ gtin, restricted: false }, warehouse)
const asked = { id, gtin, name: ' Mì  Hảo Hảo ', category: 'food', unit: 'gói', dates: 'expiry' } as const

test('an unknown barcode becomes an item with the id that every tablet gives it', () => {
  const learned = learnItem(asked)
  expect(learned.ok && learned.value).toMatchObject({
    id: `gtin:${gtin}`,
    name: 'Mì Hảo Hảo',
    baseUnit: 'piece',
  })
})

test('an item without name, category or unit is refused with a sentence', () => {
  for (const wrong of [
    { ...asked, name: '  ' },
    { ...asked, name: 'a'.repeat(201) },
    { ...asked, category: undefined },
    { ...asked, unit: '' },
    { ...asked, unit: 'u'.repeat(41) },
    { ...asked, packs: [{ unit: 'thùng', quantity: 0 }] },
  ]) {
    const learned = learnItem(wrong)
    expect(learned.ok).toBe(false)
    if (!learned.ok) expect(sentenceForLearn(learned.error).vi).toMatch(/\. /)
  }
})

test('kilograms are counted in grams, litres in millilitres, everything else in pieces', () => {
  expect([baseUnitOf('kg'), baseUnitOf('Lít'), baseUnitOf('hộp')]).toEqual(['gram', 'millilitre', 'piece'])
})

test.each([
  ['', 'gói', []],
  ['30', 'gói', [{ unit: 'thùng', quantity: 30 }]],
  ['10', 'kg', [{ unit: 'thùng', quantity: 10_000 }]],
  ['12,5', ' Kg ', [{ unit: 'thùng', quantity: 12_500 }]],
  ['6', 'lít', [{ unit: 'thùng', quantity: 6_000 }]],
  ['500', 'g', [{ unit: 'thùng', quantity: 500 }]],
  ['1,5', 'gói', 'pack-unreadable'],
  ['0', 'kg', 'pack-unreadable'],
  ['hai', 'gói', 'pack-unreadable'],
])('a box of %s of goods in %s', (typed, unit, expected) => {
  const packs = packsFromTyped(typed, unit, 'thùng', 'vi')
  expect(packs.ok ? packs.value : packs.error.kind).toEqual(expected)
})

test('what is eaten, drunk or taken as medicine asks for a date', () => {
  expect([datesUsualFor('baby'), datesUsualFor('medical'), datesUsualFor('clothing')]).toEqual([
    'expiry',
    'expiry',
    'none',
  ])
})

test('a number that a shop made for itself names goods of one warehouse alone', () => {
  const one = itemIdFromCode({ gtin, restricted: true }, warehouse)
  const other = itemIdFromCode({ gtin, restricted: true }, 'kho-2' as WarehouseId)
  expect(one).not.toBe(other)
})

test('any readable code becomes a lawful item id, and different codes different ones', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 300 }),
      fc.string({ minLength: 1, maxLength: 300 }),
      (a, b) => {
        const [idA, idB] = [itemIdFromCode({ text: a }, warehouse), itemIdFromCode({ text: b }, warehouse)]
        expect(v.is(ItemIdSchema, idA)).toBe(true)
        expect(idA === idB).toBe(a === b)
      },
    ),
  )
})

const item: Item = {
  id,
  gtin,
  name: 'Mì',
  category: 'food',
  baseUnit: 'piece',
  unit: 'gói',
  packs: [
    { gtin: boxGtin, unit: 'thùng', quantity: 30 },
    { unit: 'lốc', quantity: 5 },
  ],
  dates: 'expiry',
}

test('the number of a box counts what is in the box', () => {
  expect(scannedQuantity(item, { gtin })).toBe(1)
  expect(scannedQuantity(item, { gtin: boxGtin })).toBe(30)
  expect(scannedQuantity(item, { gtin: boxGtin, count: 4 })).toBe(120)
  expect(wholePacks(60, item)).toMatchObject({ count: 2, pack: { unit: 'thùng' } })
  expect(wholePacks(35, item)).toMatchObject({ count: 7, pack: { unit: 'lốc' } })
  expect(wholePacks(7, item)).toBeUndefined()
})

test('goods that are weighed have no quantity until somebody weighs them or the label says it', () => {
  const rice: Item = { ...item, baseUnit: 'gram', unit: 'kg', packs: [] }
  expect(scannedQuantity(rice, { gtin })).toBeUndefined()
  expect(scannedQuantity(rice, { gtin, netWeightGrams: 12_500 })).toBe(12_500)
})
