import { useState } from 'react'
import { LEFT_REASONS } from '#shared/handover/handover'
import { handoverWords } from '#shared/handover/handover-text'
import type { Item } from '#shared/item/item'
import { formatQuantity, PIECES } from '#shared/item/quantity'
import type { HandoverDraftLine } from '../draft/draft.ts'
import { useClock } from '../draft/use-clock.tsx'
import { AmountPad } from '../item/amount-pad.tsx'
import { describeLot } from '../lot/describe-lot.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Choices, Segments } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { handoverText } from './handover-text.ts'

export interface GoodsStepProps {
  readonly lines: readonly HandoverDraftLine[]
  readonly items: ReadonlyMap<string, Item>
  readonly onLine: (lotId: string, change: Pick<HandoverDraftLine, 'delivered' | 'reason'>) => void
  readonly onAll: (delivered: 'all' | 'none') => void
}

/** What of the car is taken, line by line: all, in part, or none with a reason. */
export function GoodsStep({ lines, items, onLine, onAll }: GoodsStepProps) {
  const text = useText(handoverText)
  return (
    <>
      <div className="handover-all">
        <Button icon="check" onClick={() => onAll('all')}>
          {text.allGiven}
        </Button>
        <Button icon="close" onClick={() => onAll('none')}>
          {text.nothingGiven}
        </Button>
      </div>
      {lines.map((line) => (
        <GoodsLine key={line.lotId} line={line} item={items.get(line.itemId)} onLine={onLine} />
      ))}
    </>
  )
}

interface GoodsLineProps extends Pick<GoodsStepProps, 'onLine'> {
  readonly line: HandoverDraftLine
  readonly item: Item | undefined
}

function GoodsLine({ line, item, onLine }: GoodsLineProps) {
  const text = useText(handoverText)
  const reasons = useText(handoverWords).reason
  const { language } = useLanguage()
  const { today } = useClock()
  const [typing, setTyping] = useState(false)
  const { lotId, quantity, delivered, reason } = line
  const measure = item ?? PIECES
  const words = (amount: number) => formatQuantity(amount, measure, language)
  const name = item?.name ?? line.itemId
  const lot = describeLot(lotId, today, language).words

  return (
    <Card label={name}>
      <h2>{name}</h2>
      <p className="quiet">{[lot, text.onCar(words(quantity))].filter(Boolean).join(' · ')}</p>
      <div className="handover-share">
        <Segments
          label={name}
          value={delivered === undefined ? undefined : shareOf(delivered, quantity)}
          onChange={(share) => {
            if (share === 'part') return setTyping(true)
            onLine(lotId, { delivered: share === 'all' ? quantity : 0 })
          }}
          options={[
            { value: 'all', label: text.given },
            { value: 'part', label: text.givenPart },
            { value: 'none', label: text.givenNone },
          ]}
        />
      </div>
      {delivered !== undefined && delivered < quantity && (
        <>
          {delivered > 0 && <p className="handover-takes">{text.takes(words(delivered))}</p>}
          <p>{text.leaves(words(quantity - delivered))}</p>
          <Choices
            label={text.whyLeft}
            value={reason}
            onChange={(value) => onLine(lotId, { delivered, reason: value })}
            options={LEFT_REASONS.map((value) => ({ value, label: reasons[value] }))}
          />
        </>
      )}
      {typing && (
        <PartDialog
          name={name}
          line={line}
          measure={measure}
          onClose={() => setTyping(false)}
          onSet={(amount) => onLine(lotId, { delivered: amount })}
        />
      )}
    </Card>
  )
}

interface PartDialogProps {
  readonly name: string
  readonly line: HandoverDraftLine
  readonly measure: Pick<Item, 'baseUnit' | 'unit'>
  readonly onClose: () => void
  readonly onSet: (delivered: number) => void
}

function PartDialog({ name, line, measure, onClose, onSet }: PartDialogProps) {
  const text = useText(handoverText)
  const { language } = useLanguage()

  return (
    <Dialog open title={text.howMany(name)} onClose={onClose}>
      <AmountPad
        label={text.howMany(name)}
        measure={measure}
        doneLabel={text.set}
        refuse={(quantity) => {
          if (quantity > line.quantity) return text.tooMany(formatQuantity(line.quantity, measure, language))
        }}
        onQuantity={(quantity) => {
          onSet(quantity)
          onClose()
        }}
      />
    </Dialog>
  )
}

function shareOf(delivered: number, quantity: number): 'all' | 'part' | 'none' {
  if (delivered === 0) return 'none'
  return delivered === quantity ? 'all' : 'part'
}
