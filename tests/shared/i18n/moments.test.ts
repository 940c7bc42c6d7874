import { expect, test } from 'vitest'
import { formatClock, formatMoment } from '#shared/i18n/moments'
import type { Instant } from '#shared/time/time'

const at = (text: string) => `${text}.000Z` as Instant

test('the clock is that of Vietnam', () => {
  expect(formatClock(at('2026-11-21T02:40:59'))).toBe('09:40')
  expect(formatClock(at('2026-11-20T17:00:00'))).toBe('00:00')
})

test('a moment is told as short as it is clear', () => {
  const now = at('2026-11-21T10:00:00')
  expect(formatMoment(at('2026-11-21T02:40:00'), now)).toBe('09:40')
  expect(formatMoment(at('2026-11-20T17:05:00'), now)).toBe('00:05')
  expect(formatMoment(at('2026-11-20T16:59:00'), now)).toBe('20/11 23:59')
  expect(formatMoment(at('2025-12-31T10:00:00'), now)).toBe('31/12/2025 17:00')
})
