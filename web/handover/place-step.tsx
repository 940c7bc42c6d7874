import { useState } from 'react'
import { farFromHome } from '#shared/handover/far-from-home'
import { formatNumber } from '#shared/i18n/numbers'
import type { Place } from '#shared/person/person'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { handoverText } from './handover-text.ts'
import { readPlace } from '../device/read-place.ts'
import type { HandoverInHand } from './use-handover.tsx'

export interface PlaceStepProps {
  readonly handover: HandoverInHand
  readonly home: Place | undefined
}

/** Where the goods were handed over, with how sure that is; or not. */
export function PlaceStep({ handover, home }: PlaceStepProps) {
  const text = useText(handoverText)
  const { language } = useLanguage()
  const { draft, personal = {}, change, changePersonal } = handover
  const [state, setState] = useState<'idle' | 'taking' | 'none'>('idle')

  async function take() {
    setState('taking')
    const read = await readPlace()
    setState(!read.ok && read.error.kind === 'place-unknown' ? 'none' : 'idle')
    if (!read.ok) {
      if (read.error.kind === 'place-refused') void change({ place: 'refused' })
      return
    }
    await changePersonal({ place: read.value })
    await change({ place: 'taken', farM: home && farFromHome(read.value, home) })
  }

  return (
    <>
      <p>{text.placeWhat}</p>
      <Button kind="primary" wide icon="place" disabled={state === 'taking'} onClick={() => void take()}>
        {state === 'taking' ? text.placeTaking : text.placeTake}
      </Button>
      {draft.place === 'taken' && personal.place && (
        <Notice tone="green">
          {text.placeTaken(formatNumber(Math.round(personal.place.accuracyM), language))}
        </Notice>
      )}
      {draft.farM !== undefined && (
        <Notice tone="yellow">{text.placeFar(formatNumber(draft.farM / 1000, language))}</Notice>
      )}
      {draft.place === 'refused' && <Notice>{text.placeRefused}</Notice>}
      {state === 'none' && <Notice>{text.placeNone}</Notice>}
    </>
  )
}
