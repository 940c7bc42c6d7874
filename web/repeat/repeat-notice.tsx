import { CATEGORIES } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { defineText } from '#shared/i18n/text'
import { judgeRepeat } from '#shared/repeat/repeat-rule'
import { sentenceForRepeat } from '#shared/repeat/repeat-text'
import type { LocalDate } from '#shared/time/time'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import type { HouseholdHelp } from './household-help.ts'

const repeatNoticeText = defineText(
  { all: 'Mọi nhóm hàng', only: (groups: string) => `Nhóm hàng: ${groups}` },
  { all: 'All groups of goods', only: (groups) => `Goods: ${groups}` },
)

export interface RepeatNoticeProps {
  readonly help: HouseholdHelp
  readonly caseFileId: string
  readonly today: LocalDate
}

/** Says before anything is scanned which goods this household may not get yet, and from which day it may. */
export function RepeatNotice({ help, caseFileId, today }: RepeatNoticeProps) {
  const { language } = useLanguage()
  const text = useText(repeatNoticeText)
  const words = useText(itemText).category
  const closed = CATEGORIES.flatMap((group) => {
    const answer = judgeRepeat(help.helped, { caseFileId, groups: [group], on: today }, help.rule)
    return answer.kind === 'helped' ? [answer] : []
  })
  const byDays = Map.groupBy(closed, ({ on, opensOn, elsewhere }) => `${on} ${opensOn} ${elsewhere}`)
  return [...byDays].map(([key, answers]) => (
    <Notice key={key} tone="red">
      <p>{sentenceForRepeat(answers[0]!)[language]}</p>
      <p>
        {answers.length === CATEGORIES.length
          ? text.all
          : text.only(answers.map(({ group }) => words[group]).join(', '))}
      </p>
    </Notice>
  ))
}
