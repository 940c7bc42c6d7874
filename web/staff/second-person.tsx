import { useState } from 'react'
import { formatClock } from '#shared/i18n/moments'
import { codesOfNamesakes } from '#shared/i18n/short-code'
import { staffText } from '#shared/staff/staff-text'
import type { StaffId } from '#shared/staff/staff'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { ButtonGroup } from '../draft/button-group.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { PinPad } from '../ui/pin-pad.tsx'
import { Notice } from '../ui/refusal.tsx'
import { secondPersonText } from './second-person-text.ts'
import { listStaff, verifyPin, type SignInRefusal } from './sign-in.ts'
import { useStaff } from './staff-context.tsx'
import './second-person.css'

export interface SecondPersonProps {
  /** Why somebody is asked, in the words of the job. */
  readonly words: { readonly title: string; readonly what: string; readonly reason: string }
  readonly tone?: 'yellow' | 'red'
  readonly override: { readonly staffId: StaffId; readonly reason: string } | undefined
  /** Kept by the caller at every keystroke. */
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly onAgreed: (override: { readonly staffId: StaffId; readonly reason: string }) => void
}

/** Somebody else agrees with their own PIN and says why: to a yellow tick, a phone of two households, a tick that turned red on the way. */
export function SecondPerson({
  words,
  tone = 'yellow',
  override,
  reason,
  onReason,
  onAgreed,
}: SecondPersonProps) {
  const { db } = useTablet()
  const text = useText(secondPersonText)
  const roles = useText(staffText).role
  const signedIn = useStaff()
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<StaffId>()
  const [checking, setChecking] = useState(false)
  const [refusal, setRefusal] = useState<SignInRefusal>()
  const staff = useLive(() => listStaff(db), [db]) ?? []
  const codes = codesOfNamesakes(staff)
  const others = staff.filter(({ id }) => id !== signedIn.id)
  const person = staff.find(({ id }) => id === chosen)
  // After a change of shift whoever agreed may be the one signed in: then somebody else must.
  const agreed = override?.staffId === signedIn.id ? undefined : override
  const agreedBy = staff.find(({ id }) => id === agreed?.staffId)

  async function check(pin: string) {
    if (!person) return
    setChecking(true)
    const verified = await verifyPin(db, person.id, pin)
    setChecking(false)
    setRefusal(verified.ok ? undefined : verified.error)
    if (!verified.ok) return
    setOpen(false)
    setChosen(undefined)
    onAgreed({ staffId: person.id, reason: reason.trim() })
  }

  return (
    <Card tone={tone} label={words.title}>
      {agreed ? (
        <p>
          <strong>{text.agreedBy(agreedBy?.name ?? '', agreed.reason)}</strong>
        </p>
      ) : (
        <>
          <h3>{words.title}</h3>
          <p>{words.what}</p>
          <Button kind="primary" icon="users" onClick={() => setOpen(true)}>
            {text.agree}
          </Button>
        </>
      )}
      <Dialog open={open} title={words.title} onClose={() => setOpen(false)}>
        <div className="second-columns">
          <div className="who">
            <Field
              label={words.reason}
              hint={text.reasonHint}
              value={reason}
              onChange={onReason}
              maxLength={500}
              multiline
            />
            {others.length === 0 ? (
              <Notice tone="yellow">{text.noOther}</Notice>
            ) : (
              <ButtonGroup label={text.secondPerson} hint={text.secondHow} size="long">
                {others.map(({ id, name, role }) => (
                  <Button
                    key={id}
                    aria-pressed={id === chosen}
                    disabled={reason.trim() === ''}
                    onClick={() => {
                      setRefusal(undefined)
                      setChosen(id)
                    }}
                  >
                    {codes.has(id) ? `${name} · ${roles[role]} · ${codes.get(id)}` : name}
                  </Button>
                ))}
              </ButtonGroup>
            )}
          </div>
          {person && reason.trim() !== '' && (
            <PinPad
              key={person.id}
              label={text.pinOf(person.name)}
              disabled={checking}
              onPin={(pin) => void check(pin)}
              refusal={refusal && sentenceForPin(refusal, text)}
            />
          )}
        </div>
      </Dialog>
    </Card>
  )
}

function sentenceForPin(refusal: SignInRefusal, text: (typeof secondPersonText)['vi']): string {
  switch (refusal.kind) {
    case 'wrong-pin':
      return text.pinWrong(refusal.triesLeft)
    case 'locked-out':
      return text.pinLocked(formatClock(refusal.until))
    case 'unknown-staff':
      return text.pinUnknown
  }
}
