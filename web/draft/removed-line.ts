import type { Instant } from '#shared/time/time'
import type { DraftLine } from './draft.ts'
import type { Typed } from './waiting-codes.ts'

const KEY = 'removed'

export interface RemovedLine {
  readonly line: DraftLine
  readonly at: Instant
}

/** The line removed last, for whoever wants it back; on disk like everything else of the draft. */
export function readRemoved(typed: Typed): RemovedLine | undefined {
  const text = typed[KEY]
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as RemovedLine)
}

export function withRemoved(typed: Typed, removed: RemovedLine | undefined): Typed {
  return { ...typed, [KEY]: removed ? JSON.stringify(removed) : '' }
}
