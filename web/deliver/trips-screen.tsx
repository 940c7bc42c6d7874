import { useEffect } from 'react'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import { tripWords } from '#shared/trip/trip-text'
import { useLive } from '../database/use-live.tsx'
import { FetchButton } from '../device/fetch-button.tsx'
import { useTablet } from '../tablet-context.tsx'
import { goodsOnBoard, listBegun, listTrips } from '../trip/trip-store.ts'
import { useTripHand } from '../trip/trip-hand.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { deliverText } from './deliver-text.ts'
import { WithoutPinNotice } from './without-pin-notice.tsx'
import './deliver.css'

/** A courier's trips that have not ended. */
export function TripsScreen() {
  const text = useText(deliverText)
  const words = useText(tripWords).state
  const { language } = useLanguage()
  const { db, sync } = useTablet()
  const { staff } = useTripHand()
  const trips = useLive(async () => {
    const found = await listTrips(db, staff)
    return Promise.all(
      found.map(async (trip) => {
        const onBoard = await Promise.all(trip.stops.map((stop) => goodsOnBoard(db, stop.consignmentId)))
        return { trip, open: onBoard.filter((goods) => goods.length > 0).length }
      }),
    )
  }, [db, staff])
  // Names come down for who is signed in: ask as soon as they look.
  useEffect(() => void sync.pullNow(), [sync])
  const begun = useLive(() => listBegun(db), [db])
  const say = (value: number) => formatNumber(value, language)

  return (
    <JobShell colour="deliver" title={text.title} subtitle={staff.name}>
      <div className="column">
        <WithoutPinNotice />
        {begun && begun.length > 0 && (
          <section aria-label={text.begun}>
            <h2>{text.begun}</h2>
            <List label={text.begun}>
              {begun.map(({ consignmentId, code }) => (
                <ListRow
                  key={consignmentId}
                  href={`/handover/${consignmentId}`}
                  title={code}
                  detail={consignmentId}
                />
              ))}
            </List>
          </section>
        )}
        {trips?.length === 0 && (
          <EmptyState icon="truck" title={text.none}>
            <p>{text.noneHint}</p>
            <FetchButton label={text.fetch} busyLabel={text.fetching} />
          </EmptyState>
        )}
        {trips && trips.length > 0 && (
          <List label={text.title}>
            {trips.map(({ trip, open }) => (
              <ListRow
                key={trip.id}
                href={`/trips/${trip.id}`}
                title={trip.code}
                detail={[formatDay(trip.dayOn), trip.vehicle, trip.plate].filter(Boolean).join(' · ')}
                figure={words[trip.state]}
                figureDetail={`${text.stops(say(trip.stops.length))}, ${text.open(say(open))}`}
              />
            ))}
          </List>
        )}
      </div>
    </JobShell>
  )
}
