import type { CaseFileId } from '#shared/case-file/case-file'
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

  /** Each once: one whose look does not count, as its survey is of a later time, must not be looked over without end. */
  async function work(): Promise<void> {
    let after = ''
    for (;;) {
      const unchecked = reader.all(
        reader.query
          .selectFrom('caseLife')
          .select('caseFileId')
          .where('doubts', 'is', null)
          .where((life) => life.or([life('surveyedBy', 'is not', null), life('trackHash', 'is not', null)]))
          .where('caseFileId', '>', after as CaseFileId)
          .orderBy('caseFileId')
          .limit(AT_ONCE),
      )
      for (const { caseFileId } of unchecked) {
        if (stopped) return
        await preCheck(deps, caseFileId, null)
        after = caseFileId
      }
      if (unchecked.length < AT_ONCE) return
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
