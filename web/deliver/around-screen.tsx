import { useState } from 'react'
import { useParams } from 'wouter'
import { tickAtInstant, type CaseFile, type Tick } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { formatNumber } from '#shared/i18n/numbers'
import type { Place } from '#shared/person/person'
import { directionOf, distanceM } from '#shared/place/distance'
import { tripPackageId } from '#shared/trip/trip-package'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { readTrip } from '../trip/trip-store.ts'
import { useTripHand } from '../trip/trip-hand.tsx'
import { usePackages } from '../trip/use-packages.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { Opening } from '../ui/opening.tsx'
import { Notice } from '../ui/refusal.tsx'
import { AroundMap } from './around-map.tsx'
import { deliverText } from './deliver-text.ts'
import { formatDistance } from './format-distance.ts'
import { TripNamesLock } from './trip-names-lock.tsx'
import { TripMissing } from './trip-screen.tsx'
import './deliver.css'

export interface PlacedStop {
  readonly id: string
  readonly order: number
  readonly code: string
  readonly name: string
  readonly place: Place
  readonly tick: Tick
  readonly caseFile: CaseFile | undefined
  /** There is still something on board for it. */
  readonly open: boolean
}

const PERMISSION_DENIED = 1
const PATIENCE_MS = 20_000

/** The doors of a trip around the courier, drawn without any network; only of what the PIN has opened. */
export function AroundScreen() {
  const { id } = useParams<{ id: string }>()
  const text = useText(deliverText)
  const ticks = useText(caseFileText).tick
  const { language } = useLanguage()
  const { db, now } = useTablet()
  const { staff } = useTripHand()
  const placeNames = usePlaceNames()
  const packages = usePackages(staff)
  const found = useLive(async () => (await readTrip(db, id)) ?? null, [db, id])
  const [here, setHere] = useState<Place>()
  const [asking, setAsking] = useState<'looking' | 'refused' | 'failed'>()
  if (found === undefined) return <Opening />
  if (found === null) return <TripMissing />

  const known = found.stops.flatMap((one) => {
    const content = packages.contentById.get(tripPackageId(id, one.stop.consignmentId))
    return content ? [{ ...one, household: content.household }] : []
  })
  const unplaced = known.filter(({ household, goods }) => !household?.place && goods.length > 0)
  const stops = known.flatMap(({ stop, caseFile, goods, household }): PlacedStop[] => {
    if (!household?.place) return []
    return [
      {
        id: stop.consignmentId,
        order: stop.order,
        code: caseFile?.code ?? stop.caseFileId,
        name: household.persons[0]?.name ?? '',
        place: household.place,
        tick: caseFile ? tickAtInstant(caseFile, now()) : 'red',
        caseFile,
        open: goods.length > 0,
      },
    ]
  })
  const sorted = here
    ? stops.toSorted((a, b) => distanceM(here, a.place) - distanceM(here, b.place))
    : stops.toSorted((a, b) => a.order - b.order)

  function locate() {
    setAsking('looking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setHere({ lat: coords.latitude, lon: coords.longitude, accuracyM: coords.accuracy })
        setAsking(undefined)
      },
      ({ code }) => setAsking(code === PERMISSION_DENIED ? 'refused' : 'failed'),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 30_000 },
    )
  }

  return (
    <JobShell colour="deliver" title={text.aroundTitle} subtitle={found.trip.code} back={`/trips/${id}`}>
      <div className="column">
        <TripNamesLock packages={packages} />
        {stops.length === 0 ? (
          <EmptyState icon="place" title={text.aroundNone} />
        ) : (
          <>
            <AroundMap stops={stops} here={here} />
            {here && (
              <p className="quiet">{text.accuracy(formatNumber(Math.round(here.accuracyM), language))}</p>
            )}
            {/* She drives on: where she was is soon no help. */}
            <Button icon="place" wide disabled={asking === 'looking'} onClick={locate}>
              {asking === 'looking' ? text.locating : text.locate}
            </Button>
            {asking === 'refused' && <Notice tone="yellow">{text.locateRefused}</Notice>}
            {asking === 'failed' && <Notice tone="yellow">{text.locateFailed}</Notice>}
            {unplaced.length > 0 && (
              <Notice tone="yellow">
                {text.unplaced(
                  unplaced.map(({ stop, caseFile }) => caseFile?.code ?? stop.caseFileId).join(', '),
                )}
              </Notice>
            )}
            <h2>{here ? text.byDistance : text.byOrder}</h2>
            <List label={here ? text.byDistance : text.byOrder}>
              {sorted.map((stop) => (
                <ListRow
                  key={stop.id}
                  href={`/trips/${id}/stops/${encodeURIComponent(stop.id)}`}
                  title={
                    <>
                      <b className="stop-order">{formatNumber(stop.order, language)}</b> {stop.code} ·{' '}
                      {stop.name}
                    </>
                  }
                  figureDetail={stop.open ? ticks[stop.tick] : text.handedOver}
                  detail={[
                    ...(here
                      ? [
                          text.away(
                            formatDistance(distanceM(here, stop.place), language),
                            text.direction[directionOf(here, stop.place)],
                          ),
                        ]
                      : []),
                    ...(stop.caseFile ? [placeNames(stop.caseFile)] : []),
                  ].join(' · ')}
                />
              ))}
            </List>
          </>
        )}
      </div>
    </JobShell>
  )
}
