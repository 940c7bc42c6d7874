import { useState } from 'react'
import type { Item } from '#shared/item/item'
import { draftText } from '../draft/draft-text.ts'
import { KeptQuantityDialog } from '../draft/kept-quantity-dialog.tsx'
import type { WaitingCode } from '../draft/waiting-codes.ts'
import { useItems } from '../item/use-items.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useText } from '../ui/language.tsx'

export interface WeighCardProps {
  readonly waiting: WaitingCode
  readonly openAtOnce: boolean
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  readonly onAnswer: (item: Item, quantity: number) => void
  readonly onDrop: () => void
}

/** Goods that are weighed have no quantity until somebody weighs them, and hold the end of the slip until then. */
export function WeighCard({ waiting, openAtOnce, typed, onType, onAnswer, onDrop }: WeighCardProps) {
  const text = useText(draftText)
  const [open, setOpen] = useState(openAtOnce)
  const item = useItems([waiting.code.itemId]).get(waiting.code.itemId)
  return (
    <Card tone="yellow" label={text.waitingKnown}>
      {item && <h3>{item.name}</h3>}
      <p>{text.waitingKnown}</p>
      <div className="buttons">
        {item && (
          <Button kind="primary" onClick={() => setOpen(true)}>
            {text.weigh(item.unit)}
          </Button>
        )}
        <Button kind="quiet" onClick={onDrop}>
          {text.putAside}
        </Button>
      </div>
      {item && (
        <KeptQuantityDialog
          open={open}
          item={item}
          keptAs={waiting.lineId}
          typed={typed}
          onType={onType}
          largestKnown={0}
          onQuantity={(quantity) => {
            setOpen(false)
            onAnswer(item, quantity)
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  )
}
