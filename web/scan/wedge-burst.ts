import { BARCODE_LENGTH_MAX } from '#shared/gs1/parse-barcode'
import type { KeyMeaning } from './wedge-key.ts'

/** On average over a burst: nobody types this fast for long; scanners need 1 to 30 ms a character. */
const CHARACTER_MS_MAX = 60
/** One pause inside a burst may be longer: split there, half a code would pass for a whole one. */
export const PAUSE_MS_MAX = 150
/** A scanner without Enter at its end has finished when nothing more comes for this long. */
export const SILENCE_MS = 160

const LENGTH_MIN = 4
/** Without Enter to confirm it, only what no person types at this speed. */
const LENGTH_MIN_BY_SILENCE = 6
const ARRIVED_LENGTH_MAX = 60

/** Keys that followed each other too fast for a person. */
export interface Burst {
  readonly text: string
  /** Characters in all; `text` keeps no more than anybody can use. */
  readonly length: number
  readonly keys: number
  readonly firstAtMs: number
  readonly lastAtMs: number
  readonly rewritten: boolean
}

export type BurstOutcome =
  | { readonly kind: 'scan'; readonly text: string }
  | { readonly kind: 'input-method'; readonly arrived: string }
  | { readonly kind: 'too-long'; readonly arrived: string; readonly length: number }

export function addKey(before: Burst | undefined, meaning: KeyMeaning, atMs: number): Burst | undefined {
  if (meaning.kind === 'nothing') return before
  if (meaning.kind === 'other' || meaning.kind === 'end') return undefined
  const goesOn = before !== undefined && atMs - before.lastAtMs <= PAUSE_MS_MAX
  const burst = goesOn ? before : { text: '', length: 0, keys: 0, firstAtMs: atMs, rewritten: false }
  const added = meaning.kind === 'character' ? meaning.character : meaning.arrived
  return {
    text: burst.length <= BARCODE_LENGTH_MAX ? burst.text + added : burst.text,
    length: burst.length + added.length,
    keys: burst.keys + 1,
    firstAtMs: burst.firstAtMs,
    lastAtMs: atMs,
    rewritten: burst.rewritten || meaning.kind === 'input-method',
  }
}

/** What a burst was, once it ended by Enter, Tab or silence. Undefined: a person typed, leave it alone. */
export function endBurst(burst: Burst | undefined, by: 'end-key' | 'silence'): BurstOutcome | undefined {
  if (!burst || burst.keys < (by === 'silence' ? LENGTH_MIN_BY_SILENCE : LENGTH_MIN)) return undefined
  if (burst.lastAtMs - burst.firstAtMs > (burst.keys - 1) * CHARACTER_MS_MAX) return undefined
  const arrived = burst.text.slice(0, ARRIVED_LENGTH_MAX)
  if (burst.rewritten) return { kind: 'input-method', arrived }
  if (burst.length > BARCODE_LENGTH_MAX) return { kind: 'too-long', arrived, length: burst.length }
  return { kind: 'scan', text: burst.text }
}

/** Whether Enter now would end a scan: it must not press the button that happens to have the focus. */
export function isUnderWay(burst: Burst | undefined, atMs: number): boolean {
  return burst !== undefined && burst.keys >= 2 && atMs - burst.lastAtMs <= PAUSE_MS_MAX
}
