import type { UnknownCode } from '../item/read-code.ts'

/**
 * A code that nobody knew, waiting at the side for its name; kept in the draft's `typed` so that it survives like
 * everything half typed. `scans` counts how often it came again meanwhile.
 */
export interface WaitingCode {
  readonly code: UnknownCode
  readonly scans: number
}

const KEY = 'waiting'
type Typed = Readonly<Record<string, string>>

export function readWaiting(typed: Typed): WaitingCode[] {
  const text = typed[KEY]
  return text === undefined ? [] : (JSON.parse(text) as WaitingCode[])
}

function withWaiting(typed: Typed, waiting: readonly WaitingCode[]): Typed {
  return waiting.length === 0 ? without(typed, [KEY]) : { ...typed, [KEY]: JSON.stringify(waiting) }
}

/** Puts an unknown code at the end of the queue, or counts it once more. */
export function addWaiting(typed: Typed, code: UnknownCode): Typed {
  const waiting = readWaiting(typed)
  const known = waiting.some((one) => one.code.text === code.text)
  return withWaiting(
    typed,
    known
      ? waiting.map((one) => (one.code.text === code.text ? { ...one, scans: one.scans + 1 } : one))
      : [...waiting, { code, scans: 1 }],
  )
}

export function dropWaiting(typed: Typed, text: string): Typed {
  const left = readWaiting(typed).filter((one) => one.code.text !== text)
  return withWaiting(withoutPrefix(typed, LEARN_PREFIX), left)
}

/** The fields of the card that asks about the first waiting code. */
export const LEARN_PREFIX = 'learn.'

export function without(typed: Typed, keys: readonly string[]): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([key]) => !keys.includes(key)))
}

export function withoutPrefix(typed: Typed, prefix: string): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([key]) => !key.startsWith(prefix)))
}
