import { useState } from 'react'
import { caseFileText } from '#shared/case-file/case-file-text'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { TripAnswer, TripStopRow } from '#shared/desk/desk-trip-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { goodsLine } from './goods-line.ts'
import { moveItem } from './move-item.ts'
import { tripDeskText } from './trip-desk-text.ts'

export interface TripStopsProps {
  readonly found: TripAnswer
  readonly mayChange: boolean
  readonly busy: boolean
  readonly onOrder: (consignmentIds: readonly ConsignmentId[]) => void
  readonly onMove: (consignmentIds: readonly ConsignmentId[]) => void
}

/** The doors in the order of the drive; the order changes by dragging and by buttons, and is saved at once. */
export function TripStops({ found, mayChange, busy, onOrder, onMove }: TripStopsProps) {
  const text = useText(tripDeskText)
  const { language } = useLanguage()
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<number>()
  const { stops } = found
  const ids = stops.map(({ consignmentId }) => consignmentId)
  const open = stops.filter(({ inTransit }) => inTransit).map(({ consignmentId }) => consignmentId)

  function move(from: number, to: number) {
    if (to < 0 || to >= ids.length || from === to || busy) return
    onOrder(moveItem(ids, from, to))
  }
  return (
    <section className="card" aria-labelledby="stops-title">
      <div className="stops-head">
        <h2 id="stops-title">
          {text.stops} <small className="quiet">{formatNumber(stops.length, language)}</small>
        </h2>
        {mayChange && open.length > 1 && (
          <Button kind="quiet" icon="truck" onClick={() => onMove(open)}>
            {text.moveAll}
          </Button>
        )}
      </div>
      {stops.length === 0 && <p>{text.noStops}</p>}
      {mayChange && stops.length > 1 && <p className="hint no-print">{text.stopsHint}</p>}
      <ol className="stops">
        {stops.map((stop, i) => (
          // Dragging is for the mouse alone; the buttons inside do the same for everyone.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={stop.consignmentId}
            className={[i === dragged && 'dragged', i === over && i !== dragged && 'over']
              .filter(Boolean)
              .join(' ')}
            draggable={mayChange && !busy}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', stop.caseFileCode)
              setDragged(i)
            }}
            onDragOver={(event) => {
              if (dragged === undefined) return
              event.preventDefault()
              setOver(i)
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== undefined) move(dragged, i)
            }}
            onDragEnd={() => {
              setDragged(undefined)
              setOver(undefined)
            }}
          >
            <b className="order figures">{formatNumber(stop.order, language)}</b>
            <StopWords stop={stop} />
            {mayChange && (
              <div className="buttons">
                <Button
                  kind="quiet"
                  icon="up"
                  aria-label={text.upName(stop.caseFileCode)}
                  disabled={busy || i === 0}
                  onClick={() => move(i, i - 1)}
                >
                  {text.up}
                </Button>
                <Button
                  kind="quiet"
                  icon="down"
                  aria-label={text.downName(stop.caseFileCode)}
                  disabled={busy || i === stops.length - 1}
                  onClick={() => move(i, i + 1)}
                >
                  {text.down}
                </Button>
                <Button
                  kind="quiet"
                  aria-label={text.moveName(stop.caseFileCode)}
                  disabled={busy}
                  onClick={() => onMove([stop.consignmentId])}
                >
                  {text.move}
                </Button>
                <Button
                  kind="quiet"
                  aria-label={text.takeOffName(stop.caseFileCode)}
                  disabled={busy}
                  onClick={() => onOrder(ids.filter((id) => id !== stop.consignmentId))}
                >
                  {text.takeOff}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function StopWords({ stop }: { readonly stop: TripStopRow }) {
  const text = useText(tripDeskText)
  const ticks = useText(caseFileText).tick
  const { language } = useLanguage()
  const { otherTrips, tickNow } = stop
  return (
    <div className="stop-words">
      <p>
        <strong>{stop.caseFileCode}</strong>{' '}
        <span>
          {stop.communeName}, {stop.provinceName}
        </span>
      </p>
      <p className="quiet figures">{stop.consignmentId}</p>
      <p className="quiet">{stop.inTransit ? goodsLine(stop.goods, language) : text.done}</p>
      <p className="tags">
        {tickNow !== 'green' && (
          <span className={`tag ${tickNow}`}>{text.tickNow(ticks[tickNow].toLowerCase())}</span>
        )}
        {otherTrips.length > 0 && (
          <span className="tag yellow">{text.also(otherTrips.map(({ code }) => code).join(', '))}</span>
        )}
      </p>
    </div>
  )
}
