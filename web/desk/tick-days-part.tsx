import { useState } from 'react'
import { CASE_CATEGORIES, type CaseCategory } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import type { TickDays } from '#shared/desk/desk-setting-wire'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal } from './form-parts.tsx'
import { may } from './may.ts'
import { rulesText } from './rules-text.ts'
import { useAnswer } from './use-answer.tsx'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

/** How long a green tick holds, by category. */
export function TickDaysPart() {
  const { requests } = useDesk()
  const answer = useAnswer('tick-days', requests.tickDays)
  return (
    <AnswerView answer={answer}>
      {(days) => <TickDaysForm key={JSON.stringify(days)} days={days} onSaved={answer.reload} />}
    </AnswerView>
  )
}

type Typed = Record<CaseCategory | 'days', string>

function TickDaysForm({ days, onSaved }: { readonly days: TickDays; readonly onSaved: () => void }) {
  const text = useText(rulesText)
  const frame = useText(deskText)
  const words = useText(caseFileText).category
  const { requests, me } = useDesk()
  const sending = useSending()
  const [wrong, setWrong] = useState<keyof Typed>()
  const initial = Object.fromEntries([
    ['days', String(days.days)],
    ...CASE_CATEGORIES.map((name) => [name, days.byCategory[name]?.toString() ?? '']),
  ]) as Typed
  const { typed, type, forget } = useKept<Typed>('rules:ticks', initial)
  const mayChange = may(me.role, 'manageRules')
  const field = (name: keyof Typed, label: string) => (
    <Field
      key={name}
      label={label}
      inputMode="numeric"
      maxLength={3}
      autoComplete="off"
      value={typed[name]}
      disabled={!mayChange}
      onChange={(value) => {
        setWrong(undefined)
        type({ [name]: value })
      }}
      refusal={wrong === name ? text.tickNotWhole : undefined}
    />
  )

  async function save() {
    const bad = (['days', ...CASE_CATEGORIES] as const).find(
      (name) => !(name !== 'days' && typed[name] === '') && !/^[1-9]\d{0,2}$/.test(typed[name]),
    )
    setWrong(bad)
    if (bad) return
    const byCategory = Object.fromEntries(
      CASE_CATEGORIES.filter((name) => typed[name] !== '').map((name) => [name, Number(typed[name])]),
    )
    if (!(await sending.send(() => requests.setTickDays({ days: Number(typed.days), byCategory })))) return
    forget()
    onSaved()
  }
  return (
    <form
      className="form card"
      aria-labelledby="tick-days-title"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2 id="tick-days-title">{text.tickTitle}</h2>
      <p>{text.tickSays}</p>
      {field('days', text.tickDays)}
      <div className="columns">{CASE_CATEGORIES.map((name) => field(name, words[name]))}</div>
      <FormRefusal sentence={sending.sentence} />
      {mayChange && (
        <div className="buttons">
          <Button type="submit" kind="primary" disabled={sending.busy}>
            {sending.busy ? frame.saving : frame.save}
          </Button>
        </div>
      )}
    </form>
  )
}
