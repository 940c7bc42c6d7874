const FIRST_MS = 1_000
const MOST_MS = 60_000

/** Full jitter: anything up to a bound that doubles from 1 s to 60 s, so that tablets do not come back all at once. */
export function backoffMs(failures: number, random: number): number {
  return random * Math.min(MOST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
}
