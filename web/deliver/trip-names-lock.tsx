import { NamesLock } from '../trip/names-lock.tsx'
import { useTripHand } from '../trip/trip-hand.tsx'
import type { PackagesInHand } from '../trip/use-packages.tsx'
import { useText } from '../ui/language.tsx'
import { deliverText } from './deliver-text.ts'

/** Nothing to open for who goes without a PIN. */
export function TripNamesLock({ packages }: { readonly packages: PackagesInHand }) {
  const text = useText(deliverText)
  const { staff, withoutPin } = useTripHand()
  return withoutPin ? null : <NamesLock packages={packages} staff={staff} words={text} />
}
