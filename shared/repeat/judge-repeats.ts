import type { Finding } from '../finding/finding.ts'
import type { Category } from '../item/item.ts'
import { dayInVietnam, type Instant, type LocalDate } from '../time/time.ts'
import { judgeRepeat, type RepeatRule } from './repeat-rule.ts'

/** One delivery as the repeat rule sees it. */
export interface GivenHelp {
  readonly caseFileId: string
  readonly movementId: string
  readonly at: Instant
  readonly groups: readonly Category[]
}

export type RepeatFinding = Extract<Finding, { kind: 'repeat-help' }>

/**
 * The help of one case file that came too soon after earlier help of the same household, whichever case file that went
 * through. `given` is all help of the household. Earlier is by time and id, so that the order of arrival does not matter.
 */
export function judgeRepeats(
  given: readonly GivenHelp[],
  caseFileId: string,
  ruleAt: (at: Instant) => RepeatRule,
): RepeatFinding[] {
  const inOrder = [...given].sort((a, b) =>
    a.at === b.at ? compare(a.movementId, b.movementId) : compare(a.at, b.at),
  )
  return inOrder.flatMap((help, index): RepeatFinding[] => {
    if (help.caseFileId !== caseFileId) return []
    const helped = inOrder.slice(0, index).flatMap(({ at, groups, ...earlier }) =>
      groups.map((group) => ({
        caseFileId: earlier.caseFileId as never,
        group,
        on: dayInVietnam(at),
      })),
    )
    const on = dayInVietnam(help.at)
    const answer = judgeRepeat(helped, { caseFileId, groups: help.groups, on }, ruleAt(help.at))
    return answer.kind === 'open' ? [] : [asFinding(help, answer)]
  })
}

function asFinding(
  { caseFileId, movementId }: GivenHelp,
  { on, opensOn, elsewhere }: { on: LocalDate; opensOn: LocalDate; elsewhere: boolean },
): RepeatFinding {
  return { kind: 'repeat-help', caseFileId, helpedOn: on, opensOn, elsewhere, movementId }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
