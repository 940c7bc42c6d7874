import { useEffect, useRef, useState } from 'react'
import type { MarkId } from '#shared/person/mark'
import type { RepeatAnswer } from '#shared/repeat/repeat-rule'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'
import type { HandoverDraft } from '../draft/draft.ts'
import { markOf } from '../person/mark-of.ts'
import { readHelpOfMarks } from '../repeat/household-help.ts'
import { groupsOf, judgeToday } from '../repeat/judge-groups.ts'
import { useTablet } from '../tablet-context.tsx'
import { numbersShown } from './personal-input.ts'
import type { HandoverInHand } from './use-handover.tsx'

/** What comes of the number of a card beside those of the household, and beside who was helped lately. */
export interface Comparison {
  readonly kind: 'nothing' | 'comparing' | 'matched' | 'differs' | 'unknown'
  readonly repeat?: RepeatAnswer
}

const NOTHING: Comparison = { kind: 'nothing' }
const COMPARING: Comparison = { kind: 'comparing' }

/** Compares without a network: the household's numbers came as marks, and this one is made into one, slowly. */
export function useComparison(handover: HandoverInHand, idMarks: readonly string[]): Comparison {
  const { db } = useTablet()
  const { draft, personal = {}, change } = handover
  const asked = numbersShown(draft, personal).join('|')
  const known = idMarks.join('|')
  const question = `${known} ${asked}`
  const [found, setFound] = useState<{ readonly question: string; readonly comparison: Comparison }>()
  const latest = useRef({ draft, change })
  useEffect(() => {
    latest.current = { draft, change }
  })

  useEffect(() => {
    let isGone = false
    async function compare() {
      const { draft } = latest.current
      const comparison = await compareNumbers(db, draft, asked === '' ? [] : asked.split('|'), known)
      if (isGone) return
      setFound({ question, comparison })
      const { draft: now, change } = latest.current
      // Without her PIN there is nothing to compare with, and what was found before still holds.
      const identityMatched = MATCHED[comparison.kind] ?? now.identityMatched
      const helpedElsewhere = elsewhere(comparison)
      if (
        identityMatched !== now.identityMatched ||
        helpedElsewhere?.opensOn !== now.helpedElsewhere?.opensOn
      ) {
        void change({ identityMatched, helpedElsewhere })
      }
    }
    if (asked !== '') void compare()
    return () => {
      isGone = true
    }
  }, [db, asked, known, question])
  if (asked === '') return NOTHING
  if (found?.question !== question) return COMPARING
  const { comparison } = found
  if (comparison.kind !== 'unknown' || draft.identityMatched === undefined) return comparison
  return { ...comparison, kind: draft.identityMatched ? 'matched' : 'differs' }
}

const MATCHED: Readonly<Partial<Record<Comparison['kind'], boolean>>> = { matched: true, differs: false }

function elsewhere({ repeat }: Comparison): HandoverDraft['helpedElsewhere'] {
  if (repeat?.kind !== 'helped' || !repeat.elsewhere) return undefined
  return { on: repeat.on, opensOn: repeat.opensOn }
}

async function compareNumbers(
  db: LedgerDatabase,
  { caseFileId, lines }: Pick<HandoverDraft, 'caseFileId' | 'lines'>,
  numbers: readonly string[],
  known: string,
): Promise<Comparison> {
  const keys = await readMeta(db, 'keys')
  if (!keys) return { kind: 'unknown' }
  const made = await Promise.all(numbers.map((number) => markOf(keys, 'id', number)))
  const marks = made.filter((mark): mark is MarkId => mark !== undefined)
  const [help, groups] = await Promise.all([readHelpOfMarks(db, marks), groupsOf(db, lines)])
  const repeat = judgeToday(db, help, caseFileId, groups)
  if (known === '') return { kind: 'unknown', repeat }
  return { kind: marks.some((mark) => known.split('|').includes(mark)) ? 'matched' : 'differs', repeat }
}
