import { useState, type ReactNode } from 'react'
import type { Item } from '#shared/item/item'
import { normalizeLotNumber, type Lot } from '#shared/lot/lot'
import { expiryFromMadeOn, withDay } from '#shared/lot/lot-dates'
import { sentenceForLotDate } from '#shared/lot/lot-text'
import { err } from '#shared/result'
import type { LocalDate } from '#shared/time/time'
import { DatePad } from '../ui/date-pad.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Button } from '../ui/button.tsx'
import { lotDialogText } from './lot-dialog-text.ts'

export interface LotDialogProps {
  readonly open: boolean
  readonly item: Item
  readonly lot: Lot
  /** When it is not about all of a line. */
  readonly title?: string
  readonly today: LocalDate
  /** Kept by the caller at every keystroke. */
  readonly typed: { readonly digits: string; readonly lotNumber: string }
  readonly onType: (typed: { readonly digits: string; readonly lotNumber: string }) => void
  readonly onLot: (lot: Lot) => void
  readonly onClose: () => void
  /** What is asked before the day. */
  readonly children?: ReactNode
}

/** The day on the pack, and its lot number where one is printed. */
export function LotDialog(props: LotDialogProps) {
  const { open, item, lot, title, today, typed, onType, onLot, onClose, children } = props
  const { language } = useLanguage()
  const text = useText(lotDialogText)
  const [refusal, setRefusal] = useState<string>()
  const named = (): Lot => {
    const lotNumber = normalizeLotNumber(typed.lotNumber)
    const { lotNumber: _, ...rest } = lot
    return lotNumber === '' ? rest : { ...rest, lotNumber }
  }
  const expiryOf = (madeOn: LocalDate, months: number) => {
    const expiry = expiryFromMadeOn(madeOn, months, today)
    return expiry.ok ? expiry : err(sentenceForLotDate(expiry.error)[language])
  }
  const takeDay = (day: LocalDate) => {
    const dated = withDay(named(), day, item.dates === 'none' ? { dates: 'expiry' } : item, today)
    if (!dated.ok) return setRefusal(sentenceForLotDate(dated.error)[language])
    setRefusal(undefined)
    onLot(dated.value)
  }
  return (
    <Dialog open={open} title={title ?? text.title(item.name)} onClose={onClose}>
      <div className="pad-columns">
        {children}
        <DatePad
          label={item.dates === 'best-before' ? text.bestBefore : text.expires}
          value={typed.digits}
          onChange={(digits) => {
            setRefusal(undefined)
            onType({ ...typed, digits })
          }}
          today={today}
          expiryOf={expiryOf}
          onDone={takeDay}
          refusal={refusal}
          doneLabel={text.take}
        />
        <Field
          label={text.lotNumber}
          value={typed.lotNumber}
          onChange={(lotNumber) => onType({ ...typed, lotNumber })}
          autoComplete="off"
          maxLength={40}
        />
        <Button kind="quiet" onClick={() => onLot(named())}>
          {text.onlyLot}
        </Button>
      </div>
    </Dialog>
  )
}
