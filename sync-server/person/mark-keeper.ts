import { sql } from 'kysely'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import type { ServerLog } from '../http/server-log.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { marksOf, openHousehold } from './persons.ts'

export interface MarkKeeper {
  /** Resolves when every household that was stored by then has its marks. */
  look(): Promise<void>
  close(): Promise<void>
}

const AT_ONCE = 20
const LOOKED_EVERY_MS = 30_000

/**
 * Makes the marks of households that came in a file: a slow hash for each number, one household after the other, so that a
 * list of thousands is taken in at once and marked meanwhile.
 */
export function createMarkKeeper({
  reader,
  writer,
  keys,
  log,
  now,
}: {
  readonly reader: Reader
  readonly writer: Pick<Writer, 'write'>
  readonly keys: SealKeys
  readonly log: ServerLog
  readonly now: () => Instant
}): MarkKeeper {
  /** Households that cannot be opened: told once. */
  const unreadable = new Set<CaseFileId>()
  const stopping = new AbortController()
  let working: Promise<void> | undefined
  let again = false
  const timer = setInterval(() => void look(), LOOKED_EVERY_MS)
  timer.unref()

  function look(): Promise<void> {
    again = true
    working ??= work()
      .catch((error: unknown) => {
        if (!stopping.signal.aborted) log.error('marks', {}, error)
      })
      .finally(() => (working = undefined))
    return working
  }

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      const rows = nextRows()
      if (rows.length === 0 && !again) return
      again = false
      const households = []
      for (const { caseFileId, sealed, changedAt } of rows) {
        if (stopping.signal.aborted) return
        const opened = openHousehold(keys, caseFileId, sealed)
        if (opened.ok) households.push({ caseFileId, changedAt, marks: await marksOf(keys, opened.value) })
        else {
          unreadable.add(caseFileId)
          log.error('marks', { caseFileId }, new Error('a household cannot be opened'))
        }
      }
      if (households.length > 0) await writer.write('markHouseholds', { households, at: now() })
    }
  }

  function nextRows() {
    return reader
      .all(
        reader.query
          .selectFrom('household')
          .select(['caseFileId', 'sealed', 'changedAt'])
          .where('marked', '=', sql.lit(0))
          .limit(AT_ONCE + unreadable.size),
      )
      .filter(({ caseFileId }) => !unreadable.has(caseFileId))
  }

  return {
    look,
    async close() {
      stopping.abort()
      clearInterval(timer)
      await working
    },
  }
}
