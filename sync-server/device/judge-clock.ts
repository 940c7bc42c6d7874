import type { Finding } from '#shared/finding/finding'
import type { Movement } from '#shared/movement/movement'
import { CLOCK_SKEW_MAX_MS } from '#shared/sync/limits'
import { msFromInstant, type Instant } from '#shared/time/time'

/** A moment of the device's clock and the number of the fact recorded then. */
export interface ClockMark {
  readonly deviceSeq: number
  readonly recordedAt: string | null
}

/**
 * A movement from the future is certainly wrong. One from the past may only have waited without a network, so a clock
 * that is behind shows in two other ways: it ran backwards against an earlier number of the same device, or the
 * clock the device sent along with the push (`x-kho-clock`) differs from ours; see judgeSentClock.
 */
export function judgeClock(
  movement: Movement,
  { deviceSeq, recordedAt }: { readonly deviceSeq: number; readonly recordedAt: string },
  { receivedAt, mark }: { readonly receivedAt: string; readonly mark: ClockMark },
): Finding | undefined {
  // Instants sort as text; nearly always that is all there is to see.
  if (movement.occurredAt > receivedAt) {
    const aheadMs = differenceMs(movement.occurredAt, receivedAt)
    if (aheadMs > CLOCK_SKEW_MAX_MS) return clockOff(movement, aheadMs)
  }
  if (mark.recordedAt === null || deviceSeq <= mark.deviceSeq || recordedAt >= mark.recordedAt)
    return undefined
  const stepMs = differenceMs(recordedAt, mark.recordedAt)
  return stepMs < -CLOCK_SKEW_MAX_MS ? clockOff(movement, stepMs) : undefined
}

/** `skewMs` is the device's clock less ours at the moment of sending: it speaks of the newest movement of the push. */
export function judgeSentClock(newest: Movement, skewMs: number | undefined): Finding | undefined {
  return skewMs !== undefined && Math.abs(skewMs) > CLOCK_SKEW_MAX_MS ? clockOff(newest, skewMs) : undefined
}

function differenceMs(a: string, b: string): number {
  return msFromInstant(a as Instant) - msFromInstant(b as Instant)
}

function clockOff({ id, deviceId }: Movement, skewMs: number): Finding {
  return { kind: 'clock-off', deviceId, skewMs, movementId: id }
}
