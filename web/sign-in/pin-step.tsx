import { useEffect, useState } from 'react'
import { formatNumber } from '#shared/i18n/numbers'
import type { StaffMember } from '#shared/staff/staff'
import { msFromInstant, type Instant } from '#shared/time/time'
import { signIn, type SignInRefusal } from '../staff/sign-in.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { PinPad } from '../ui/pin-pad.tsx'
import { countDown } from './count-down.ts'
import { signInText } from './sign-in-text.ts'

interface PinStepProps {
  readonly staff: StaffMember
  readonly onOther: () => void
}

export function PinStep({ staff, onOther }: PinStepProps) {
  const text = useText(signInText)
  const { language } = useLanguage()
  const { db, now } = useTablet()
  const [checking, setChecking] = useState(false)
  const [refusal, setRefusal] = useState<SignInRefusal>()
  const waitMs = useWait(refusal, now)

  async function take(pin: string) {
    setChecking(true)
    const signedIn = await signIn(db, staff.id, pin)
    setChecking(false)
    setRefusal(signedIn.ok ? undefined : signedIn.error)
  }

  return (
    <>
      <PinPad
        label={text.pinOf(staff.name)}
        onPin={(pin) => void take(pin)}
        disabled={checking || waitMs > 0}
        refusal={checking ? undefined : refusal && sentence(refusal)}
        hint={checking ? text.checking : text.draftsStay}
      />
      <Button icon="users" onClick={onOther}>
        {text.other}
      </Button>
    </>
  )

  function sentence(refused: SignInRefusal): string | undefined {
    switch (refused.kind) {
      case 'wrong-pin':
        return text.wrongPin(formatNumber(refused.triesLeft, language))
      case 'locked-out':
        return waitMs > 0 ? text.lockedOut(countDown(waitMs)) : undefined
      case 'unknown-staff':
        return text.unknownStaff
    }
  }
}

/** Counts down once a second while the person has to wait. */
function useWait(refusal: SignInRefusal | undefined, now: () => Instant): number {
  const until = refusal?.kind === 'locked-out' ? msFromInstant(refusal.until) : 0
  const [leftMs, setLeftMs] = useState(0)
  useEffect(() => {
    const update = () => setLeftMs(Math.max(0, until - msFromInstant(now())))
    update()
    if (until === 0) return
    const timer = setInterval(update, 1000)
    return () => clearInterval(timer)
  }, [until, now])
  return leftMs
}
