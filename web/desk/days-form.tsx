import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import type { Answered } from './desk-client.ts'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal } from './form-parts.tsx'
import { may } from './may.ts'
import {
  readDays,
  typedFromDays,
  type Days,
  type DaysLimits,
  type DaysTyped,
  type KnownDays,
} from './read-days.ts'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

export interface DaysFormProps<Group extends string> {
  /** What is half typed is kept under this name. */
  readonly form: string
  readonly known: KnownDays<Group>
  readonly groups: readonly Group[]
  readonly limits: DaysLimits
  readonly words: {
    readonly title: string
    readonly says: string
    readonly days: string
    readonly group: (name: Group) => string
    /** Around the single groups. */
    readonly groups?: { readonly title: string; readonly says: string }
    readonly wrong: string
    readonly saved?: string
    readonly adminOnly?: string
  }
  readonly save: (days: Days<Group>) => Answered<unknown>
  readonly onSaved: () => void
}

/** A number of days for all, and others for single groups, as the administrator decides them. */
export function DaysForm<Group extends string>(props: DaysFormProps<Group>) {
  const { form, known, groups, limits, words, save, onSaved } = props
  const text = useText(deskText)
  const { me } = useDesk()
  const sending = useSending()
  const [wrong, setWrong] = useState<Group | 'days'>()
  const [saved, setSaved] = useState(false)
  const { typed, type, forget } = useKept(form, typedFromDays(known, groups))
  const mayChange = may(me.role, 'manageRules')
  const field = (name: Group | 'days', label: string) => (
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
        setSaved(false)
        type({ [name]: value } as Partial<DaysTyped<Group>>)
      }}
      refusal={wrong === name ? words.wrong : undefined}
    />
  )
  const ofGroups = <div className="columns">{groups.map((name) => field(name, words.group(name)))}</div>

  async function submit() {
    const days = readDays(typed, groups, limits)
    setWrong(days.ok ? undefined : days.error)
    if (!days.ok || !(await sending.send(() => save(days.value)))) return
    forget()
    setSaved(true)
    onSaved()
  }
  return (
    <form
      className="form card"
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{words.title}</h2>
      <p>{words.says}</p>
      {field('days', words.days)}
      {words.groups ? (
        <fieldset>
          <legend>{words.groups.title}</legend>
          <p>{words.groups.says}</p>
          {ofGroups}
        </fieldset>
      ) : (
        ofGroups
      )}
      <FormRefusal sentence={sending.sentence} />
      {saved && words.saved !== undefined && <Notice>{words.saved}</Notice>}
      {mayChange ? (
        <div className="buttons">
          <Button type="submit" kind="primary" disabled={sending.busy}>
            {sending.busy ? text.saving : text.save}
          </Button>
        </div>
      ) : (
        words.adminOnly !== undefined && <Notice>{words.adminOnly}</Notice>
      )}
    </form>
  )
}
