import { CASE_CATEGORIES } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { TICK_DAYS_LIMITS } from '#shared/desk/desk-setting-wire'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { DaysForm } from './days-form.tsx'
import { useDesk } from './desk-context.tsx'
import { rulesText } from './rules-text.ts'
import { useAnswer } from './use-answer.tsx'

/** How long a green tick holds, by category. */
export function TickDaysPart() {
  const text = useText(rulesText)
  const names = useText(caseFileText).category
  const { requests } = useDesk()
  const answer = useAnswer('tick-days', requests.tickDays)
  return (
    <AnswerView answer={answer}>
      {({ days, byCategory }) => (
        <DaysForm
          key={JSON.stringify({ days, byCategory })}
          form="rules:ticks"
          known={{ days, byGroup: byCategory }}
          groups={CASE_CATEGORIES}
          limits={TICK_DAYS_LIMITS}
          words={{
            title: text.tickTitle,
            says: text.tickSays,
            days: text.tickDays,
            group: (name) => names[name],
            wrong: text.tickNotWhole,
          }}
          save={({ days, byGroup }) => requests.setTickDays({ days, byCategory: byGroup })}
          onSaved={answer.reload}
        />
      )}
    </AnswerView>
  )
}
