import * as v from 'valibot'
import { expect, test } from 'vitest'
import { CASE_CATEGORIES } from '#shared/case-file/case-file'
import { TICK_DAYS_LIMITS, TickDaysSchema } from '#shared/desk/desk-setting-wire'
import { ItemSchema, type ItemId } from '#shared/item/item'
import { REPEAT_DAYS_LIMITS } from '#shared/repeat/repeat-rule'
import { EMPTY_CASE_FILE, readCaseFileAdd, withCategory } from '../../../web/desk/case-file-form.ts'
import { badPack, readItemAdd, typedFromItem, withBaseUnit } from '../../../web/desk/item-form.ts'
import { draftFromNeed, readNeed, type NeedDraft } from '../../../web/desk/need-form.ts'
import { readDays, typedFromDays } from '../../../web/desk/read-days.ts'
import { readNumber } from '../../../web/desk/read-number.ts'
import { readShelfCodes, SHELVES_AT_ONCE_MAX } from '../../../web/desk/shelf-codes.ts'
import { readStaffAdd, readStaffChange, typedFrom } from '../../../web/desk/staff-form.ts'

const RICE: NeedDraft = {
  itemId: 'item:rice' as ItemId,
  name: 'Gạo tẻ',
  baseUnit: 'gram',
  unit: 'kg',
  quantity: '37,5',
}
const LAN = {
  id: 'lan' as never,
  name: 'Lan',
  role: 'keeper',
  warehouseId: null,
  userName: 'lan',
  hasPassword: true,
  hasPin: true,
  active: true,
  placeCodes: [] as string[],
} as const

test('one line of typing makes many shelves, each once', () => {
  expect(readShelfCodes('A-1, A-2; B-1\nA-1 ,, ')).toEqual(['A-1', 'A-2', 'B-1'])
})

test('two dots stand for all shelves between', () => {
  expect(readShelfCodes('A-1..A-3, B-08…10')).toEqual(['A-1', 'A-2', 'A-3', 'B-08', 'B-09', 'B-10'])
})

test('a range that runs backwards, changes its row or is too long stays one text', () => {
  const long = `A-1..A-${SHELVES_AT_ONCE_MAX + 1}`
  expect(readShelfCodes(`A-3..A-1, A-1..B-3, ${long}`)).toEqual(['A-3..A-1', 'A-1..B-3', long])
})

test('numbers are read the Vietnamese way', () => {
  expect(['1.000', '1.234.567', '37,5', '37.5', '12', ' 1 000 '].map(readNumber)).toEqual([
    1000, 1_234_567, 37.5, 37.5, 12, 1000,
  ])
  expect(['', 'năm', '-3', '1,2,3', '1.0000,5.'].map(readNumber)).toEqual(Array(5).fill(undefined))
})

test('a need in kilograms goes up in whole grams and comes back as typed', () => {
  const need = readNeed(RICE)!
  expect(need).toEqual({ itemId: 'item:rice', quantity: 37_500, unit: 'kg' })
  expect(draftFromNeed(need, undefined, 'Gạo tẻ')).toEqual(RICE)
})

test('a need of a list is shown and changed at the desk as it was written there', () => {
  for (const [unit, quantity] of Object.entries({ lit: 20_000, gam: 20, kg: 20_000, gói: 20 })) {
    const need = { category: 'drink', quantity, unit } as const
    const draft = draftFromNeed(need, undefined, 'Nước uống')
    expect([unit, draft.quantity, readNeed(draft)]).toEqual([unit, '20', need])
  }
})

test('a need that is no whole base unit is not read', () => {
  expect(readNeed({ ...RICE, quantity: '0,0005' })).toBeUndefined()
  expect(readNeed({ ...RICE, baseUnit: 'piece', unit: 'gói', quantity: '2,5' })).toBeUndefined()
  expect(readNeed({ ...RICE, quantity: '' })).toBeUndefined()
})

test('what is known of a person is sent only by those who may see it, and only when something is known', () => {
  const typed = { ...EMPTY_CASE_FILE, code: 'HS-1', name: 'Nguyễn Thị Lan', householdSize: '4' }
  expect(readCaseFileAdd(typed, false)).not.toHaveProperty('person')
  expect(readCaseFileAdd({ ...typed, name: '' }, true)).not.toHaveProperty('person')
  expect(readCaseFileAdd(typed, true)).toMatchObject({
    householdSize: 4,
    person: { name: 'Nguyễn Thị Lan', phone: '', address: '' },
  })
})

