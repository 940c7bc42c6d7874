import { useState } from 'react'
import type { Item } from '#shared/item/item'
import { formatQuantity } from '#shared/item/quantity'
import { lotId, type Lot } from '#shared/lot/lot'
import { isExpiredLot, orderFefo, type LotInPlace } from '#shared/stock/fefo'
import type { LocalDate } from '#shared/time/time'
import { describeLot } from '../lot/describe-lot.ts'
import { LotDialog } from '../lot/lot-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { dispatchText } from './dispatch-text.ts'

export interface LotChoiceDialogProps {
  readonly open: boolean
  readonly item: Item
  readonly lots: readonly LotInPlace[]
  readonly codeByShelf: ReadonlyMap<string, string>
  readonly today: LocalDate
  readonly typed: { readonly digits: string; readonly lotNumber: string }
  readonly onType: (typed: { readonly digits: string; readonly lotNumber: string }) => void
  readonly onChoose: (place: Pick<LotInPlace, 'lotId'> & Partial<Pick<LotInPlace, 'locationId'>>) => void
  readonly onClose: () => void
}

/** Which lot is really in hand: those of the books, first to leave first, or the date on the pack. */
export function LotChoiceDialog(props: LotChoiceDialogProps) {
  const { open, item, lots, codeByShelf, today, typed, onType, onChoose, onClose } = props
  const { language } = useLanguage()
  const text = useText(dispatchText)
  const [typing, setTyping] = useState(false)
  const offered = orderFefo(lots, today)
  const bare: Lot = { itemId: item.id }
  return (
    <>
      <Dialog
        open={open && !typing}
        title={text.chooseLot(item.name)}
        onClose={typing ? () => undefined : onClose}
      >
        {offered.length === 0 && <p>{text.noLots}</p>}
        <div className="dialog-list">
          <List label={text.chooseLot(item.name)}>
            {offered.map((lot) => {
              const about = describeLot(lot.lotId, today, language)
              return (
                <ListRow
                  key={`${lot.lotId}|${lot.locationId}`}
                  title={`${codeByShelf.get(lot.locationId) ?? lot.locationId}${about.words === '' ? '' : ` · ${about.words}`}`}
                  detail={about.soon}
                  figure={text.onShelf(formatQuantity(lot.quantity, item, language))}
                  tone={about.soon === undefined ? 'plain' : 'yellow'}
                  onPress={() => onChoose(lot)}
                />
              )
            })}
          </List>
        </div>
        <Button icon="calendar" onClick={() => setTyping(true)}>
          {text.otherDate}
        </Button>
      </Dialog>
      <LotDialog
        open={open && typing}
        item={item}
        lot={bare}
        today={today}
        typed={typed}
        onType={onType}
        onLot={(lot) => {
          setTyping(false)
          if (!isExpiredLot(lotId(lot), today)) onChoose({ lotId: lotId(lot) })
        }}
        onClose={() => {
          setTyping(false)
          onClose()
        }}
      />
    </>
  )
}
