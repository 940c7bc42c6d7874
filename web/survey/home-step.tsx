import { useState } from 'react'
import { formatNumber } from '#shared/i18n/numbers'
import { searchCommunes } from '../case-file/place-store.ts'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useLive } from '../database/use-live.tsx'
import { readPlace } from '../device/read-place.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { Notice } from '../ui/refusal.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { surveyText } from './survey-text.ts'
import type { SurveyInHand } from './use-survey.tsx'

/** Where the house is: its commune for everyone, the way and the position for those who go there. */
export function HomeStep({ survey }: { readonly survey: SurveyInHand }) {
  const text = useText(surveyText)
  const { language } = useLanguage()
  const { personal, changePersonal } = survey
  const [state, setState] = useState<'idle' | 'taking' | 'none'>('idle')

  async function take() {
    setState('taking')
    const read = await readPlace()
    setState(read.ok ? 'idle' : 'none')
    if (read.ok) await changePersonal({ place: read.value })
  }
  return (
    <>
      <CommuneChoice survey={survey} />
      <Field
        label={text.address}
        value={personal?.address ?? ''}
        onChange={(address) => void changePersonal({ address })}
        autoComplete="off"
        maxLength={300}
      />
      <Field
        label={text.howToFind}
        hint={text.howToFindHint}
        value={personal?.howToFind ?? ''}
        onChange={(howToFind) => void changePersonal({ howToFind })}
        autoComplete="off"
        maxLength={500}
        multiline
      />
      <Button icon="place" wide disabled={state === 'taking'} onClick={() => void take()}>
        {state === 'taking' ? text.placeTaking : text.placeTake}
      </Button>
      {personal?.place && (
        <Notice tone="green">
          {text.placeTaken(formatNumber(Math.round(personal.place.accuracyM), language))}
        </Notice>
      )}
      {state === 'none' && <Notice>{text.placeNone}</Notice>}
    </>
  )
}

const SHOWN_MAX = 8

function CommuneChoice({ survey }: { readonly survey: SurveyInHand }) {
  const text = useText(surveyText)
  const { db } = useTablet()
  const placeOf = usePlaceNames()
  const { shown, tell, hand } = survey
  const { communeCode, provinceCode } = shown.about
  const query = (shown.typed['commune'] ?? '').trim()
  const found = useLive(
    async () => ({ query, communes: await searchCommunes(db, query, SHOWN_MAX) }),
    [db, query],
  )
  if (communeCode && provinceCode) {
    return (
      <div className="survey-commune">
        <strong>{placeOf({ communeCode, provinceCode })}</strong>
        <Button onClick={() => void tell({ communeCode: '', provinceCode: '' })}>{text.communeOther}</Button>
      </div>
    )
  }
  return (
    <>
      <SearchField
        label={text.commune}
        value={shown.typed['commune'] ?? ''}
        onChange={(typed) => void hand.actions.type('commune', typed)}
      />
      {query === '' && <p className="quiet">{text.communeHint}</p>}
      {found?.communes === undefined && found && <Notice tone="yellow">{text.placesMissing}</Notice>}
      {query !== '' && found?.query === query && found.communes?.length === 0 && (
        <Notice tone="yellow">{text.communeNone}</Notice>
      )}
      <List label={text.commune}>
        {(found?.communes ?? []).map(({ communeCode, provinceCode }) => (
          <ListRow
            key={communeCode}
            title={placeOf({ communeCode, provinceCode })}
            onPress={() => void tell({ communeCode, provinceCode })}
          />
        ))}
      </List>
    </>
  )
}