test('a sub-category leaves with the category that had it', () => {
  const school = { ...EMPTY_CASE_FILE, category: 'building', subCategory: 'school' } as const
  expect(withCategory(school, 'children')).toEqual({ category: 'children', subCategory: '' })
  expect(withCategory(school, 'building').subCategory).toBe('school')
})

test('the unit follows what is counted until somebody names it', () => {
  const typed = typedFromItem(undefined)
  expect(withBaseUnit(typed, 'gram')).toEqual({ baseUnit: 'gram', unit: 'kg' })
  expect(withBaseUnit({ ...typed, unit: 'bao' }, 'gram')).toEqual({ baseUnit: 'gram', unit: 'bao' })
})

test('a pack without a whole number is named by its place', () => {
  const typed = {
    ...typedFromItem(undefined),
    name: 'Mì',
    packs: [
      { unit: 'thùng', quantity: '24', gtin: '' },
      { unit: 'lốc', quantity: '2,5', gtin: '' },
    ],
  }
  expect(badPack(typed)).toBe(1)
  expect(badPack({ ...typed, packs: [] })).toBeUndefined()
})

test('the barcode of a pack is sent with all 14 digits', () => {
  const packs = [{ unit: 'thùng', quantity: '1.000', gtin: '8934563138165' }]
  expect(readItemAdd({ ...typedFromItem(undefined), name: 'Mì', packs }).packs).toEqual([
    { unit: 'thùng', quantity: 1000, gtin: '08934563138165' },
  ])
})

test('a pack of goods in kg is typed and shown in kg, and kept in grams', () => {
  const packs = [
    { unit: 'bao', quantity: '25', gtin: '' },
    { unit: 'túi', quantity: '0,07', gtin: '' },
  ]
  const typed = { ...typedFromItem(undefined), name: 'Gạo', baseUnit: 'gram', unit: 'kg', packs } as const
  expect(badPack(typed)).toBeUndefined()
  const read = readItemAdd(typed)
  expect(read.packs).toEqual([
    { unit: 'bao', quantity: 25_000 },
    { unit: 'túi', quantity: 70 },
  ])
  const item = { ...typed, id: 'item:gao', gtin: undefined, nameEn: undefined, packs: read.packs }
  expect(typedFromItem(v.parse(ItemSchema, item)).packs).toEqual(packs)
  expect(badPack({ ...typed, packs: [{ unit: 'túi', quantity: '0,0005', gtin: '' }] })).toBe(0)
})

test('what is left empty about a person is not sent', () => {
  expect(readStaffAdd({ ...typedFrom(undefined, undefined), name: 'Bình', pin: '402913' })).toEqual({
    name: 'Bình',
    role: 'keeper',
    warehouseId: null,
    pin: '402913',
  })
})

test('a change of a person names only what differs', () => {
  const typed = typedFrom(LAN, undefined)
  expect(readStaffChange(typed, LAN)).toEqual({})
  expect(readStaffChange({ ...typed, role: 'courier', pin: '402913' }, LAN)).toEqual({
    role: 'courier',
    pin: '402913',
  })
})

test('the days of a rule are read as far as the server takes them, and an empty group has the days of all', () => {
  const typed = { ...typedFromDays({ days: 90, byGroup: { lost: 7 } }, CASE_CATEGORIES), children: '' }
  const read = readDays(typed, CASE_CATEGORIES, TICK_DAYS_LIMITS)
  expect(read).toEqual({ ok: true, value: { days: 90, byGroup: { lost: 7 } } })
  for (const days of ['', '0', '1', '730', '731', '999', '1,5', '-1', 'x']) {
    const { ok } = readDays({ ...typed, lost: '', days }, CASE_CATEGORIES, TICK_DAYS_LIMITS)
    const isTaken = v.is(TickDaysSchema, { days: days === '' ? Number.NaN : Number(days), byCategory: {} })
    expect(ok, days).toBe(isTaken)
  }
  expect(readDays({ ...typed, children: '731' }, CASE_CATEGORIES, TICK_DAYS_LIMITS)).toEqual({
    ok: false,
    error: 'children',
  })
  expect(readDays({ ...typed, days: '0' }, CASE_CATEGORIES, REPEAT_DAYS_LIMITS).ok).toBe(true)
})
