import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type LocalDate } from '#shared/time/time'
import { parseDayInput } from '../../../web/ui/parse-day-input.ts'

const day = fc.integer({ min: 0, max: 36_523 }).map((days) => addDays('2000-01-01' as LocalDate, days))

test('every day of the century is read back from each way a label prints it', () => {
  fc.assert(
    fc.property(day, (on) => {
      const [year, month, date] = on.split('-') as [string, string, string]
      const short = year.slice(2)
      for (const text of [
        date + month + short,
        date + month + year,
        `${date}/${month}/${short}`,
        `${Number(date)}.${Number(month)}.${year}`,
        `${date} ${month} ${year}`,
        on,
      ]) {
        expect(parseDayInput(text), text).toEqual({ kind: 'day', day: on })
      }
    }),
  )
})

test('a month alone means its last day', () => {
  expect(parseDayInput('1226')).toEqual({ kind: 'day', day: '2026-12-31' })
  expect(parseDayInput('022028')).toEqual({ kind: 'day', day: '2028-02-29' })
  expect(parseDayInput('2/27')).toEqual({ kind: 'day', day: '2027-02-28' })
})

test('what is still being typed is not called wrong, a day the calendar lacks is', () => {
  expect(parseDayInput('')).toEqual({ kind: 'empty' })
  for (const text of ['3', '31', '3112', '31122', '3112202']) {
    expect(parseDayInput(text), text).toEqual({ kind: 'unfinished' })
  }
  for (const text of ['310226', '31022026', '991326', 'mai']) {
    expect(parseDayInput(text), text).toEqual({ kind: 'no-such-day' })
  }
})

test('reading never throws and never makes a day outside the calendar', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/. -]{0,10}$/)), (text) => {
      const input = parseDayInput(text)
      if (input.kind === 'day') expect(input.day).toMatch(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    }),
  )
})
