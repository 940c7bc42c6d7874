import type { IncomingMessage } from 'node:http'
import type { Instant } from '#shared/time/time'
import { createAddressLimits } from './address-limits.ts'

/** Wrong codes of one address, by whichever way they are tried. */
export interface WrongCodes {
  /** Minutes to wait for whoever has tried too many: until then a right one is not looked at either. */
  waitOf(incoming: IncomingMessage | undefined): number | undefined
  /** One more; minutes to wait if it is one too many. */
  note(incoming: IncomingMessage | undefined): number | undefined
}

const WINDOW_MINUTES = 10
const TRIES_MAX = 12

/** While only wrong codes were turned away, the answer still told a guesser which one is right. */
export function createWrongCodes(now: () => Instant): WrongCodes {
  const limit = createAddressLimits(WINDOW_MINUTES, now)
  return {
    waitOf: (incoming) => limit.ask(incoming, TRIES_MAX),
    note: (incoming) => limit.take(incoming, TRIES_MAX),
  }
}
