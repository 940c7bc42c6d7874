import type { ReactNode } from 'react'
import { Redirect } from 'wouter'
import { useLive } from '../database/use-live.tsx'
import { readMeta } from '../database/meta-store.ts'
import { currentStaff } from '../staff/sign-in.ts'
import { StaffProvider } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Opening } from '../ui/opening.tsx'
import { SignInScreen } from './sign-in-screen.tsx'

/** The gate of every job: an enrolled device and a person. The address stays, so they come back to where they were. */
export function SignedIn({ children }: { readonly children: ReactNode }) {
  const { db } = useTablet()
  const session = useLive(async () => {
    const [identity, staff] = await Promise.all([readMeta(db, 'identity'), currentStaff(db)])
    return { enrolled: identity !== undefined, staff }
  }, [db])
  if (!session) return <Opening />
  if (!session.enrolled) return <Redirect to="/enrol" replace />
  if (!session.staff) return <SignInScreen />
  return <StaffProvider staff={session.staff}>{children}</StaffProvider>
}
