import { useMemo } from 'react'
import type { Places } from '#shared/place/place-wire'
import { indexPlaces, type PlaceIndex } from './case-file-search.ts'
import type { Answered } from './desk-client.ts'
import { useDesk } from './desk-context.tsx'
import { useAnswer, type Answer } from './use-answer.tsx'

/** The provinces and communes change once in a decade: asked once as long as the tab is open. */
let asked: Answered<Places> | undefined

export function usePlaces(): { readonly answer: Answer<Places>; readonly index: PlaceIndex | undefined } {
  const { requests } = useDesk()
  const answer = useAnswer('places', async () => {
    asked ??= requests.places()
    const places = await asked
    if (!places.ok) asked = undefined
    return places
  })
  const index = useMemo(() => answer.value && indexPlaces(answer.value), [answer.value])
  return { answer, index }
}
