import type { CaseFileId } from '#shared/case-file/case-file'
import { sentenceForRepeat } from '#shared/repeat/repeat-text'
import { useLive } from '../database/use-live.tsx'
import type { HandoverDraftLine } from '../draft/draft.ts'
import { groupsOf, judgeGroups } from '../repeat/judge-groups.ts'
import { useTablet } from '../tablet-context.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'

export interface HelpedLatelyProps {
  readonly caseFileId: CaseFileId
  readonly lines: readonly Pick<HandoverDraftLine, 'itemId'>[]
}

/** Help that reached the household since these goods left: said before any papers are shown, since many have none. */
export function HelpedLately({ caseFileId, lines }: HelpedLatelyProps) {
  const { db } = useTablet()
  const { language } = useLanguage()
  const answer = useLive(
    async () => judgeGroups(db, caseFileId, await groupsOf(db, lines)),
    [db, caseFileId, lines],
  )
  if (answer?.kind !== 'helped') return null
  return <Notice tone="red">{sentenceForRepeat(answer)[language]}</Notice>
}
