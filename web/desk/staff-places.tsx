import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { deskText } from './desk-text.ts'
import { SelectField } from './select-field.tsx'
import { staffDeskText } from './staff-desk-text.ts'
import { usePlaces } from './use-places.tsx'

interface StaffPlacesProps {
  /** Of communes, or of whole provinces. */
  readonly codes: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
}

/** Whose requests come to this person first. */
export function StaffPlaces({ codes, onChange }: StaffPlacesProps) {
  const text = useText(staffDeskText)
  const frame = useText(deskText)
  const { answer } = usePlaces()
  const [province, setProvince] = useState('')
  const [commune, setCommune] = useState('')
  const provinces = answer.value?.provinces ?? []
  const communes = provinces.find(({ code }) => code === province)?.communes ?? []
  const chosen = commune === '' ? province : commune

  function nameOf(code: string): string {
    const found = provinces.find((it) => it.code === code)
    const inProvince = provinces.find((it) => it.communes.some(([id]) => id === code))
    const name = inProvince?.communes.find(([id]) => id === code)?.[1]
    return found?.name ?? (name === undefined ? code : `${name}, ${inProvince!.name}`)
  }
  return (
    <fieldset className="places">
      <legend>{text.places}</legend>
      <p className="hint">{text.placesHint}</p>
      <ul className="chips">
        {codes.map((code) => (
          <li key={code}>
            <Button
              icon="close"
              aria-label={`${frame.remove} ${nameOf(code)}`}
              onClick={() => onChange(codes.filter((it) => it !== code))}
            >
              {nameOf(code)}
            </Button>
          </li>
        ))}
      </ul>
      <div className="columns">
        <SelectField
          label={text.placesProvince}
          value={province}
          options={[
            { value: '', label: frame.chooseHint },
            ...provinces.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(next) => {
            setProvince(next)
            setCommune('')
          }}
        />
        <SelectField
          label={text.placesCommune}
          value={commune}
          disabled={province === ''}
          options={[
            { value: '', label: text.placesWhole },
            ...communes.map(([code, name]) => ({ value: code, label: name })),
          ]}
          onChange={setCommune}
        />
      </div>
      <Button
        icon="plus"
        disabled={chosen === '' || codes.includes(chosen)}
        onClick={() => onChange([...codes, chosen])}
      >
        {frame.add}
      </Button>
    </fieldset>
  )
}
