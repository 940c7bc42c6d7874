import { useState } from 'react'
import { PERSONS_MAX, type Household } from '#shared/person/person'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import type { Answered } from './desk-client.ts'
import { deskText } from './desk-text.ts'
import { FormRefusal, KeptNotice } from './form-parts.tsx'
import {
  EMPTY_PERSON,
  PRIVATE_HOUSEHOLD,
  readHousehold,
  typedFromHousehold,
  type HouseholdFault,
  type PersonTyped,
} from './household-form.ts'
import { householdText } from './household-text.ts'
import { PersonFields } from './person-fields.tsx'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

export interface HouseholdEditorProps {
  /** Whose it is: what is half typed is kept under this name, in memory only. */
  readonly form: string
  readonly household: Household | null
  readonly save: (household: Household) => Answered<unknown>
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** Who lives in a household, their numbers in full. */
export function HouseholdEditor({ form, household, save, onSaved, onClose }: HouseholdEditorProps) {
  const text = useText(householdText)
  const frame = useText(deskText)
  const sending = useSending()
  const [fault, setFault] = useState<HouseholdFault>()
  const { typed, type, forget, wasKept } = useKept(form, typedFromHousehold(household), PRIVATE_HOUSEHOLD)
  const isStale = sending.refusal?.kind === 'refused' && sending.refusal.reason === 'conflict'

  function typePerson(at: number, change: Partial<PersonTyped>) {
    setFault(undefined)
    type({ persons: typed.persons.map((person, i) => (i === at ? { ...person, ...change } : person)) })
  }

  async function submit() {
    const read = readHousehold(typed, household)
    setFault(read.ok ? undefined : read.error)
    if (!read.ok || !(await sending.send(() => save(read.value)))) return
    forget()
    onSaved()
  }
  return (
    <>
      <KeptNotice shown={wasKept} onForget={forget} />
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {typed.persons.map((person, at) => (
          <PersonFields
            // Persons have no number of their own; a field holds nothing but what is typed here.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            at={at}
            person={person}
            yearRefusal={fault?.kind === 'year-wrong' && fault.person === at ? text.yearWrong : undefined}
            onType={(change) => typePerson(at, change)}
            onRemove={
              typed.persons.length > 1
                ? () => type({ persons: typed.persons.filter((_, i) => i !== at) })
                : undefined
            }
          />
        ))}
        {typed.persons.length < PERSONS_MAX && (
          <Button icon="plus" onClick={() => type({ persons: [...typed.persons, EMPTY_PERSON] })}>
            {text.addPerson}
          </Button>
        )}
        <Field
          label={text.address}
          value={typed.address}
          onChange={(address) => type({ address })}
          maxLength={300}
          autoComplete="off"
        />
        <Field
          label={text.howToFind}
          hint={text.howToFindHint}
          value={typed.howToFind}
          onChange={(howToFind) => type({ howToFind })}
          maxLength={500}
          multiline
        />
        <Field
          label={text.place}
          hint={text.placeHint}
          value={typed.place}
          onChange={(place) => {
            setFault(undefined)
            type({ place })
          }}
          refusal={fault?.kind === 'place-wrong' ? text.placeWrong : undefined}
          maxLength={60}
          autoComplete="off"
        />
        <FormRefusal sentence={isStale ? text.changedMeanwhile : sending.sentence} />
        <div className="buttons">
          <Button type="submit" kind="primary" disabled={sending.busy}>
            {sending.busy ? frame.saving : frame.save}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              forget()
              onClose()
            }}
          >
            {frame.cancel}
          </Button>
        </div>
      </form>
    </>
  )
}
