import { useState } from 'react'
import type { Item } from '#shared/item/item'
import { formatQuantity } from '#shared/item/quantity'
import { lotId, type Lot } from '#shared/lot/lot'
import type { LocalDate } from '#shared/time/time'
import type { DraftLine } from '../draft/draft.ts'
import { KeptQuantityDialog } from '../draft/kept-quantity-dialog.tsx'
import { LotDialog } from '../lot/lot-dialog.tsx'
import { Segments } from '../ui/choices.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { intakeText, sentenceForLessLeft, sentenceForSameLot } from './intake-text.ts'
import { lastScanned } from './move-to-lot.ts'

export interface OtherLotDialogProps {
  readonly open: boolean
  readonly line: DraftLine
  readonly item: Item
  readonly lot: Lot
  readonly today: LocalDate
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  /** Base units of the line, and the lot they are of. */
  readonly onMove: (quantity: number, lot: Lot) => void
  readonly onClose: () => void
}

/** The pack just scanned, or some of the line, is of another lot than the rest. */
export function OtherLotDialog(props: OtherLotDialogProps) {
  const { open, line, item, lot, today, typed, onType, onMove, onClose } = props
  const { language } = useLanguage()
  const text = useText(intakeText)
  const [counting, setCounting] = useState(false)
  const [isSame, setIsSame] = useState(false)
  const key = (name: string) => `${line.id}.other.${name}`
  const counted = Number(typed(key('quantity')))
  const last = lastScanned(line, item)
  const show = (quantity: number) => formatQuantity(quantity, item, language)

  function move(other: Lot) {
    if (lotId(other) === line.lotId) return setIsSame(true)
    for (const name of ['day', 'lot', 'quantity', 'digits', 'pack']) onType(key(name), '')
    onMove(counted > 0 ? counted : last, other)
  }

  return (
    <>
      <LotDialog
        open={open}
        item={item}
        lot={lot}
        title={text.otherLotTitle(item.name)}
        today={today}
        typed={{ digits: typed(key('day')), lotNumber: typed(key('lot')) }}
        onType={({ digits, lotNumber }) => {
          setIsSame(false)
          onType(key('day'), digits)
          onType(key('lot'), lotNumber)
        }}
        onLot={move}
        onClose={onClose}
      >
        <Segments
          label={text.otherLotOf}
          value={counted > 0 ? 'some' : 'last'}
          onChange={(value) => (value === 'some' ? setCounting(true) : onType(key('quantity'), ''))}
          options={[
            { value: 'last', label: text.onlyScanned(show(last)) },
            { value: 'some', label: counted > 0 ? text.thisMany(show(counted)) : text.countThem },
          ]}
        />
        {isSame && <Notice tone="red">{sentenceForSameLot[language]}</Notice>}
      </LotDialog>
      <KeptQuantityDialog
        open={open && counting}
        item={item}
        title={text.howManyOther(item.name)}
        keptAs={`${line.id}.other`}
        typed={typed}
        onType={onType}
        largestKnown={line.quantity}
        refuse={(quantity) => (quantity > line.quantity ? sentenceForLessLeft[language] : undefined)}
        onQuantity={(quantity) => {
          setCounting(false)
          onType(key('quantity'), String(quantity))
        }}
        onClose={() => setCounting(false)}
      />
    </>
  )
}
