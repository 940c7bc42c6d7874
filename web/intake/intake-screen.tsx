import { useState } from 'react'
import { useLocation } from 'wouter'
import { useLive } from '../database/use-live.tsx'
import { readMeta } from '../database/meta-store.ts'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import { listShelves } from '../location/location-store.ts'
import { readUsualShelf } from '../location/usual-shelf.ts'
import type { Location, LocationId } from '#shared/location/location'
import { useTablet } from '../tablet-context.tsx'
import { Opening } from '../ui/opening.tsx'
import { IntakeDesk } from './intake-desk.tsx'

/** Opens the intake once it is known which warehouse and shelves this tablet has. */
export function IntakeScreen() {
  const { db } = useTablet()
  const [, navigate] = useLocation()
  const [closing, setClosing] = useState(false)
  const ready = useLive(async (): Promise<Ready | undefined> => {
    const [identity, shelves] = await Promise.all([readMeta(db, 'identity'), listShelves(db)])
    return identity && { identity, shelves, usualShelfId: await readUsualShelf(db, shelves) }
  }, [db])
  if (!ready || closing) return <Opening />
  return (
    <IntakeDesk
      identity={ready.identity}
      shelves={ready.shelves}
      usualShelfId={ready.usualShelfId}
      onClosed={(slipId) => {
        setClosing(true)
        navigate(`/slip/${slipId}`)
      }}
      onDiscarded={() => navigate('/')}
    />
  )
}

interface Ready {
  readonly identity: DeviceIdentity
  readonly shelves: readonly Location[]
  readonly usualShelfId: LocationId | undefined
}
