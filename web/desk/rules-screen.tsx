import { useState } from 'react'
import { CATEGORIES, type Category } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import type { RepeatRule } from '#shared/repeat/repeat-rule'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal } from './form-parts.tsx'
import { may } from './may.ts'
import { rulesText } from './rules-text.ts'
import { TickDaysPart } from './tick-days-part.tsx'
import { useAnswer } from './use-answer.tsx'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

/** What the administrator decides for everyone: how soon a household may be helped again. */
export function RulesScreen() {
  const text = useText(rulesText)
  const { requests } = useDesk()
  const answer = useAnswer('rules', requests.repeatRule)
  return (
    <>
      <PageHead title={text.title} />
      <AnswerView answer={answer}>
        {(rule) => <RepeatRuleForm key={JSON.stringify(rule)} rule={rule} onSaved={answer.reload} />}
      </AnswerView>
      <TickDaysPart />
    </>
  )
}

type Typed = Record<Category | 'days', string>

function RepeatRuleForm({ rule, onSaved }: { readonly rule: RepeatRule; readonly onSaved: () => void }) {
  const text = useText(rulesText)
  const frame = useText(deskText)
  const words = useText(itemText).category
  const { requests, me } = useDesk()
  const sending = useSending(['days', 'byGroup'])
  const [wrong, setWrong] = useState<keyof Typed>()
  const [saved, setSaved] = useState(false)
  const { typed, type, forget } = useKept<Typed>('rules:repeat', asTyped(rule))
  const field = (name: keyof Typed, label: string) => (
    <Field
      key={name}
      label={label}
      inputMode="numeric"
      maxLength={3}
      autoComplete="off"
      value={typed[name]}
      onChange={(value) => {
        setWrong(undefined)
        setSaved(false)
        type({ [name]: value })
      }}
      refusal={wrong === name ? text.notWhole : undefined}
    />
  )

  async function save() {
    const unreadable = (['days', ...CATEGORIES] as const).find(
      (name) => !(name !== 'days' && typed[name] === '') && !isDays(typed[name]),
    )
    setWrong(unreadable)
    if (unreadable) return
    const byGroup = Object.fromEntries(
      CATEGORIES.filter((name) => typed[name] !== '').map((name) => [name, Number(typed[name])]),
    )
    const done = await sending.send(() => requests.setRepeatRule({ days: Number(typed.days), byGroup }))
    if (!done) return
    forget()
    setSaved(true)
    onSaved()
  }

  return (
    <form
      className="card form"
      aria-label={text.repeat}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{text.repeat}</h2>
      <p>{text.repeatHint}</p>
      {field('days', text.days)}
      <fieldset>
        <legend>{text.groups}</legend>
        <p>{text.groupsHint}</p>
        <div className="columns">{CATEGORIES.map((name) => field(name, text.group(words[name])))}</div>
      </fieldset>
      <FormRefusal sentence={sending.sentence} />
      {saved && <Notice>{text.saved}</Notice>}
      {may(me.role, 'manageRules') ? (
        <Button type="submit" kind="primary" disabled={sending.busy}>
          {sending.busy ? frame.saving : frame.save}
        </Button>
      ) : (
        <Notice>{text.adminOnly}</Notice>
      )}
    </form>
  )
}

function isDays(value: string): boolean {
  return /^\d{1,3}$/.test(value) && Number(value) <= 365
}

function asTyped({ days, byGroup }: RepeatRule): Typed {
  const groups = CATEGORIES.map((name) => [name, byGroup[name] === undefined ? '' : String(byGroup[name])])
  return { days: String(days), ...Object.fromEntries(groups) } as Typed
}
