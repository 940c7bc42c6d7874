import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Location } from '#shared/location/location'
import { readMeta } from '../database/meta-store.ts'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import { useLive } from '../database/use-live.tsx'
import { listShelves } from '../location/location-store.ts'
import { useTablet } from '../tablet-context.tsx'
import { Opening } from '../ui/opening.tsx'
import { DispatchDesk } from './dispatch-desk.tsx'

/** Opens the dispatch once it is known which warehouse and shelves this tablet has. */
export function DispatchScreen() {
  const { db } = useTablet()
  const [, navigate] = useLocation()
  const [closed, setClosed] = useState(false)
  const ready = useLive(async (): Promise<Ready | undefined> => {
    const [identity, shelves] = await Promise.all([readMeta(db, 'identity'), listShelves(db)])
    return identity && { identity, shelves }
  }, [db])
  if (!ready || closed) return <Opening />
  return (
    <DispatchDesk
      identity={ready.identity}
      shelves={ready.shelves}
      onClosed={(slipId) => {
        setClosed(true)
        navigate(`/slip/${slipId}`)
      }}
      onDiscarded={() => navigate('/')}
    />
  )
}

interface Ready {
  readonly identity: DeviceIdentity
  readonly shelves: readonly Location[]
}
