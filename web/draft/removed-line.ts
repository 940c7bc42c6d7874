import type { DraftLine } from './draft.ts'
import type { Typed } from './waiting-codes.ts'

const KEY = 'removed'

/** The line removed last, for whoever wants it back; on disk like everything else of the draft. */
export function readRemoved(typed: Typed): DraftLine | undefined {
  const text = typed[KEY]
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as DraftLine)
}

export function withRemoved(typed: Typed, line: DraftLine | undefined): Typed {
  return { ...typed, [KEY]: line ? JSON.stringify(line) : '' }
}
