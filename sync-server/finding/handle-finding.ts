import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'

export interface Handling {
  readonly key: string
  readonly note: string
  readonly handledBy: string
  readonly at: Instant
}

/** Says what a person did about it. The facts alone close a finding. False when there is none. */
export function handleFinding(db: WriterDb, { key, note, handledBy, at }: Handling): boolean {
  const { changes } = db.run(
    db.query.updateTable('finding').set({ handledAt: at, handledBy, note }).where('key', '=', key),
  )
  return changes > 0
}
