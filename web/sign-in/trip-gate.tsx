import { useState, type ReactNode } from 'react'
import { Redirect } from 'wouter'
import { readMeta } from '../database/meta-store.ts'
import { useLive } from '../database/use-live.tsx'
import { currentStaff } from '../staff/sign-in.ts'
import { StaffProvider } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { TripHandProvider } from '../trip/trip-hand.tsx'
import { staffWithoutPin } from '../trip/without-pin.ts'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { Opening } from '../ui/opening.tsx'
import { ForgottenPin } from './forgotten-pin.tsx'
import { SignInScreen } from './sign-in-screen.tsx'
import { signInText } from './sign-in-text.ts'

/** The gate of trips: a person with their PIN, or, where it was forgotten on the way, under their name alone. */
export function TripGate({ children }: { readonly children: ReactNode }) {
  const { db } = useTablet()
  const text = useText(signInText)
  const [forgotten, setForgotten] = useState(false)
  const found = useLive(
    async () => ({
      enrolled: (await readMeta(db, 'identity')) !== undefined,
      staff: await currentStaff(db),
      without: await staffWithoutPin(db),
    }),
    [db],
  )
  if (!found) return <Opening />
  if (!found.enrolled) return <Redirect to="/enrol" replace />
  const staff = found.staff ?? found.without
  if (staff) {
    return (
      <StaffProvider staff={staff}>
        <TripHandProvider hand={{ staff, withoutPin: found.staff === undefined }}>
          {children}
        </TripHandProvider>
      </StaffProvider>
    )
  }
  if (forgotten) return <ForgottenPin onBack={() => setForgotten(false)} />
  return (
    <SignInScreen>
      <Button icon="truck" onClick={() => setForgotten(true)}>
        {text.forgotten}
      </Button>
    </SignInScreen>
  )
}
