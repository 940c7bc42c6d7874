import { expect, test } from 'vitest'
import type { Item, ItemId } from '#shared/item/item'
import type { LocationId, WarehouseId } from '#shared/location/location'
import { shelfLabel } from '#shared/location/shelf-label'
import type { LocalDate } from '#shared/time/time'
import { formatOwnLabel } from '#shared/gs1/own-label'
import { areWords, readCode, type ReadCodeDeps } from '../../../web/item/read-code.ts'

const milk: Item = {
  id: 'gtin:08934673573399' as ItemId,
  gtin: '08934673573399' as NonNullable<Item['gtin']>,
  name: 'Sữa',
  category: 'drink',
  baseUnit: 'piece',
  unit: 'hộp',
  packs: [{ gtin: '18934673573396' as NonNullable<Item['gtin']>, unit: 'thùng', quantity: 48 }],
  dates: 'expiry',
}
const deps: ReadCodeDeps = {
  today: '2026-11-21' as LocalDate,
  warehouseId: 'kho-1' as WarehouseId,
  findItemByGtin: async (gtin) => ([milk.gtin, milk.packs[0]?.gtin].includes(gtin) ? milk : undefined),
  readItem: async (id) => (id === milk.id ? milk : undefined),
}
const read = (text: string) => readCode({ text }, deps)

test('the number of goods is one of them, the number of a box what is in it', async () => {
  expect(await read('8934673573399')).toMatchObject({ kind: 'goods', quantity: 1, lotSaid: false })
  expect(await read('18934673573396')).toMatchObject({ kind: 'goods', quantity: 48 })
})

test('a GS1 code brings lot and date', async () => {
  expect(await read('01089346735733991727083110l2')).toMatchObject({
    kind: 'goods',
    lotSaid: true,
    lot: { lotNumber: 'L2', expiresOn: '2027-08-31' },
  })
})

test('a number nobody knows keeps everything it said until it is answered', async () => {
  expect(await read('01089360360203731727083110A')).toMatchObject({
    kind: 'unknown',
    code: { itemId: 'gtin:08936036020373', expiresOn: '2027-08-31', lotNumber: 'A' },
  })
})

test('a number that a shop made for itself names goods of this warehouse alone', async () => {
  const meaning = await read('2000000000015')
  expect(meaning.kind === 'unknown' && meaning.code.itemId).toMatch(/^item:.*kho-1$/)
  expect(meaning.kind === 'unknown' && meaning.code.gtin).toBeUndefined()
})

test('the label of a shelf is a shelf, those of slips are refused with a sentence', async () => {
  expect(await read(shelfLabel('shelf:1.2' as LocationId) ?? '')).toEqual({
    kind: 'shelf',
    shelfId: 'shelf:1.2',
  })
  expect(await read(formatOwnLabel({ family: 'receipt', digits: '00010000' }))).toMatchObject({
    kind: 'refused',
  })
  expect(await read('00' + '106141411234567897')).toMatchObject({ kind: 'refused' })
})

test('typed letters that are no known code are words, a code with letters in it is none', async () => {
  for (const words of ['gạo', 'mì hảo hảo 75 g', 'Sua']) expect(areWords(await read(words))).toBe(true)
  for (const code of ['12345', '8936036020373', '01089360360203731727083110A', 'KHO12345678'])
    expect(areWords(await read(code))).toBe(false)
})
