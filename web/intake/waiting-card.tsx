import { useState } from 'react'
import type { Item } from '#shared/item/item'
import { formatQuantity } from '#shared/item/quantity'
import { QuantityDialog } from '../draft/quantity-dialog.tsx'
import { draftText } from '../draft/draft-text.ts'
import type { WaitingCode } from '../draft/waiting-codes.ts'
import { goodsFrom } from '../item/read-code.ts'
import { useItems } from '../item/use-items.tsx'
import { ItemSearchDialog } from '../item/item-search-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { parseLotId, type Lot } from '#shared/lot/lot'
import { LearnForm, type LearnFormProps } from './learn-form.tsx'
import { learnText } from './learn-text.ts'

export interface WaitingCardProps {
  readonly waiting: WaitingCode
  readonly others: number
  /** The person has just chosen these goods by name: their pad is what comes next. */
  readonly openAtOnce: boolean
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  readonly onLearn: LearnFormProps['onLearn']
  readonly onAnswer: (item: Item, quantity: number, lot: Lot) => void
  readonly onDrop: () => void
}

/** Asks at the side about a code that has no line yet: what it is, or how much it weighs. Scanning may go on. */
export function WaitingCard(props: WaitingCardProps) {
  const { waiting, others, openAtOnce, typed, onType, onLearn, onAnswer, onDrop } = props
  const { language } = useLanguage()
  const text = useText(learnText)
  const words = useText(draftText)
  const [open, setOpen] = useState<'quantity' | 'known' | undefined>(openAtOnce ? 'quantity' : undefined)
  const key = (name: string) => `${waiting.lineId}.${name}`
  const itemId = typed(key('item')) || waiting.code.itemId
  const item = useItems([itemId]).get(itemId)
  const meaning = item && goodsFrom(item, waiting.code)
  const lot: Lot | undefined = meaning && {
    ...(parseLotId(typed(key('lot'))) ?? meaning.lot),
    itemId: meaning.item.id,
  }
  const replaced = item && item.id !== waiting.code.itemId
  const counted =
    meaning && !replaced && !waiting.code.picked && meaning.quantity !== undefined
      ? meaning.quantity * waiting.scans
      : undefined
  return (
    <Card tone="yellow" label={text.title}>
      <div className="waiting-card">
        <h3>{item ? item.name : text.title}</h3>
        <p className="detail">
          {waiting.code.picked ? text.withoutCode : waiting.code.text}
          {waiting.scans > 1 && ` · ${text.scans(waiting.scans)}`}
        </p>
        {others > 0 && <p className="more-waiting">{text.others(others)}</p>}
      </div>
      {meaning ? (
        <div className="buttons">
          {counted !== undefined && (
            <Button kind="primary" onClick={() => lot && onAnswer(meaning.item, counted, lot)}>
              {words.addNow(formatQuantity(counted, meaning.item, language))}
            </Button>
          )}
          <Button kind={counted === undefined ? 'primary' : 'plain'} onClick={() => setOpen('quantity')}>
            {meaning.item.baseUnit === 'piece' ? words.quantity : words.weigh(meaning.item.unit)}
          </Button>
          <Button kind="quiet" onClick={onDrop}>
            {words.putAside}
          </Button>
        </div>
      ) : (
        <>
          <LearnForm
            code={waiting.code}
            typed={(name) => typed(key(name))}
            onType={(name, value) => onType(key(name), value)}
            onLearn={onLearn}
          />
          <div className="buttons">
            {!waiting.code.picked && <Button onClick={() => setOpen('known')}>{text.known}</Button>}
            <Button kind="quiet" onClick={onDrop}>
              {words.putAside}
            </Button>
          </div>
        </>
      )}
      {meaning && (
        <QuantityDialog
          open={open === 'quantity'}
          item={meaning.item}
          typed={{ digits: typed(key('digits')), pack: typed(key('pack')) }}
          onType={({ digits, pack }) => {
            onType(key('digits'), digits)
            onType(key('pack'), pack)
          }}
          largestKnown={0}
          onQuantity={(quantity) => {
            setOpen(undefined)
            if (lot) onAnswer(meaning.item, quantity, lot)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      <ItemSearchDialog
        open={open === 'known'}
        query={typed(key('search'))}
        onQuery={(query) => onType(key('search'), query)}
        onPick={(picked) => {
          setOpen(undefined)
          onType(key('item'), picked.id)
        }}
        onClose={() => setOpen(undefined)}
      />
    </Card>
  )
}
