import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { NOBODY_TYPED, type PersonTyped } from './survey-input.ts'
import { surveyText } from './survey-text.ts'
import type { SurveyInHand } from './use-survey.tsx'

const PERSONS_SHOWN_MAX = 30

/** Who lives there; the first is whom to ask for. */
export function HouseholdStep({ survey }: { readonly survey: SurveyInHand }) {
  const text = useText(surveyText)
  const { personal, changePersonal } = survey
  const persons = personal?.persons ?? []
  const change = (at: number, part: Partial<PersonTyped>) =>
    void changePersonal({ persons: persons.map((person, i) => (i === at ? { ...person, ...part } : person)) })
  return (
    <>
      {persons.map((person, i) => (
        // Persons have no name of their own before somebody types it.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={i} className="survey-person">
          <legend>{text.person(i + 1)}</legend>
          <Field
            label={text.name}
            value={person.name}
            onChange={(name) => change(i, { name })}
            autoComplete="off"
            maxLength={200}
          />
          <div className="survey-pair">
            <Field
              label={text.birthYear}
              value={person.birthYear}
              onChange={(birthYear) => change(i, { birthYear })}
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
            />
            <div className="field">
              <span>{text.sex}</span>
              <Segments
                label={text.sex}
                options={(['male', 'female'] as const).map((value) => ({ value, label: text.sexes[value] }))}
                value={person.sex}
                onChange={(sex) => change(i, { sex })}
              />
            </div>
          </div>
          <Field
            label={text.idNumber}
            hint={text.idHint}
            value={person.idNumber}
            onChange={(idNumber) => change(i, { idNumber })}
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
          />
          <Field
            label={text.phone}
            value={person.phone}
            onChange={(phone) => change(i, { phone })}
            inputMode="tel"
            autoComplete="off"
            maxLength={40}
          />
          {persons.length > 1 && (
            <Button
              kind="quiet"
              icon="remove"
              onClick={() => void changePersonal({ persons: persons.filter((_, at) => at !== i) })}
            >
              {text.removePerson}
            </Button>
          )}
        </fieldset>
      ))}
      {persons.length < PERSONS_SHOWN_MAX && (
        <Button icon="plus" wide onClick={() => void changePersonal({ persons: [...persons, NOBODY_TYPED] })}>
          {text.addPerson}
        </Button>
      )}
    </>
  )
}
