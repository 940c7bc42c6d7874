import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuantity } from '#shared/item/parse-quantity'
import { sentenceForQuantity } from '#shared/item/parse-quantity-text'
import { formatQuantity, QUANTITY_MAX } from '#shared/item/quantity'
import { isFarAboveUsual } from '#shared/item/usual-quantity'

const rice = { baseUnit: 'gram', unit: 'kg' } as const
const noodles = { baseUnit: 'piece', unit: 'gói' } as const

function refused(text: string, item: typeof rice | typeof noodles = noodles) {
  const result = parseQuantity(text, item, 'vi')
  return result.ok ? result.value : result.error.kind
}

describe('a typed quantity', () => {
  test('in kilograms with a Vietnamese comma is whole grams', () => {
    expect(parseQuantity('37,5', rice, 'vi')).toEqual({ ok: true, value: 37_500 })
    expect(parseQuantity('37.5', rice, 'vi')).toEqual({ ok: true, value: 37_500 })
    expect(parseQuantity('37.5', rice, 'en')).toEqual({ ok: true, value: 37_500 })
    expect(parseQuantity('37,5', rice, 'en')).toEqual({ ok: true, value: 37_500 })
  })

  test('with thousands is read the way the language writes them', () => {
    expect(parseQuantity('1.200', noodles, 'vi')).toEqual({ ok: true, value: 1200 })
    expect(parseQuantity('1,200', noodles, 'en')).toEqual({ ok: true, value: 1200 })
    expect(parseQuantity('1.234,5', rice, 'vi')).toEqual({ ok: true, value: 1_234_500 })
  })

  test('of nothing, less than nothing, a half piece or far too much is refused with its kind', () => {
    expect(refused('')).toBe('quantity-missing')
    expect(refused('0')).toBe('quantity-not-positive')
    expect(refused('0,0', rice)).toBe('quantity-not-positive')
    expect(refused('-1')).toBe('quantity-not-positive')
    expect(refused('−1')).toBe('quantity-not-positive')
    expect(refused('1,5')).toBe('quantity-not-whole')
    expect(refused('1.5')).toBe('quantity-not-whole')
    expect(refused('1,2345', rice)).toBe('quantity-too-fine')
    expect(refused('1000000000000')).toBe('quantity-too-large')
    expect(refused('8934563138165')).toBe('quantity-too-large')
    expect(refused('1000001', rice)).toBe('quantity-too-large')
    expect(refused('hai chục')).toBe('quantity-unreadable')
    expect(refused('1,2,3')).toBe('quantity-unreadable')
  })

  test('is the same after it was printed and read again, in both languages', () => {
    const quantity = fc.integer({ min: 1, max: QUANTITY_MAX })
    const item = fc.constantFrom(rice, noodles, { baseUnit: 'millilitre', unit: 'lít' } as const)
    fc.assert(
      fc.property(quantity, item, fc.constantFrom('vi' as const, 'en' as const), (whole, item, language) => {
        const printed = formatQuantity(whole, item, language).replace(` ${item.unit}`, '')
        expect(parseQuantity(printed, item, language)).toEqual({ ok: true, value: whole })
      }),
    )
  })

  test('never throws and is whole and positive whenever it is taken', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(rice, noodles), (text, item) => {
        const result = parseQuantity(text, item, 'vi')
        if (result.ok) expect(Number.isInteger(result.value) && result.value >= 1).toBe(true)
        else expect(sentenceForQuantity(result.error).vi).not.toBe('')
      }),
    )
  })
})

test('a quantity far above the usual is told from a common one', () => {
  const item = { baseUnit: 'piece', packs: [{ unit: 'thùng', quantity: 24 }] } as const
  expect(isFarAboveUsual(480, { ...item, packs: [...item.packs] }, 0)).toBe(false)
  expect(isFarAboveUsual(48_000, { ...item, packs: [...item.packs] }, 0)).toBe(true)
  expect(isFarAboveUsual(48_000, { ...item, packs: [...item.packs] }, 9000)).toBe(false)
})
