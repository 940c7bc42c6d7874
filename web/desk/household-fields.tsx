import { PERSONS_MAX } from '#shared/person/person'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { EMPTY_PERSON, type HouseholdFault, type HouseholdTyped, type PersonTyped } from './household-form.ts'
import { householdText } from './household-text.ts'
import { PersonFields } from './person-fields.tsx'

export interface HouseholdFieldsProps {
  readonly typed: HouseholdTyped
  readonly type: (change: Partial<HouseholdTyped>) => void
  readonly fault: HouseholdFault | undefined
}

/** Who lives there and how to find them, wherever it is typed. */
export function HouseholdFields({ typed, type, fault }: HouseholdFieldsProps) {
  const text = useText(householdText)
  const typePerson = (at: number, change: Partial<PersonTyped>) =>
    type({ persons: typed.persons.map((person, i) => (i === at ? { ...person, ...change } : person)) })
  return (
    <>
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
        onChange={(place) => type({ place })}
        refusal={fault?.kind === 'place-wrong' ? text.placeWrong : undefined}
        maxLength={60}
        autoComplete="off"
      />
    </>
  )
}
