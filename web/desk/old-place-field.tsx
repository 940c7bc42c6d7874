import { useState } from 'react'
import type { OldPlace } from '#shared/place/place-wire'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { useDesk } from './desk-context.tsx'
import { useAnswer } from './use-answer.tsx'

const LETTERS_MIN = 3

/** An address of three tiers, as papers from before July 2025 have it: shows what it became, to choose from. */
export function OldPlaceField({ onChoose }: { readonly onChoose: (place: OldPlace) => void }) {
  const text = useText(caseFileDeskText)
  const { requests } = useDesk()
  const [typed, setTyped] = useState('')
  const asked = typed.trim()
  const isAsked = asked.length >= LETTERS_MIN
  const answer = useAnswer(`old-places ${asked}`, (signal) => requests.oldPlaces(asked, signal), {
    skip: !isAsked,
  })
  const places = isAsked && !answer.loading ? answer.value?.places : undefined
  return (
    <div className="old-place">
      <Field
        label={text.oldPlace}
        hint={text.oldPlaceHint}
        value={typed}
        onChange={setTyped}
        maxLength={100}
        autoComplete="off"
      />
      {places?.length === 0 && <p className="quiet">{text.oldPlaceNone}</p>}
      {places && places.length > 0 && (
        <ul>
          {places.slice(0, 6).map((place) => (
            <li key={`${place.old} ${place.code}`}>
              <Button
                wide
                onClick={() => {
                  setTyped('')
                  onChoose(place)
                }}
              >
                {place.old} → <strong>{place.communeName}</strong>, {place.provinceName}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
