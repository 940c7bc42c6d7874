import { SEXES } from '#shared/person/person'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import type { PersonTyped } from './household-form.ts'
import { householdText } from './household-text.ts'
import { SelectField } from './select-field.tsx'

export interface PersonFieldsProps {
  readonly at: number
  readonly person: PersonTyped
  readonly yearRefusal: string | undefined
  readonly onType: (change: Partial<PersonTyped>) => void
  /** Left out for the only one. */
  readonly onRemove: (() => void) | undefined
}

/** One person of a household; the first is whom to ask for. */
export function PersonFields({ at, person, yearRefusal, onType, onRemove }: PersonFieldsProps) {
  const text = useText(householdText)
  const { language } = useLanguage()
  return (
    <fieldset className="private">
      <legend>{at === 0 ? text.head : text.personNumber(formatNumber(at + 1, language))}</legend>
      <div className="columns">
        <Field
          label={text.name}
          value={person.name}
          onChange={(name) => onType({ name })}
          maxLength={200}
          autoComplete="off"
        />
        <Field
          label={text.phone}
          value={person.phone}
          onChange={(phone) => onType({ phone })}
          inputMode="tel"
          maxLength={40}
          autoComplete="off"
        />
      </div>
      <div className="columns">
        <Field
          label={text.idNumber}
          value={person.idNumber}
          onChange={(idNumber) => onType({ idNumber })}
          inputMode="numeric"
          maxLength={40}
          autoComplete="off"
        />
        <Field
          label={text.birthYear}
          value={person.birthYear}
          onChange={(birthYear) => onType({ birthYear })}
          refusal={yearRefusal}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
        />
      </div>
      <div className="columns">
        <SelectField
          label={text.sex}
          value={person.sex}
          options={[
            { value: '' as const, label: text.sexUnknown },
            ...SEXES.map((value) => ({ value, label: text.sexes[value] })),
          ]}
          onChange={(sex) => onType({ sex })}
        />
        {at > 0 && (
          <Field
            label={text.relation}
            value={person.relation}
            onChange={(relation) => onType({ relation })}
            maxLength={60}
            autoComplete="off"
          />
        )}
      </div>
      {onRemove && (
        <Button kind="quiet" icon="remove" onClick={onRemove}>
          {text.removePerson}
        </Button>
      )}
    </fieldset>
  )
}
