import { createContext, useContext, type ReactNode } from 'react'
import { assert } from '#shared/assert'
import type { StaffMember } from '#shared/staff/staff'

const StaffContext = createContext<StaffMember | undefined>(undefined)

export function StaffProvider({
  staff,
  children,
}: {
  readonly staff: StaffMember
  readonly children: ReactNode
}) {
  return <StaffContext value={staff}>{children}</StaffContext>
}

/** Who is signed in; only under the gate of a job, where somebody always is. */
export function useStaff(): StaffMember {
  const staff = useContext(StaffContext)
  assert(staff, 'a job was shown although nobody is signed in')
  return staff
}
