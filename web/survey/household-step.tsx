import { PERSONS_MAX } from '#shared/person/person'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { PersonFields } from './person-fields.tsx'
import { NOBODY_TYPED, type PersonTyped } from './survey-input.ts'
import { surveyText } from './survey-text.ts'
import type { SurveyInHand } from './use-survey.tsx'

/** Who lives there; the first is whom to ask for. */
export function HouseholdStep({ survey }: { readonly survey: SurveyInHand }) {
  const text = useText(surveyText)
  const { personal, changePersonal } = survey
  const [scanningAt, setScanningAt] = useState<number>()
  const persons = personal?.persons ?? []
  const change = (at: number, part: Partial<PersonTyped>) =>
    void changePersonal({ persons: persons.map((person, i) => (i === at ? { ...person, ...part } : person)) })
  return (
    <>
      {persons.map((person, at) => (
        <PersonFields
          // Persons have no name of their own before somebody types it.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          at={at}
          person={person}
          scanning={scanningAt === at}
          onScanning={(isOn) => setScanningAt(isOn ? at : undefined)}
          onType={(part) => change(at, part)}
          onRemove={
            persons.length > 1
              ? () => {
                  setScanningAt(undefined)
                  void changePersonal({ persons: persons.filter((_, i) => i !== at) })
                }
              : undefined
          }
        />
      ))}
      {persons.length < PERSONS_MAX && (
        <Button icon="plus" wide onClick={() => void changePersonal({ persons: [...persons, NOBODY_TYPED] })}>
          {text.addPerson}
        </Button>
      )}
    </>
  )
}
