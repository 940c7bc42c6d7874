import type { ServerLog } from '../http/server-log.ts'
import { preCheck, type PreCheckDeps } from './pre-check.ts'

export interface PreChecker {
  /** Resolves when every survey that had come in by then has been looked over. */
  look(): Promise<void>
  close(): Promise<void>
}

const LOOKED_EVERY_MS = 20_000
const AT_ONCE = 50

/** Looks over what came in a list and what a survey has told anew, while nobody waits for it. */
export function createPreChecker(deps: PreCheckDeps & { readonly log: ServerLog }): PreChecker {
  const { reader, log } = deps
  let stopped = false
  let working: Promise<void> | undefined
  const timer = setInterval(() => void look(), LOOKED_EVERY_MS)
  timer.unref()

  function look(): Promise<void> {
    working ??= work()
      .catch((error: unknown) => {
        if (!stopped) log.error('pre-check', {}, error)
      })
      .finally(() => (working = undefined))
    return working
  }

  async function work(): Promise<void> {
    for (;;) {
      const unchecked = reader.all(
        reader.query
          .selectFrom('caseLife')
          .select('caseFileId')
          .where('doubts', 'is', null)
          .where((life) => life.or([life('surveyedBy', 'is not', null), life('trackHash', 'is not', null)]))
          .limit(AT_ONCE),
      )
      if (unchecked.length === 0 || stopped) return
      for (const { caseFileId } of unchecked) await preCheck(deps, caseFileId, null)
    }
  }

  return {
    look,
    async close() {
      stopped = true
      clearInterval(timer)
      await working
    },
  }
}
