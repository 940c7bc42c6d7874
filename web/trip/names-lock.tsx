import { useState } from 'react'
import { formatNumber } from '#shared/i18n/numbers'
import { unlockStaffKey } from '../staff/unlock-staff-key.ts'
import { useTablet } from '../tablet-context.tsx'
import { useTripHand } from '../trip/trip-hand.tsx'
import type { PackagesInHand } from '../trip/use-packages.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { PinPad } from '../ui/pin-pad.tsx'
import { Notice } from '../ui/refusal.tsx'
import { deliverText } from './deliver-text.ts'

/** Why names do not show, and the PIN that opens them: the trip itself never waits for it. */
export function NamesLock({ packages }: { readonly packages: PackagesInHand }) {
  const text = useText(deliverText)
  const { withoutPin } = useTripHand()
  const [asking, setAsking] = useState(false)
  if (withoutPin) return null
  if (packages.state === 'no-key') return <Notice tone="yellow">{text.noKey}</Notice>
  if (packages.state !== 'locked' || packages.held === 0) return null
  return (
    <Card label={text.seeNames}>
      <p>{text.locked}</p>
      {asking ? (
        <PinEntry />
      ) : (
        <Button kind="primary" icon="lock" onClick={() => setAsking(true)}>
          {text.seeNames}
        </Button>
      )}
    </Card>
  )
}

type Refused = Exclude<Awaited<ReturnType<typeof unlockStaffKey>>, { readonly ok: true }>['error']

function PinEntry() {
  const text = useText(deliverText)
  const { language } = useLanguage()
  const { db } = useTablet()
  const { staff } = useTripHand()
  const [checking, setChecking] = useState(false)
  const [refusal, setRefusal] = useState<Refused>()

  async function take(pin: string) {
    setChecking(true)
    const unlocked = await unlockStaffKey(db, staff.id, pin)
    setChecking(false)
    setRefusal(unlocked.ok ? undefined : unlocked.error)
  }
  return (
    <PinPad
      label={text.pinOf(staff.name)}
      onPin={(pin) => void take(pin)}
      disabled={checking}
      refusal={checking ? undefined : refusal && sentence(refusal)}
      hint={checking ? text.checking : undefined}
    />
  )

  function sentence(refused: Refused): string {
    switch (refused.kind) {
      case 'wrong-pin':
        return text.wrongPin(formatNumber(refused.triesLeft, language))
      case 'locked-out':
        return text.lockedOut
      case 'unknown-staff':
      case 'key-box-shut':
        return text.keyShut
      case 'no-key-box':
        return text.noKey
    }
  }
}
