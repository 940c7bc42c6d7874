import { useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { ConsignmentId } from '#shared/consignment/consignment'
import { tripPackageId } from '#shared/trip/trip-package'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { useTripHand } from '../trip/trip-hand.tsx'
import { usePackages } from '../trip/use-packages.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { Opening } from '../ui/opening.tsx'
import { HandoverDesk } from './handover-desk.tsx'
import { HandoverDone } from './handover-done.tsx'
import { handoverText } from './handover-text.ts'
import { readDoor } from './read-door.ts'

/** What there is to do with one consignment: hand it over, go on with that, or look at what was recorded. */
export function HandoverScreen() {
  const { consignmentId: id } = useParams<{ consignmentId: string }>()
  const text = useText(handoverText)
  const { db } = useTablet()
  const [, navigate] = useLocation()
  const { staff } = useTripHand()
  const packages = usePackages(staff)
  const [again, setAgain] = useState(false)
  const consignmentId = id as ConsignmentId
  const found = useLive(() => readDoor(db, consignmentId, staff), [db, consignmentId, staff])
  if (!found || packages.state === 'reading') return <Opening />

  const { door, isOpen, handovers, trip } = found
  const back = trip ? `/trips/${trip.id}` : '/'
  if (handovers.length > 0 && !isOpen && !again) {
    return (
      <HandoverDone
        handovers={handovers}
        back={back}
        mayGoOn={door.kind === 'ready' && handovers[0]!.state.outcome !== 'all'}
        onAgain={() => setAgain(true)}
      />
    )
  }
  if (door.kind !== 'ready') {
    const words = {
      'not-known': [text.unknown(id), text.unknownWhat],
      'no-goods': [text.noGoods, text.noGoodsWhat],
      'no-case-file': [text.noCaseFile, text.noCaseFileWhat],
    }[door.kind] as [string, string]
    return (
      <JobShell colour="deliver" title={text.title} back={back}>
        <EmptyState icon="package" title={words[0]}>
          <p>{words[1]}</p>
        </EmptyState>
      </JobShell>
    )
  }
  const content = packages.contentById.get(tripPackageId(trip?.id ?? '', id))
  return (
    <HandoverDesk
      key={id}
      door={door.atTheDoor}
      household={content?.household ?? undefined}
      idMarks={content?.idMarks ?? []}
      isRest={handovers.some(({ state }) => state.outcome !== 'none')}
      back={back}
      onClosed={() => setAgain(false)}
      onDiscarded={() => navigate(back)}
    />
  )
}
