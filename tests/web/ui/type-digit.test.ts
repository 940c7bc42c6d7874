import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuantity } from '#shared/item/parse-quantity'
import { parseDayInput } from '../../../web/ui/parse-day-input.ts'
import { dayLengthMax, keepDay, keepDigits, keepQuantity, typeDigit } from '../../../web/ui/type-digit.ts'

test('keys add digits up to the length, a leading zero gives way, a second point is not taken', () => {
  const type = (keys: string, point?: ',' | '.') =>
    Array.from(keys).reduce((text, key) => typeDigit(text, key, { lengthMax: 6, point }), '')
  expect(type('048')).toBe('48')
  expect(type('37.5', ',')).toBe('37,5')
  expect(type(',5', ',')).toBe('0,5')
  expect(type('1,2,3', ',')).toBe('1,23')
  expect(type('1,2')).toBe('12')
  expect(type('12345678')).toBe('123456')
})

test('a pad keeps nothing but digits and one point, never more than its length', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (text, lengthMax) => {
      const kept = keepDigits(text, { lengthMax, point: ',' })
      expect(kept).toMatch(/^\d*,?\d*$/)
      expect(kept.length).toBeLessThanOrEqual(Math.max(lengthMax, 2))
    }),
  )
})

test('a PIN keeps its leading zeros', () => {
  expect(keepDigits('000123', { lengthMax: 6, leadingZero: true })).toBe('000123')
})

test.each(['1,5', '1.5', '-1', '1e3', '8934563138165'])(
  'a quantity typed as %s is refused in words, never taken for another number',
  (typed) => {
    const pieces = { baseUnit: 'piece', unit: 'gói' } as const
    expect(parseQuantity(keepQuantity(typed, undefined), pieces, 'vi').ok).toBe(false)
  },
)

test('a weight may be typed with either sign', () => {
  const kilos = { baseUnit: 'gram', unit: 'kg' } as const
  for (const typed of ['1.250', '1,250']) {
    expect(parseQuantity(keepQuantity(typed, ','), kilos, 'vi')).toEqual({ ok: true, value: 1_250 })
  }
})

test.each(['1/2/27', '1.2.2027', '01-02-27', '1 2 27', '010227'])(
  'a day typed as %s stays that day and takes no further digit for another',
  (typed) => {
    expect(parseDayInput(keepDay(typed))).toEqual({ kind: 'day', day: '2027-02-01' })
    const full = keepDay(`${typed}${'0'.repeat(12)}`)
    expect(typeDigit(full, '9', { lengthMax: dayLengthMax(full), leadingZero: true })).toBe(full)
  },
)
