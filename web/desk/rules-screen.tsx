import { CATEGORIES } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { REPEAT_DAYS_LIMITS } from '#shared/repeat/repeat-rule'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { DaysForm } from './days-form.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { rulesText } from './rules-text.ts'
import { TickDaysPart } from './tick-days-part.tsx'
import { useAnswer } from './use-answer.tsx'

/** What the administrator decides for everyone: how soon a household may be helped again, how long a green tick holds. */
export function RulesScreen() {
  const text = useText(rulesText)
  const names = useText(itemText).category
  const { requests } = useDesk()
  const answer = useAnswer('rules', requests.repeatRule)
  return (
    <>
      <PageHead title={text.title} />
      <AnswerView answer={answer}>
        {(rule) => (
          <DaysForm
            key={JSON.stringify(rule)}
            form="rules:repeat"
            known={rule}
            groups={CATEGORIES}
            limits={REPEAT_DAYS_LIMITS}
            words={{
              title: text.repeat,
              says: text.repeatHint,
              days: text.days,
              group: (name) => text.group(names[name]),
              groups: { title: text.groups, says: text.groupsHint },
              wrong: text.notWhole,
              saved: text.saved,
              adminOnly: text.adminOnly,
            }}
            save={requests.setRepeatRule}
            onSaved={answer.reload}
          />
        )}
      </AnswerView>
      <TickDaysPart />
    </>
  )
}
