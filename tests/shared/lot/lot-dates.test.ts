import { expect, test } from 'vitest'
import type { ItemId } from '#shared/item/item'
import { daysLeftIfSoon, isExpired } from '#shared/lot/is-expired'
import { expiryFromMadeOn, lacksDate, withDay } from '#shared/lot/lot-dates'
import type { LocalDate } from '#shared/time/time'

const today = '2026-11-21' as LocalDate
const itemId = 'item:gao' as ItemId
const day = (text: string) => text as LocalDate

test('a production day and a number of months make an expiry day', () => {
  expect(expiryFromMadeOn(day('2026-08-31'), 6, today)).toEqual({ ok: true, value: '2027-02-28' })
  expect(expiryFromMadeOn(day('2026-01-10'), 12, today)).toEqual({ ok: true, value: '2027-01-10' })
})

test('a production day to come, half a month and a day too far away are refused', () => {
  expect(expiryFromMadeOn(day('2026-12-01'), 6, today)).toMatchObject({ error: { kind: 'made-in-future' } })
  expect(expiryFromMadeOn(day('2026-01-01'), 1.5, today)).toMatchObject({
    error: { kind: 'months-not-whole' },
  })
  expect(withDay({ itemId }, day('2099-01-01'), { dates: 'expiry' }, today)).toMatchObject({
    error: { kind: 'day-too-far' },
  })
})

test('goods may still come in on the day they expire, and not on the day after', () => {
  expect(withDay({ itemId }, today, { dates: 'expiry' }, today).ok).toBe(true)
  expect(withDay({ itemId }, day('2026-11-20'), { dates: 'expiry' }, today)).toMatchObject({
    error: { kind: 'lot-expired' },
  })
  expect(isExpired({ expiresOn: today }, today)).toBe(false)
  expect(isExpired({ expiresOn: day('2026-11-20') }, today)).toBe(true)
})

test('a passed best-before day is no expiry', () => {
  expect(withDay({ itemId }, day('2026-11-01'), { dates: 'best-before' }, today)).toEqual({
    ok: true,
    value: { itemId, bestBeforeOn: '2026-11-01' },
  })
})

test('a lot lacks a date only where the item carries one', () => {
  expect(lacksDate({ itemId }, { dates: 'expiry' })).toBe(true)
  expect(lacksDate({ itemId, bestBeforeOn: today }, { dates: 'expiry' })).toBe(false)
  expect(lacksDate({ itemId }, { dates: 'none' })).toBe(false)
})

test('only what leaves within thirty days is marked', () => {
  expect(daysLeftIfSoon({ itemId, expiresOn: day('2026-12-02') }, today)).toBe(11)
  expect(daysLeftIfSoon({ itemId, expiresOn: day('2027-05-31') }, today)).toBeUndefined()
  expect(daysLeftIfSoon({ itemId }, today)).toBeUndefined()
})
