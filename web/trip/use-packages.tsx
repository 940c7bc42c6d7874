import { useEffect, useState } from 'react'
import type { StaffMember } from '#shared/staff/staff'
import type { PackageContent } from '#shared/trip/trip-package'
import { readMeta } from '../database/meta-store.ts'
import { useLive } from '../database/use-live.tsx'
import type { StaffKey } from '../seal/open-staff-key.ts'
import { useStaffKey } from '../staff/use-staff-key.tsx'
import { useTablet } from '../tablet-context.tsx'
import { openPackage } from './open-package.ts'

export type OpenedPackages = ReadonlyMap<string, PackageContent>

export interface PackagesInHand {
  /**
   * `locked`: this person's PIN has not been typed since the app was opened. `no-key`: the PIN is from before there were
   * keys, so nothing could be sealed for this person.
   */
  readonly state: 'reading' | 'no-key' | 'locked' | 'open'
  /** The key is here, and what it opens is on its way. */
  readonly opening: boolean
  /** How many are held, opened or not. */
  readonly held: number
  /** By id of the package. */
  readonly contentById: OpenedPackages
}

const NONE: OpenedPackages = new Map()

/** The packages held for one person, opened in memory where the PIN has been typed. */
export function usePackages(staff: StaffMember): PackagesInHand {
  const { db } = useTablet()
  const key = useStaffKey(staff)
  const found = useLive(async () => {
    const [all, keyMissing] = await Promise.all([db.packages.toArray(), readMeta(db, 'keyMissing')])
    return {
      packages: all.filter(({ staffId }) => staffId === staff.id),
      keyMissing: keyMissing?.includes(staff.id) ?? false,
    }
  }, [db, staff.id])
  const [opened, setOpened] = useState<{
    readonly key: StaffKey | undefined
    readonly contentById: OpenedPackages
  }>()

  useEffect(() => {
    let isCurrent = true
    async function open() {
      if (!found) return
      const contentById = new Map<string, PackageContent>()
      if (key) {
        for (const one of found.packages) {
          const content = await openPackage(key, one)
          if (content.ok) contentById.set(one.id, content.value)
        }
      }
      if (isCurrent) setOpened({ key, contentById })
    }
    void open()
    return () => {
      isCurrent = false
    }
  }, [key, found])

  const opening = key !== undefined && opened?.key !== key
  if (!found) return { state: 'reading', opening, held: 0, contentById: NONE }
  const held = found.packages.length
  if (found.keyMissing || !staff.keyBox) return { state: 'no-key', opening: false, held, contentById: NONE }
  return {
    state: key ? 'open' : 'locked',
    opening,
    held,
    contentById: key && opened ? opened.contentById : NONE,
  }
}
