import { useState } from 'react'
import { parseIdCard } from '#shared/person/id-card'
import { sentenceForIdCard, sentenceForIdNumber } from '#shared/person/id-number-text'
import { TextScanner } from '../scan/text-scanner.tsx'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice, Refusal } from '../ui/refusal.tsx'
import { contradictionsOf, withCard, type PersonTyped } from './survey-input.ts'
import { surveyText } from './survey-text.ts'

export interface PersonFieldsProps {
  readonly at: number
  readonly person: PersonTyped
  readonly scanning: boolean
  readonly onScanning: (isOn: boolean) => void
  readonly onType: (part: Partial<PersonTyped>) => void
  /** Left out for the only one. */
  readonly onRemove: (() => void) | undefined
}

/** One person, typed or out of the code of their card; what contradicts itself is said and may stay. */
export function PersonFields({ at, person, scanning, onScanning, onType, onRemove }: PersonFieldsProps) {
  const text = useText(surveyText)
  const { language } = useLanguage()
  return (
    <fieldset className="survey-person">
      <legend>{text.person(at + 1)}</legend>
      {scanning ? (
        <CardScan person={person} onType={onType} onDone={() => onScanning(false)} />
      ) : (
        <Button icon="scan" onClick={() => onScanning(true)}>
          {text.scanCard}
        </Button>
      )}
      <Field
        label={text.name}
        value={person.name}
        onChange={(name) => onType({ name })}
        autoComplete="off"
        maxLength={200}
      />
      <div className="survey-pair">
        <Field
          label={text.birthYear}
          value={person.birthYear}
          onChange={(birthYear) => onType({ birthYear })}
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
            onChange={(sex) => onType({ sex })}
          />
        </div>
      </div>
      <Field
        label={text.idNumber}
        hint={text.idHint}
        value={person.idNumber}
        onChange={(idNumber) => onType({ idNumber })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
      />
      {contradictionsOf(person).map((fault) => (
        <Notice key={fault.kind} tone="yellow">
          {sentenceForIdNumber(fault)[language]}
        </Notice>
      ))}
      <Field
        label={text.phone}
        value={person.phone}
        onChange={(phone) => onType({ phone })}
        inputMode="tel"
        autoComplete="off"
        maxLength={40}
      />
      {onRemove && (
        <Button kind="quiet" icon="remove" onClick={onRemove}>
          {text.removePerson}
        </Button>
      )}
    </fieldset>
  )
}

function CardScan({
  person,
  onType,
  onDone,
}: Pick<PersonFieldsProps, 'person' | 'onType'> & { readonly onDone: () => void }) {
  const text = useText(surveyText)
  const { language } = useLanguage()
  const [refusal, setRefusal] = useState<string>()

  function read(scanned: string) {
    const card = parseIdCard(scanned)
    if (!card.ok) return setRefusal(sentenceForIdCard(card.error)[language])
    onType(withCard(person, card.value))
    onDone()
  }
  return (
    <>
      <p className="quiet">{text.scanCardHint}</p>
      <TextScanner onScan={read} />
      {refusal !== undefined && <Refusal>{refusal}</Refusal>}
      <Button kind="quiet" onClick={onDone}>
        {text.scanCardNot}
      </Button>
    </>
  )
}
