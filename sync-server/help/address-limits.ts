import type { IncomingMessage } from 'node:http'
import { msFromInstant, type Instant } from '#shared/time/time'
import { hashSecret } from '../access/secret.ts'
import { viewerAddress } from '../public/viewer-address.ts'

export interface AddressLimits {
  /**
   * Minutes to wait, or undefined when it may pass; it counts nothing. An address that nobody can tell always may: one of
   * those behind it would shut all the others out.
   */
  ask(incoming: IncomingMessage | undefined, timesMax: number): number | undefined
  /** Minutes to wait, or undefined when it may pass; a pass counts. */
  take(incoming: IncomingMessage | undefined, timesMax: number): number | undefined
  /** The last pass came to nothing, by no fault of theirs: it does not count. */
  giveBack(incoming: IncomingMessage | undefined): void
}

const REMEMBERED_MAX = 50_000
/** Of all whose address nobody can tell, as behind a proxy that says nothing. */
const UNKNOWN_FACTOR = 20

/** How often somebody did something within a window, by address; addresses are kept hashed and only in memory. */
export function createAddressLimits(windowMinutes: number, now: () => Instant): AddressLimits {
  const timesByAddress = new Map<string, number[]>()
  const windowMs = windowMinutes * 60_000
  const keyOf = (address: string | undefined) => (address === undefined ? '' : hashSecret(address))
  const timesOf = (key: string, nowMs: number) =>
    (timesByAddress.get(key) ?? []).filter((at) => at > nowMs - windowMs)
  const minutesFrom = (first: number, nowMs: number) =>
    Math.max(1, Math.ceil((first + windowMs - nowMs) / 60_000))
  return {
    ask(incoming, timesMax) {
      const address = incoming && viewerAddress(incoming)
      const nowMs = msFromInstant(now())
      const times = address === undefined ? [] : timesOf(keyOf(address), nowMs)
      return times.length >= timesMax ? minutesFrom(times[0]!, nowMs) : undefined
    },
    take(incoming, timesMax) {
      const address = incoming && viewerAddress(incoming)
      const key = keyOf(address)
      const max = address === undefined ? timesMax * UNKNOWN_FACTOR : timesMax
      const nowMs = msFromInstant(now())
      const times = timesOf(key, nowMs)
      if (times.length >= max) return minutesFrom(times[0]!, nowMs)
      if (timesByAddress.size >= REMEMBERED_MAX) timesByAddress.clear()
      timesByAddress.set(key, [...times, nowMs])
      return undefined
    },
    giveBack(incoming) {
      const key = keyOf(incoming && viewerAddress(incoming))
      timesByAddress.set(key, (timesByAddress.get(key) ?? []).slice(0, -1))
    },
  }
}
