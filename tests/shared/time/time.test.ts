import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { InstantSchema, isLocalDate } from '#shared/time/time'

const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'))
const year = fc.constantFrom('1900', '1999', '2000', '2023', '2024', '2026', '2099', '2100')

/** The calendar of the language itself, slower and surely right. */
function isReal(instant: string): boolean {
  const ms = Date.parse(instant)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === instant
}

test('an instant is exactly what the calendar and the clock have', () => {
  fc.assert(
    fc.property(year, fc.tuple(two, two, two, two, two), (year, [month, date, hour, minute, second]) => {
      const text = `${year}-${month}-${date}T${hour}:${minute}:${second}.007Z`
      expect(v.is(InstantSchema, text)).toBe(isReal(text))
    }),
    { numRuns: 5_000 },
  )
})

test('every day of this century is a day, and nothing else is', () => {
  for (const year of [2000, 2023, 2024, 2026, 2099]) {
    for (let month = 0; month <= 13; month++) {
      for (let date = 0; date <= 32; date++) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
        expect(isLocalDate(text), text).toBe(isReal(`${text}T00:00:00.000Z`))
      }
    }
  }
  expect(isLocalDate('1999-01-01')).toBe(false)
  expect(isLocalDate('2100-01-01')).toBe(false)
})
