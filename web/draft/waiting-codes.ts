import type { ScannedCode } from '../item/read-code.ts'

/**
 * A code that has no line yet, waiting at the side for its name or its weight; kept in the draft's `typed`, so that it
 * survives like everything half typed. Its line has its id from the beginning: answered twice, it is one line.
 */
export interface WaitingCode {
  readonly code: ScannedCode
  readonly lineId: string
  /** How often the code came while it waited. */
  readonly scans: number
}

const KEY = 'waiting'
export type Typed = Readonly<Record<string, string>>

export function readWaiting(typed: Typed): readonly WaitingCode[] {
  const text = typed[KEY]
  return text === undefined ? [] : (JSON.parse(text) as WaitingCode[])
}

/** Puts a code at the end of the queue, or counts it once more. */
export function addWaiting(typed: Typed, code: ScannedCode, lineId: string): Typed {
  const waiting = readWaiting(typed)
  const known = waiting.some((one) => one.code.text === code.text)
  return withWaiting(
    typed,
    known
      ? waiting.map((one) => (one.code.text === code.text ? { ...one, scans: one.scans + 1 } : one))
      : [...waiting, { code, lineId, scans: 1 }],
  )
}

/** The code has its line now, or was put aside: its card goes, with what was typed in it. */
function dropWaiting(typed: Typed, lineId: string): Typed {
  const left = readWaiting(typed).filter((one) => one.lineId !== lineId)
  return withWaiting(withoutPrefix(typed, `${lineId}.`), left)
}

/** The same draft where that code does not wait any more. */
export function withoutCard<D extends { readonly typed: Typed }>(draft: D, lineId: string): D {
  const waits = readWaiting(draft.typed).some((one) => one.lineId === lineId)
  return waits ? { ...draft, typed: dropWaiting(draft.typed, lineId) } : draft
}

export function withoutPrefix(typed: Typed, prefix: string): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([key]) => !key.startsWith(prefix)))
}

function withWaiting(typed: Typed, waiting: readonly WaitingCode[]): Typed {
  if (waiting.length > 0) return { ...typed, [KEY]: JSON.stringify(waiting) }
  return Object.fromEntries(Object.entries(typed).filter(([key]) => key !== KEY))
}
