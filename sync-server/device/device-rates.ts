/** Enough to catch up on two months in one go; a device that loops is slowed without harm to others. */
const REQUESTS_PER_MINUTE = 600
const REFILL_PER_MS = REQUESTS_PER_MINUTE / 60_000

export interface DeviceRates {
  /** Undefined when the request may pass, else the seconds to wait. */
  take(deviceId: string): number | undefined
}

/** A bucket of tokens for each device. `nowMs` is a clock that only goes forward. */
export function createDeviceRates(nowMs: () => number, requestsPerMinute = REQUESTS_PER_MINUTE): DeviceRates {
  const buckets = new Map<string, { tokens: number; atMs: number }>()
  const refillPerMs = (REFILL_PER_MS * requestsPerMinute) / REQUESTS_PER_MINUTE
  return {
    take(deviceId) {
      const atMs = nowMs()
      const bucket = buckets.get(deviceId) ?? { tokens: requestsPerMinute, atMs }
      const tokens = Math.min(requestsPerMinute, bucket.tokens + (atMs - bucket.atMs) * refillPerMs)
      if (tokens < 1) {
        buckets.set(deviceId, { tokens, atMs })
        return Math.ceil((1 - tokens) / refillPerMs / 1000)
      }
      buckets.set(deviceId, { tokens: tokens - 1, atMs })
      return undefined
    },
  }
}
