import { useParams } from 'wouter'
import { tickAtInstant } from '#shared/case-file/case-file'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import { tripPackageId, type Driver } from '#shared/trip/trip-package'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { CallLink } from '../trip/call-link.tsx'
import { readTrip, type StopInHand, type TripInHand } from '../trip/trip-store.ts'
import { useTripHand } from '../trip/trip-hand.tsx'
import { usePackages, type OpenedPackages } from '../trip/use-packages.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { Opening } from '../ui/opening.tsx'
import { deliverText } from './deliver-text.ts'
import { goodsWords } from './goods-words.ts'
import { TripNamesLock } from './trip-names-lock.tsx'
import { WithoutPinNotice } from './without-pin-notice.tsx'
import './deliver.css'

/** One trip on its courier's phone: the doors in order, by code, and by name once the PIN has opened them. */
export function TripScreen() {
  const { id } = useParams<{ id: string }>()
  const text = useText(deliverText)
  const { db } = useTablet()
  const { staff } = useTripHand()
  const { language } = useLanguage()
  const found = useLive(async () => (await readTrip(db, id)) ?? null, [db, id])
  const packages = usePackages(staff)
  if (found === undefined) return <Opening />
  if (found === null) return <TripMissing />
  const { trip, stops } = found
  const toLoad = stops.filter(({ goods }) => goods.length > 0)
  const say = (value: number) => formatNumber(value, language)
  return (
    <JobShell colour="deliver" title={trip.code} subtitle={formatDay(trip.dayOn)} back="/trips">
      <div className="column">
        <WithoutPinNotice />
        <TripNamesLock packages={packages} />
        <TripFacts found={found} driver={driverIn(trip.id, packages.contentById)} />
        <div className="trip-ways">
          <LinkButton href={`/trips/${trip.id}/loading`} icon="scan" wide>
            {text.loadingLink(say(toLoad.filter(({ loaded }) => loaded).length), say(toLoad.length))}
          </LinkButton>
          <LinkButton href="/handover" icon="qr" wide>
            {text.scanLabel}
          </LinkButton>
          {packages.state === 'open' && packages.contentById.size > 0 && (
            <LinkButton href={`/trips/${trip.id}/around`} icon="place" wide>
              {text.aroundLink}
            </LinkButton>
          )}
        </div>
        <h2>{text.stopsTitle}</h2>
        <List label={text.stopsTitle}>
          {stops.map((stop) => (
            <StopRow
              key={stop.stop.consignmentId}
              tripId={trip.id}
              found={found}
              stop={stop}
              opened={packages.contentById}
            />
          ))}
        </List>
      </div>
    </JobShell>
  )
}

interface StopRowProps {
  readonly tripId: string
  readonly found: TripInHand
  readonly stop: StopInHand
  readonly opened: OpenedPackages
}

function StopRow({ tripId, found, stop: { stop, caseFile, goods, loaded, begun }, opened }: StopRowProps) {
  const text = useText(deliverText)
  const { language } = useLanguage()
  const { now } = useTablet()
  const placeNames = usePlaceNames()
  const name = opened.get(tripPackageId(tripId, stop.consignmentId))?.household?.persons[0]?.name
  const code = caseFile?.code ?? stop.caseFileId
  const tick = caseFile ? tickAtInstant(caseFile, now()) : 'green'
  const isOnBoard = goods.length > 0
  return (
    <ListRow
      href={`/trips/${tripId}/stops/${encodeURIComponent(stop.consignmentId)}`}
      tone={isOnBoard && tick !== 'green' ? tick : 'plain'}
      title={
        <>
          <b className="stop-order">{formatNumber(stop.order, language)}</b> {code}
          {name && ` · ${name}`}
        </>
      }
      figureDetail={
        begun ? text.begun : isOnBoard ? (loaded ? text.loaded : text.notLoaded) : text.handedOver
      }
      detail={
        <>
          {caseFile && placeNames(caseFile)}
          {isOnBoard && ` · ${goodsWords(goods, found.itemById, language)}`}
          {isOnBoard && tick !== 'green' && <strong className="stop-tick">{text[tick]}</strong>}
        </>
      }
    />
  )
}

function TripFacts({
  found: { trip },
  driver,
}: {
  readonly found: TripInHand
  readonly driver: Driver | undefined
}) {
  const text = useText(deliverText)
  const vehicle = [trip.vehicle, trip.plate].filter(Boolean).join(' · ')
  if (vehicle === '' && !driver) return null
  return (
    <Card>
      <Facts>
        {vehicle !== '' && <Fact label={text.vehicle}>{vehicle}</Fact>}
        {driver && <Fact label={text.driver}>{driver.name}</Fact>}
      </Facts>
      {driver && driver.phone !== '' && <CallLink phone={driver.phone} />}
    </Card>
  )
}

export function TripMissing() {
  const text = useText(deliverText)
  return (
    <JobShell colour="deliver" title={text.title} back="/trips">
      <EmptyState icon="truck" title={text.missing}>
        <p>{text.missingHint}</p>
        <LinkButton href="/trips" icon="back">
          {text.allTrips}
        </LinkButton>
      </EmptyState>
    </JobShell>
  )
}

function driverIn(tripId: string, opened: OpenedPackages): Driver | undefined {
  for (const [id, { driver }] of opened) if (driver && id.startsWith(`${tripId}:`)) return driver
  return undefined
}
