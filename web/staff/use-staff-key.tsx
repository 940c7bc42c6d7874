import { useSyncExternalStore } from 'react'
import type { StaffMember } from '#shared/staff/staff'
import type { StaffKey } from '../seal/open-staff-key.ts'
import { useTablet } from '../tablet-context.tsx'
import { staffKeyOf, watchStaffKey } from './staff-key.ts'

/** The key that a person's PIN has opened in this window, if it has. */
export function useStaffKey(staff: StaffMember): StaffKey | undefined {
  const { db } = useTablet()
  return useSyncExternalStore(watchStaffKey, () => staffKeyOf(db, staff))
}
