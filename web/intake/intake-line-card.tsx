import { useState } from 'react'
import type { Item } from '#shared/item/item'
import { QUANTITY_MAX } from '#shared/item/quantity'
import { parseLotId, type Lot } from '#shared/lot/lot'
import { lacksDate } from '#shared/lot/lot-dates'
import { lotText } from '#shared/lot/lot-text'
import { draftText } from '../draft/draft-text.ts'
import type { DraftLine, IntakeDraft } from '../draft/draft.ts'
import { LineCard } from '../draft/line-card.tsx'
import { LineSteps } from '../draft/line-steps.tsx'
import { KeptQuantityDialog } from '../draft/kept-quantity-dialog.tsx'
import { useClock } from '../draft/use-clock.tsx'
import type { DraftActions } from '../draft/draft-actions.ts'
import { useLive } from '../database/use-live.tsx'
import { shownCode } from '../item/shown-code.ts'
import { describeLot } from '../lot/describe-lot.ts'
import { keepLotNumber, shownLotNumber } from '../lot/kept-lot-number.ts'
import { LotDialog } from '../lot/lot-dialog.tsx'
import { lotsOnShelves } from '../lot/stock-store.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { intakeText } from './intake-text.ts'
import { lastScanned } from './move-to-lot.ts'
import { OtherLotDialog } from './other-lot-dialog.tsx'

export interface IntakeLineCardProps {
  readonly line: DraftLine
  readonly item: Item | undefined
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  readonly actions: DraftActions<IntakeDraft>
  /** Whether the pad for the date is open; the review opens it as well. */
  readonly dating: boolean
  readonly onDating: (open: boolean) => void
  /** That many base units are of this lot; undefined for the whole line. */
  readonly onMove: (quantity: number | undefined, lot: Lot) => void
  readonly onRemoved: () => void
}

/** The last scanned line, and everything that can be put right about it. */
export function IntakeLineCard(props: IntakeLineCardProps) {
  const { line, item, typed, onType, actions, dating, onDating, onMove, onRemoved } = props
  const { db } = useTablet()
  const { language } = useLanguage()
  const text = useText(draftText)
  const words = useText(intakeText)
  const { today } = useClock()
  const [open, setOpen] = useState<'quantity' | 'other-lot'>()
  const known = useLive(() => lotsOnShelves(db, line.itemId), [db, line.itemId]) ?? []
  const lot = parseLotId(line.lotId)
  if (!item || !lot) return null

  const about = describeLot(line.lotId, today, language)
  const dateMissing = lacksDate(lot, item) && typed(`${line.id}.no-date`) !== '1'
  const code = line.barcode === undefined ? words.noCode : shownCode(line.barcode, today)
  const detail = [code, about.words].filter((part) => part !== '').join(' · ')
  const key = (name: string) => `${line.id}.${name}`
  const setQuantity = (quantity: number) => void actions.editLine(line.id, (line) => ({ ...line, quantity }))
  const stepBy = (by: number) =>
    void actions.editLine(line.id, (line) => {
      const quantity = line.quantity + by
      return quantity >= 1 && quantity <= QUANTITY_MAX ? { ...line, quantity } : line
    })
  return (
    <LineCard
      item={item}
      quantity={line.quantity}
      detail={detail}
      warning={dateMissing ? lotText[language].noDate : about.soon}
    >
      <div className="buttons line-buttons">
        <LineSteps line={line} item={item} onStep={stepBy} onCount={() => setOpen('quantity')} />
        <Button kind={dateMissing ? 'primary' : 'plain'} onClick={() => onDating(true)}>
          {dateMissing ? words.enterDate : text.lotAndDate}
        </Button>
        <Button disabled={lastScanned(line, item) >= line.quantity} onClick={() => setOpen('other-lot')}>
          {text.otherLot}
        </Button>
        <Button
          onClick={() => {
            void actions.removeLine(line.id)
            onRemoved()
          }}
        >
          {text.drop}
        </Button>
      </div>
      <KeptQuantityDialog
        open={open === 'quantity'}
        item={item}
        keptAs={line.id}
        typed={typed}
        onType={onType}
        largestKnown={known.reduce((sum, { quantity }) => sum + Math.max(0, quantity), 0)}
        onQuantity={(quantity) => {
          setOpen(undefined)
          setQuantity(quantity)
        }}
        onClose={() => setOpen(undefined)}
      />
      <LotDialog
        open={dating}
        item={item}
        lot={lot}
        today={today}
        typed={{ digits: typed(key('day')), lotNumber: shownLotNumber(typed(key('lot')), lot) }}
        onType={({ digits, lotNumber }) => {
          onType(key('day'), digits)
          onType(key('lot'), keepLotNumber(lotNumber))
        }}
        onLot={(dated) => {
          onDating(false)
          onType(key('day'), '')
          onMove(undefined, dated)
        }}
        onClose={() => onDating(false)}
      />
      <OtherLotDialog
        open={open === 'other-lot'}
        line={line}
        item={item}
        lot={lot}
        today={today}
        typed={typed}
        onType={onType}
        onMove={(quantity, other) => {
          setOpen(undefined)
          onMove(quantity, other)
        }}
        onClose={() => setOpen(undefined)}
      />
    </LineCard>
  )
}
