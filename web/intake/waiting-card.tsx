import { useState } from 'react'
import { PACK_QUANTITY_MAX, type Item } from '#shared/item/item'
import { sentenceForLearn } from '#shared/item/learn-item-text'
import { formatQuantity } from '#shared/item/quantity'
import { useLive } from '../database/use-live.tsx'
import { KeptQuantityDialog } from '../draft/kept-quantity-dialog.tsx'
import { draftText } from '../draft/draft-text.ts'
import { useClock } from '../draft/use-clock.tsx'
import type { WaitingCode } from '../draft/waiting-codes.ts'
import { goodsFrom } from '../item/read-code.ts'
import { shownCode } from '../item/shown-code.ts'
import { findItemByGtin } from '../item/item-store.ts'
import { useItems } from '../item/use-items.tsx'
import { ItemSearchDialog } from '../item/item-search-dialog.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { parseLotId, type Lot } from '#shared/lot/lot'
import { LearnDialog, type LearnDialogProps } from './learn-dialog.tsx'
import { learnText } from './learn-text.ts'

export interface WaitingCardProps {
  readonly waiting: WaitingCode
  readonly others: number
  /** The person has just chosen these goods by name: their pad is what comes next. */
  readonly openAtOnce: boolean
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  readonly onLearn: LearnDialogProps['onLearn']
  /** A box of these goods holds that many base units: known from then on. */
  readonly onBox: (item: Item, quantity: number, lot: Lot) => void
  readonly onAnswer: (item: Item, quantity: number, lot: Lot) => void
  readonly onDrop: () => void
}

const NO_SUCH_BOX = sentenceForLearn({ kind: 'pack-unreadable' })

/** Asks at the side about a code that has no line yet: what it is, or how much it weighs. Scanning may go on. */
export function WaitingCard(props: WaitingCardProps) {
  const { waiting, others, openAtOnce, typed, onType, onLearn, onBox, onAnswer, onDrop } = props
  const { language } = useLanguage()
  const text = useText(learnText)
  const words = useText(draftText)
  const { db } = useTablet()
  const { today } = useClock()
  const key = (name: string) => `${waiting.lineId}.${name}`
  // New goods were named in the search just now.
  const first = typed(key('name')) === '' ? 'quantity' : 'learn'
  const [open, setOpen] = useState<'quantity' | 'learn' | 'known' | 'box' | undefined>(
    openAtOnce ? first : undefined,
  )
  const { gtin } = waiting.code
  // Another tablet may have said meanwhile whose box this is.
  const boxOf = useLive(async () => (gtin ? (await findItemByGtin(db, gtin))?.item : undefined), [db, gtin])
  const itemId = typed(key('item')) || waiting.code.itemId
  const item = useItems([itemId]).get(itemId) ?? boxOf
  const meaning = item && goodsFrom(item, waiting.code)
  const lot: Lot | undefined = meaning && {
    ...(parseLotId(typed(key('lot'))) ?? meaning.lot),
    itemId: meaning.item.id,
  }
  // The code is not the goods' own: how many it stands for must be said once.
  const asksBox =
    item !== undefined &&
    item.id !== waiting.code.itemId &&
    !item.packs.some((pack) => gtin !== undefined && pack.gtin === gtin)
  const counted =
    meaning && !asksBox && !waiting.code.picked && meaning.quantity !== undefined
      ? meaning.quantity * waiting.scans
      : undefined
  return (
    <Card tone="yellow" label={text.title}>
      <div className="waiting-card">
        <h2>{item ? item.name : text.title}</h2>
        <p className="detail">
          {waiting.code.picked ? text.withoutCode : shownCode(waiting.code.text, today)}
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
          {asksBox && gtin !== undefined && (
            <Button kind="primary" onClick={() => setOpen('box')}>
              {text.boxHolds(meaning.item.unit)}
            </Button>
          )}
          <Button
            kind={counted === undefined && !(asksBox && gtin) ? 'primary' : 'plain'}
            onClick={() => setOpen('quantity')}
          >
            {asksBox && gtin
              ? text.onlyNow
              : meaning.item.baseUnit === 'piece'
                ? words.quantity
                : words.weigh(meaning.item.unit)}
          </Button>
          {asksBox && <Button onClick={() => setOpen('known')}>{text.otherGoods}</Button>}
          <Button kind="quiet" onClick={onDrop}>
            {words.putAside}
          </Button>
        </div>
      ) : (
        <div className="buttons">
          <Button kind="primary" icon="plus" onClick={() => setOpen('learn')}>
            {text.fresh}
          </Button>
          {!waiting.code.picked && (
            <Button icon="boxes" onClick={() => setOpen('known')}>
              {gtin === undefined ? text.known : text.knownBox}
            </Button>
          )}
          <Button kind="quiet" onClick={onDrop}>
            {words.putAside}
          </Button>
        </div>
      )}
      <LearnDialog
        open={open === 'learn' && !meaning}
        code={waiting.code}
        typed={(name) => typed(key(name))}
        onType={(name, value) => onType(key(name), value)}
        onLearn={onLearn}
        onClose={() => setOpen(undefined)}
      />
      {meaning && (
        <KeptQuantityDialog
          open={open === 'quantity'}
          item={meaning.item}
          keptAs={waiting.lineId}
          typed={typed}
          onType={onType}
          largestKnown={0}
          onQuantity={(quantity) => {
            setOpen(undefined)
            if (lot) onAnswer(meaning.item, quantity, lot)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {meaning && gtin !== undefined && (
        <KeptQuantityDialog
          open={open === 'box'}
          item={meaning.item}
          title={text.boxTitle(meaning.item.name, meaning.item.unit)}
          keptAs={key('box')}
          typed={typed}
          onType={onType}
          largestKnown={0}
          refuse={(quantity) => (quantity > PACK_QUANTITY_MAX ? NO_SUCH_BOX[language] : undefined)}
          onQuantity={(quantity) => {
            setOpen(undefined)
            if (lot) onBox(meaning.item, quantity, lot)
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      <ItemSearchDialog
        open={open === 'known'}
        query={typed(key('search'))}
        onQuery={(query) => onType(key('search'), query)}
        onPick={(picked) => {
          setOpen(gtin === undefined ? undefined : 'box')
          onType(key('item'), picked.id)
        }}
        onClose={() => setOpen(undefined)}
      />
    </Card>
  )
}
