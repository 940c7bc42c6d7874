import { useState } from 'react'
import { formatNumber } from '#shared/i18n/numbers'
import type { StaffMember } from '#shared/staff/staff'
import { unlockStaffKey } from '../staff/unlock-staff-key.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { PinPad } from '../ui/pin-pad.tsx'
import { Notice } from '../ui/refusal.tsx'
import { packageText } from './package-text.ts'
import type { PackagesInHand } from './use-packages.tsx'

export interface NamesLockProps {
  readonly packages: PackagesInHand
  readonly staff: StaffMember
  /** What goes on without names, in the words of the job. */
  readonly words: { readonly locked: string; readonly lockedOut: string; readonly noKey: string }
}

/** Why names do not show, and the PIN that opens them: the job itself never waits for it. */
export function NamesLock({ packages, staff, words }: NamesLockProps) {
  const text = useText(packageText)
  const [asking, setAsking] = useState(false)
  if (packages.state === 'no-key') return <Notice tone="yellow">{words.noKey}</Notice>
  if (packages.state !== 'locked' || packages.held === 0) return null
  return (
    <Card label={text.seeNames}>
      <p>{words.locked}</p>
      {asking ? (
        <PinEntry staff={staff} words={words} />
      ) : (
        <Button kind="primary" icon="lock" onClick={() => setAsking(true)}>
          {text.seeNames}
        </Button>
      )}
    </Card>
  )
}

type Refused = Exclude<Awaited<ReturnType<typeof unlockStaffKey>>, { readonly ok: true }>['error']

function PinEntry({ staff, words }: Omit<NamesLockProps, 'packages'>) {
  const text = useText(packageText)
  const { language } = useLanguage()
  const { db } = useTablet()
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
        return words.lockedOut
      case 'unknown-staff':
      case 'key-box-shut':
        return text.keyShut
      case 'no-key-box':
        return words.noKey
    }
  }
}
