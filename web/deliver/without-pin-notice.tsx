import { useTablet } from '../tablet-context.tsx'
import { useTripHand } from '../trip/trip-hand.tsx'
import { endWithoutPin } from '../trip/without-pin.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { deliverText } from './deliver-text.ts'

/** The rule under which a trip goes on although the PIN was forgotten, for as long as it holds. */
export function WithoutPinNotice() {
  const text = useText(deliverText)
  const { db } = useTablet()
  const { withoutPin } = useTripHand()
  if (!withoutPin) return null
  return (
    <>
      <Notice tone="yellow">{text.withoutPin}</Notice>
      <Button icon="user" onClick={() => void endWithoutPin(db)}>
        {text.withoutPinEnd}
      </Button>
    </>
  )
}
