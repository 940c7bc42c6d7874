import type { TripAnswer, TripStopRow, Waybill } from '#shared/desk/desk-trip-wire'
import { formatDay } from '#shared/i18n/numbers'
import { formatQuantity } from '#shared/item/quantity'
import { Button, LinkButton } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { QrPicture } from '../ui/qr-picture.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { goodsName } from './goods-line.ts'
import { tripDeskText } from './trip-desk-text.ts'
import { vehicleOf } from './trips-screen.tsx'
import { useAnswer } from './use-answer.tsx'

/** Paper to fall back on when a phone fails: A4, stop by stop, with a line to sign and the word to destroy it. */
export function WaybillScreen({ tripId }: { readonly tripId: string }) {
  const text = useText(tripDeskText)
  const { requests } = useDesk()
  const trip = useAnswer(tripId, (signal) => requests.trip(tripId, signal))
  const waybill = useAnswer(tripId, (signal) => requests.waybill(tripId, signal))
  const code = trip.value?.trip.code ?? '…'
  return (
    <>
      <PageHead title={text.waybillTitle(code)}>
        <LinkButton href={`/trips/${encodeURIComponent(tripId)}`} kind="quiet" icon="back">
          {text.backToTrip}
        </LinkButton>
        <Button kind="primary" icon="print" onClick={() => print()}>
          {text.printNow}
        </Button>
      </PageHead>
      <div className="no-print">
        <Notice tone="yellow">
          {text.waybillWhy} {text.waybillDestroy}
        </Notice>
      </div>
      <style>{'@page { size: A4; margin: 12mm; }'}</style>
      <AnswerView answer={trip}>
        {(found) => (
          <AnswerView answer={waybill}>
            {({ households }) => <Paper found={found} households={households} />}
          </AnswerView>
        )}
      </AnswerView>
    </>
  )
}

function Paper({
  found,
  households,
}: {
  readonly found: TripAnswer
  readonly households: Waybill['households']
}) {
  const text = useText(tripDeskText)
  const { trip, driver } = found
  return (
    <article className="waybill">
      <header>
        <h2>{text.waybillTitle(trip.code)}</h2>
        <p>
          {formatDay(trip.dayOn)} · {found.warehouseName} · {text.courier}: {found.courierName}
          {vehicleOf(trip) !== '' && ` · ${vehicleOf(trip)}`}
          {driver && ` · ${text.driverName}: ${driver.name} ${driver.phone}`}
        </p>
        <p className="destroy">{text.waybillDestroy}</p>
      </header>
      {found.stops.map((stop) => (
        <PaperStop
          key={stop.consignmentId}
          stop={stop}
          household={households.find(({ caseFileId }) => caseFileId === stop.caseFileId)?.household ?? null}
        />
      ))}
    </article>
  )
}

function PaperStop({
  stop,
  household,
}: {
  readonly stop: TripStopRow
  readonly household: Waybill['households'][number]['household']
}) {
  const text = useText(tripDeskText)
  const { language } = useLanguage()
  const persons = household?.persons.filter(({ name }) => name !== '') ?? []
  const phones = household?.persons.flatMap(({ phone }) => (phone ? [phone] : [])) ?? []
  return (
    <section className="waybill-stop">
      <b className="order">{stop.order}</b>
      <div>
        <p className="waybill-code">
          <strong>{stop.caseFileCode}</strong> {stop.communeName}, {stop.provinceName}
        </p>
        {persons.length === 0 && !household?.address ? (
          <p>{text.unknownPerson}</p>
        ) : (
          <>
            <p>
              {persons.map(({ name }) => name).join(', ')}
              {phones.length > 0 && ` · ${phones.join(', ')}`}
            </p>
            <p>{household?.address}</p>
            {household?.howToFind && (
              <p>
                {text.howToFind}: {household.howToFind}
              </p>
            )}
          </>
        )}
        <ul>
          {stop.goods.map((row) => (
            <li key={row.itemId}>
              {goodsName(row, language)}: <b>{formatQuantity(row.quantity, row, language)}</b>
            </li>
          ))}
        </ul>
        <p className="sign">
          <span>{text.signed}</span>
          <span>{text.givenBy}</span>
        </p>
      </div>
      <figure>
        <QrPicture text={stop.consignmentId} label={text.qr(stop.consignmentId)} />
        <figcaption>{stop.consignmentId}</figcaption>
      </figure>
    </section>
  )
}
