import type { ReactNode } from 'react'
import type { StaffRow } from '#shared/desk/desk-staff-wire'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { sessionText } from './session-text.ts'
import { staffDeskText } from './staff-desk-text.ts'
import { needsPin, type StaffTyped } from './staff-form.ts'
import type { Kept } from './use-kept.tsx'
import type { Sending } from './use-sending.tsx'

export interface StaffAccessFieldsProps {
  readonly person: StaffRow | undefined
  readonly kept: Kept<StaffTyped>
  readonly sending: Sending
}

/** By what a person gets in, each way with whether their role needs it. */
export function StaffAccessFields({ person, kept: { typed, type }, sending }: StaffAccessFieldsProps) {
  const text = useText(staffDeskText)
  const session = useText(sessionText)
  const onTablet = needsPin(typed.role)
  const markOf = (isNeeded: boolean) => (isNeeded ? text.needed : text.optional)
  return (
    <>
      <WayIn title={text.onTablet} mark={person?.hasPin ? undefined : markOf(onTablet)}>
        <Field
          label={person?.hasPin ? text.pinNew : text.pin}
          inputMode="numeric"
          maxLength={6}
          value={typed.pin}
          onChange={(pin) => type({ pin: pin.replace(/\D/g, '') })}
          hint={person?.hasPin ? `${text.pinHint} ${text.pinKeep}` : text.pinHint}
          refusal={sending.field('pin')}
          autoComplete="off"
          required={!person && onTablet}
        />
      </WayIn>
      <WayIn title={text.atDesk} mark={person?.hasPassword ? undefined : markOf(!onTablet)}>
        <div className="columns">
          <Field
            label={text.userName}
            value={typed.userName}
            onChange={(userName) => type({ userName })}
            hint={session.userNameHint}
            refusal={sending.field('userName')}
            maxLength={40}
            autoComplete="off"
            required={!person && !onTablet}
          />
          <Field
            label={person?.hasPassword ? text.passwordNew : text.password}
            type="password"
            value={typed.password}
            onChange={(password) => type({ password })}
            hint={person?.hasPassword ? text.passwordKeep : session.passwordHint}
            refusal={sending.field('password')}
            autoComplete="new-password"
            required={!person && !onTablet}
          />
        </div>
      </WayIn>
    </>
  )
}

interface WayInProps {
  readonly title: string
  /** Whether this role needs it. */
  readonly mark: string | undefined
  readonly children: ReactNode
}

function WayIn({ title, mark, children }: WayInProps) {
  return (
    <fieldset className="repeated">
      <legend>
        {title}
        {mark !== undefined && <small> · {mark}</small>}
      </legend>
      {children}
    </fieldset>
  )
}
