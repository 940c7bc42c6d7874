import { useState } from 'react'
import { formatClock } from '#shared/i18n/moments'
import type { StaffMember } from '#shared/staff/staff'
import { verifyPin, type SignInRefusal } from '../staff/sign-in.ts'
import { useTablet } from '../tablet-context.tsx'
import { useText } from '../ui/language.tsx'
import { PinPad } from '../ui/pin-pad.tsx'
import { handoverText } from './handover-text.ts'

export interface GiverPinProps {
  readonly staff: StaffMember
  /** What the PIN is for. */
  readonly label: string
  readonly busy: boolean
  /** Meanwhile nothing else should be done that her PIN would count for. */
  readonly onChecking?: (isChecking: boolean) => void
  readonly onRight: (pin: string) => void
}

/** The giver confirms with their own PIN, though they are signed in: the phone may have changed hands. */
export function GiverPin({ staff, label, busy, onChecking, onRight }: GiverPinProps) {
  const text = useText(handoverText)
  const { db } = useTablet()
  const [checking, setChecking] = useState(false)
  const [refusal, setRefusal] = useState<SignInRefusal>()

  function tellChecking(isChecking: boolean) {
    setChecking(isChecking)
    onChecking?.(isChecking)
  }

  async function check(pin: string) {
    tellChecking(true)
    const verified = await verifyPin(db, staff.id, pin)
    tellChecking(false)
    setRefusal(verified.ok ? undefined : verified.error)
    if (verified.ok) onRight(pin)
  }

  return (
    <PinPad
      label={label}
      disabled={checking || busy}
      onPin={(pin) => void check(pin)}
      hint={checking ? text.pinChecking : undefined}
      refusal={refusal && sentence(refusal)}
    />
  )

  function sentence(refused: SignInRefusal): string {
    switch (refused.kind) {
      case 'wrong-pin':
        return text.pinWrong(refused.triesLeft)
      case 'locked-out':
        return text.pinLocked(formatClock(refused.until))
      case 'unknown-staff':
        return text.pinUnknown
    }
  }
}
