import type { Variant } from './decode-plan.ts'
import type { DecodedSymbol } from './scan.ts'
import { isPlausible, isProvenByOneFrame } from './symbol-rules.ts'

/** The same code counts again after this long, and only if it was out of sight in between. */
export const SAME_CODE_PAUSE_MS = 1_500
/** A hand that shakes hides a code for a moment; a pack that was taken away stays away longer. */
const OUT_OF_SIGHT_MS = 500
const OUT_OF_SIGHT_LOOKS = 2
/** Two frames that agree must be neighbours in time, or they are two different packs. */
const AGREEMENT_MS = 2_000
const FORGET_MS = 10_000

/** One frame of the camera, looked at in one way. */
export interface Look {
  readonly symbols: readonly DecodedSymbol[]
  readonly variant: Variant
  /** Of any clock that only goes forward. */
  readonly atMs: number
}

interface Sighting {
  readonly lastAtMs: number
  readonly frames: number
  readonly lines: number
  /** The ways of looking that have read it: only when these fail is it gone. */
  readonly seenBy: readonly Variant[]
  readonly missedLooks: number
  readonly countedAtMs?: number
  readonly goneSinceCounted: boolean
}

export type GateState = ReadonlyMap<string, Sighting>

export const EMPTY_GATE: GateState = new Map()

/**
 * What one camera frame adds to what the frames before it said. A symbol passes once it is proven: by one
 * frame for codes that check themselves as a whole, by two agreeing frames for the others, whose misread
 * digits may still add up. A code that stays in sight counts once, however long it is held there.
 */
export function judgeFrame(
  state: GateState,
  look: Look,
): { readonly state: GateState; readonly passed: readonly DecodedSymbol[] } {
  const symbolByText = new Map(look.symbols.filter(isPlausible).map((each) => [each.text, each]))
  const next = new Map<string, Sighting>()
  const passed: DecodedSymbol[] = []
  for (const [text, sighting] of state) {
    if (symbolByText.has(text)) next.set(text, sighting)
    else if (look.atMs - sighting.lastAtMs < FORGET_MS) next.set(text, miss(sighting, look))
  }
  for (const [text, symbol] of symbolByText) {
    const seen = sight(next.get(text), symbol, look)
    const counts = isProven(symbol, seen) && mayCount(seen, look.atMs)
    if (counts) passed.push(symbol)
    next.set(text, counts ? { ...seen, countedAtMs: look.atMs, goneSinceCounted: false } : seen)
  }
  return { state: next, passed }
}

function miss(sighting: Sighting, { variant, atMs }: Look): Sighting {
  if (!sighting.seenBy.includes(variant)) return sighting
  const missedLooks = sighting.missedLooks + 1
  const gone = missedLooks >= OUT_OF_SIGHT_LOOKS && atMs - sighting.lastAtMs >= OUT_OF_SIGHT_MS
  return { ...sighting, missedLooks, goneSinceCounted: sighting.goneSinceCounted || gone }
}

function sight(
  before: Sighting | undefined,
  { lineCount }: DecodedSymbol,
  { variant, atMs }: Look,
): Sighting {
  const agrees = before !== undefined && atMs - before.lastAtMs <= AGREEMENT_MS
  const seenBy = before?.seenBy ?? []
  return {
    ...before,
    lastAtMs: atMs,
    frames: agrees ? before.frames + 1 : 1,
    lines: agrees ? before.lines + lineCount : lineCount,
    seenBy: seenBy.includes(variant) ? seenBy : [...seenBy, variant],
    missedLooks: 0,
    goneSinceCounted: before?.goneSinceCounted ?? false,
  }
}

/** Two or three rows that agree by chance do so in two frames as well: a weak pair waits for a third. */
function isProven(symbol: DecodedSymbol, { frames, lines }: Sighting): boolean {
  if (isProvenByOneFrame(symbol)) return true
  const enough = symbol.name === 'UPCE' || symbol.name === 'ITF' ? 12 : 6
  return frames >= 3 || (frames === 2 && lines >= enough)
}

function mayCount({ countedAtMs, goneSinceCounted }: Sighting, atMs: number): boolean {
  return countedAtMs === undefined || (goneSinceCounted && atMs - countedAtMs >= SAME_CODE_PAUSE_MS)
}
