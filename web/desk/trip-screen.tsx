import { useState } from 'react'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { TripAnswer } from '#shared/desk/desk-trip-wire'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import type { TripState } from '#shared/trip/trip'
import { tripWords } from '#shared/trip/trip-text'
import { Button, LinkButton } from '../ui/button.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal } from './form-parts.tsx'
import { LoadingList } from './loading-list.tsx'
import { may } from './may.ts'
import { MoveDialog } from './move-dialog.tsx'
import { TripDialog } from './trip-dialog.tsx'
import { TripStops } from './trip-stops.tsx'
import { tripDeskText } from './trip-desk-text.ts'
import { vehicleOf } from './trips-screen.tsx'
import { useAnswer } from './use-answer.tsx'
import { useSending } from './use-sending.tsx'
import { WaitingPart } from './waiting-part.tsx'

const REFRESH_MS = 20_000

/** One trip: who drives, its stops in order, what is to be loaded, and what still waits for a trip. */
export function TripScreen({ tripId }: { readonly tripId: string }) {
  const text = useText(tripDeskText)
  const frame = useText(deskText)
  const { requests, me } = useDesk()
  const { language } = useLanguage()
  const answer = useAnswer(tripId, (signal) => requests.trip(tripId, signal), { pollMs: REFRESH_MS })
  const [editing, setEditing] = useState(false)
  const [moving, setMoving] = useState<readonly ConsignmentId[]>()
  const sending = useSending()
  const found = answer.value
  const mayChange = may(me.role, 'manageTrips')
  const isOpen = found !== undefined && found.trip.state !== 'ended'

  async function change(request: () => ReturnType<typeof requests.changeTrip>) {
    await sending.send(request)
    answer.reload()
  }
  function setStops(stops: readonly ConsignmentId[]) {
    void change(() => requests.changeTrip(tripId, { version: found!.version, stops: [...stops] }))
  }
  function setState(state: TripState) {
    void change(() => requests.setTripState(tripId, { version: found!.version, state }))
  }

  return (
    <>
      <PageHead title={text.open(found?.trip.code ?? '…')}>
        <LinkButton href="/trips" kind="quiet" icon="back">
          {text.backToTrips}
        </LinkButton>
        {mayChange && found && found.stops.length > 0 && (
          <LinkButton href={`/trips/${encodeURIComponent(tripId)}/waybill`} icon="print">
            {text.waybill}
          </LinkButton>
        )}
        {mayChange && isOpen && (
          <Button icon="edit" onClick={() => setEditing(true)}>
            {frame.edit}
          </Button>
        )}
        {mayChange && found && <StateButtons found={found} busy={sending.busy} onSet={setState} />}
      </PageHead>
      <FormRefusal sentence={sending.sentence} />
      <AnswerView answer={answer}>
        {(trip) => (
          <>
            <TripFacts found={trip} />
            {!trip.courierHasKey && <Notice tone="yellow">{text.noKey}</Notice>}
            {trip.openStops > 0 && trip.trip.state === 'ended' && (
              <Notice tone="yellow">{text.left(formatNumber(trip.openStops, language))}</Notice>
            )}
            <TripStops
              key={trip.version}
              found={trip}
              mayChange={mayChange && isOpen}
              busy={sending.busy}
              onOrder={setStops}
              onMove={setMoving}
            />
            {mayChange && trip.trip.state === 'on-the-way' && <p className="hint no-print">{text.lost}</p>}
            <LoadingList goods={trip.loading} />
            {mayChange && isOpen && (
              <WaitingPart
                warehouseId={trip.trip.warehouseId}
                version={trip.version}
                busy={sending.busy}
                onPut={(id) => setStops([...trip.stops.map(({ consignmentId }) => consignmentId), id])}
              />
            )}
          </>
        )}
      </AnswerView>
      {editing && found && (
        <TripDialog
          found={found}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false)
            answer.reload()
          }}
        />
      )}
      {moving && found && (
        <MoveDialog
          from={found.trip}
          consignmentIds={moving}
          onClose={() => setMoving(undefined)}
          onMoved={() => {
            setMoving(undefined)
            answer.reload()
          }}
        />
      )}
    </>
  )
}

interface StateButtonsProps {
  readonly found: TripAnswer
  readonly busy: boolean
  readonly onSet: (state: TripState) => void
}

/** The next step, and the way back from one that was taken by mistake. */
function StateButtons({ found, busy, onSet }: StateButtonsProps) {
  const text = useText(tripDeskText)
  const { state } = found.trip
  return (
    <>
      {state === 'planned' && (
        <Button
          kind="primary"
          icon="truck"
          disabled={busy || found.stops.length === 0}
          onClick={() => onSet('on-the-way')}
        >
          {text.leave}
        </Button>
      )}
      {state === 'on-the-way' && (
        <>
          <Button icon="undo" disabled={busy} onClick={() => onSet('planned')}>
            {text.backToPlanned}
          </Button>
          <Button
            kind="primary"
            icon="done"
            disabled={busy}
            title={text.endHint}
            onClick={() => onSet('ended')}
          >
            {text.end}
          </Button>
        </>
      )}
      {state === 'ended' && (
        <Button icon="undo" disabled={busy} onClick={() => onSet('on-the-way')}>
          {text.reopen}
        </Button>
      )}
    </>
  )
}

function TripFacts({ found }: { readonly found: TripAnswer }) {
  const text = useText(tripDeskText)
  const words = useText(tripWords).state
  const { trip, driver } = found
  return (
    <section className="card trip-facts">
      <Facts>
        <Fact label={text.state}>
          <span className="tag">{words[trip.state]}</span>
        </Fact>
        <Fact label={text.day}>
          <span className="figures">{formatDay(trip.dayOn)}</span>
        </Fact>
        <Fact label={text.courier}>{found.courierName}</Fact>
        <Fact label={text.warehouse}>{found.warehouseName}</Fact>
        <Fact label={text.vehicle}>{vehicleOf(trip) || '–'}</Fact>
        {driver !== undefined && (
          <Fact label={text.driverName}>
            {driver ? `${driver.name}${driver.phone === '' ? '' : ` · ${driver.phone}`}` : text.driverNone}
          </Fact>
        )}
      </Facts>
    </section>
  )
}
