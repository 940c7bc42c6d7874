import { useState } from 'react'
import { formatDay } from '#shared/i18n/numbers'
import type { Item } from '#shared/item/item'
import { formatQuantity } from '#shared/item/quantity'
import { leavesBefore, parseLotId, type LotId } from '#shared/lot/lot'
import { lotsBefore, type LotInPlace } from '#shared/stock/fefo'
import { takenFrom } from '../draft/draft-lines.ts'
import { draftText } from '../draft/draft-text.ts'
import type { DispatchDraft, DraftLine } from '../draft/draft.ts'
import { LineCard } from '../draft/line-card.tsx'
import { LineSteps } from '../draft/line-steps.tsx'
import { KeptQuantityDialog } from '../draft/kept-quantity-dialog.tsx'
import { useClock } from '../draft/use-clock.tsx'
import type { DraftActions } from '../draft/draft-actions.ts'
import { useLive } from '../database/use-live.tsx'
import { describeLot } from '../lot/describe-lot.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { dispatchText } from './dispatch-text.ts'
import { LotChoiceDialog } from './lot-choice-dialog.tsx'
import { lotsOf } from './use-dispatch.tsx'

export interface DispatchLineCardProps {
  readonly line: DraftLine
  readonly lines: readonly DraftLine[]
  readonly item: Item | undefined
  readonly codeByShelf: ReadonlyMap<string, string>
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  readonly actions: DraftActions<DispatchDraft>
  readonly onQuantity: (quantity: number) => void
  /** Base units more, or fewer when below zero. */
  readonly onStep: (by: number) => void
  readonly onPlace: (place: Pick<LotInPlace, 'lotId'> & Partial<LotInPlace>) => void
  readonly onRemoved: () => void
}

const NONE: readonly LotInPlace[] = []

/** The last thing taken: from which shelf and lot, and what to know about it. */
export function DispatchLineCard(props: DispatchLineCardProps) {
  const { line, lines, item, codeByShelf, typed, onType, actions, onQuantity, onStep, onPlace, onRemoved } =
    props
  const { db } = useTablet()
  const { language } = useLanguage()
  const text = useText(dispatchText)
  const words = useText(draftText)
  const { today } = useClock()
  const [open, setOpen] = useState<'quantity' | 'lot'>()
  const lots = useLive(() => lotsOf(db, { id: line.itemId }), [db, line.itemId]) ?? NONE
  if (!item) return null

  const key = (name: string) => `${line.id}.${name}`
  const about = describeLot(line.lotId, today, language)
  const shelf = codeByShelf.get(line.shelfId) ?? line.shelfId
  const booked =
    lots.find((lot) => lot.lotId === line.lotId && lot.locationId === line.shelfId)?.quantity ?? 0
  const taken = takenFrom(lines, line.lotId, line.shelfId)
  const left = lots.map((lot) => ({
    ...lot,
    quantity: lot.quantity - takenFrom(lines, lot.lotId, lot.locationId),
  }))
  const sooner = line.refused ? undefined : lotsBefore(left, line.lotId, today)[0]
  const remove = (
    <Button
      onClick={() => {
        void actions.removeLine(line.id)
        onRemoved()
      }}
    >
      {words.drop}
    </Button>
  )
  const lotChoice = (
    <LotChoiceDialog
      open={open === 'lot'}
      item={item}
      lots={left}
      codeByShelf={codeByShelf}
      today={today}
      typed={{ digits: typed(key('day')), lotNumber: typed(key('lot')) }}
      onType={({ digits, lotNumber }) => {
        onType(key('day'), digits)
        onType(key('lot'), lotNumber)
      }}
      onChoose={(place) => {
        setOpen(undefined)
        onPlace(place)
      }}
      onClose={() => setOpen(undefined)}
    />
  )

  if (line.refused) {
    return (
      <section className="card red stop-card" aria-label={item.name}>
        <h2>{item.name}</h2>
        <Notice tone="red">{text.expired(dayOf(line.lotId))}</Notice>
        <div className="buttons line-buttons">
          <Button onClick={() => setOpen('lot')}>{text.otherDay}</Button>
          {remove}
        </div>
        {lotChoice}
      </section>
    )
  }
  return (
    <>
      <LineCard
        item={item}
        quantity={line.quantity}
        detail={[shelf, about.words].filter((part) => part !== '').join(' · ')}
        warning={about.soon}
      >
        <div className="buttons line-buttons">
          <LineSteps line={line} item={item} onStep={onStep} onCount={() => setOpen('quantity')} />
          <Button onClick={() => setOpen('lot')}>{words.otherLot}</Button>
          {remove}
        </div>
        <KeptQuantityDialog
          open={open === 'quantity'}
          item={item}
          keptAs={line.id}
          typed={typed}
          onType={onType}
          largestKnown={lots.reduce((sum, { quantity }) => sum + Math.max(0, quantity), 0)}
          onQuantity={(quantity) => {
            setOpen(undefined)
            onQuantity(quantity)
          }}
          onClose={() => setOpen(undefined)}
        />
        {lotChoice}
      </LineCard>
      {sooner && (
        <Notice tone="yellow">
          {text.sooner(
            dayOf(line.lotId) === '' ? text.inHandUndated : text.inHandUntil(dayOf(line.lotId)),
            codeByShelf.get(sooner.locationId) ?? sooner.locationId,
            formatQuantity(sooner.quantity, item, language),
            text.until(dayOf(sooner.lotId)),
          )}
        </Notice>
      )}
      {taken > booked && (
        <Notice>
          {text.beyondBooks(
            formatQuantity(Math.max(0, booked), item, language),
            formatQuantity(taken, item, language),
          )}
        </Notice>
      )}
    </>
  )
}

function dayOf(lotId: LotId): string {
  const lot = parseLotId(lotId)
  const day = lot && leavesBefore(lot)
  return day === undefined ? '' : formatDay(day)
}
