import { expect, test } from 'vitest'
import type { Instant } from '#shared/time/time'
import { dueAfterWorkingDays } from '#shared/time/working-days'

test.each([
  ['Monday morning', '2026-11-23T02:00:00.000Z', '2026-11-25T16:59:59.999Z'],
  ['Thursday', '2026-11-26T02:00:00.000Z', '2026-11-30T16:59:59.999Z'],
  ['Friday', '2026-11-27T02:00:00.000Z', '2026-12-01T16:59:59.999Z'],
  ['Saturday', '2026-11-28T02:00:00.000Z', '2026-12-01T16:59:59.999Z'],
  ['Sunday', '2026-11-29T02:00:00.000Z', '2026-12-01T16:59:59.999Z'],
  ['Sunday in UTC, Monday in Vietnam', '2026-11-29T17:00:00.000Z', '2026-12-02T16:59:59.999Z'],
])('what comes in on a %s is due at the end of the second working day after', (_, receivedAt, dueAt) => {
  expect(dueAfterWorkingDays(receivedAt as Instant, 2)).toBe(dueAt)
})
