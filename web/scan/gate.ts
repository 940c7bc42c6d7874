import type { DecodedSymbol } from './scan.ts'
import { isPlausible, isProvenByOneFrame } from './symbol-rules.ts'

/** The same code counts again after this long, and only if it was out of sight in between. */
export const SAME_CODE_PAUSE_MS = 1_500
/** A hand that shakes hides a code for a moment; a pack that was taken away stays away longer. */
const OUT_OF_SIGHT_MS = 500
/** Two frames that agree must be neighbours in time, or they are two different packs. */
const AGREEMENT_MS = 2_000

interface Sighting {
  readonly lastAtMs: number
  readonly frames: number
  readonly lines: number
  readonly countedAtMs?: number
  readonly leftSightSinceCounted: boolean
}

export type GateState = ReadonlyMap<string, Sighting>

export const EMPTY_GATE: GateState = new Map()

/**
 * What one camera frame adds to what the frames before it said. A symbol passes once it is proven: by one
 * frame for codes that check themselves as a whole, by two agreeing frames for the others, whose misread
 * digits may still add up.
 */
export function judgeFrame(
  state: GateState,
  symbols: readonly DecodedSymbol[],
  atMs: number,
): { readonly state: GateState; readonly passed: readonly DecodedSymbol[] } {
  const next = new Map([...state].filter(([, each]) => atMs - each.lastAtMs < SAME_CODE_PAUSE_MS * 4))
  const passed: DecodedSymbol[] = []
  for (const symbol of new Map(symbols.filter(isPlausible).map((each) => [each.text, each])).values()) {
    const seen = addSighting(next.get(symbol.text), symbol, atMs)
    const counts = isProven(symbol, seen) && mayCountAgain(seen, atMs)
    if (counts) passed.push(symbol)
    next.set(symbol.text, counts ? { ...seen, countedAtMs: atMs, leftSightSinceCounted: false } : seen)
  }
  return { state: next, passed }
}

function addSighting(before: Sighting | undefined, symbol: DecodedSymbol, atMs: number): Sighting {
  const stale = before !== undefined && atMs - before.lastAtMs > AGREEMENT_MS
  if (before === undefined || (stale && before.countedAtMs === undefined)) {
    return { lastAtMs: atMs, frames: 1, lines: symbol.lineCount, leftSightSinceCounted: true }
  }
  const away = atMs - before.lastAtMs >= OUT_OF_SIGHT_MS
  return {
    ...before,
    lastAtMs: atMs,
    frames: stale ? 1 : before.frames + 1,
    lines: stale ? symbol.lineCount : before.lines + symbol.lineCount,
    leftSightSinceCounted: before.leftSightSinceCounted || away,
  }
}

/** Two or three rows that agree by chance do so in two frames as well: a weak pair waits for a third. */
function isProven(symbol: DecodedSymbol, { frames, lines }: Sighting): boolean {
  if (isProvenByOneFrame(symbol)) return true
  const weak = symbol.name === 'UPCE' || symbol.name === 'ITF' ? 12 : 6
  return frames >= 3 || (frames === 2 && lines >= weak)
}

function mayCountAgain({ countedAtMs, leftSightSinceCounted }: Sighting, atMs: number): boolean {
  if (countedAtMs === undefined) return true
  return leftSightSinceCounted && atMs - countedAtMs >= SAME_CODE_PAUSE_MS
}
