import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'

export interface TestClock {
  readonly now: () => Instant
  pass(ms: number): void
}

/** A clock that stands still until a test lets time pass. */
export function createTestClock(start = '2026-11-21T02:00:00.000Z' as Instant): TestClock {
  let ms = msFromInstant(start)
  return {
    now: () => instantFromMs(ms),
    pass(more) {
      ms += more
    },
  }
}
