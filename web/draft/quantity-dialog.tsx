import { useState } from 'react'
import type { Item } from '#shared/item/item'
import { parseQuantity } from '#shared/item/parse-quantity'
import { sentenceForQuantity } from '#shared/item/parse-quantity-text'
import { formatQuantity, QUANTITY_MAX, unitSize } from '#shared/item/quantity'
import { isFarAboveUsual } from '#shared/item/usual-quantity'
import { formatNumber } from '#shared/i18n/numbers'
import { Segments } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { QuantityPad } from '../ui/quantity-pad.tsx'
import { Notice } from '../ui/refusal.tsx'
import { draftText } from './draft-text.ts'

export interface QuantityDialogProps {
  readonly open: boolean
  readonly item: Item
  /** When it is not about all of them. */
  readonly title?: string
  /** What stands typed, and in which pack; kept by the caller at every keystroke. */
  readonly typed: { readonly digits: string; readonly pack: string }
  readonly onType: (typed: { readonly digits: string; readonly pack: string }) => void
  /** The most the warehouse has seen of these goods: far above it is asked once. */
  readonly largestKnown: number
  /** A sentence for a quantity that cannot be. */
  readonly refuse?: (quantity: number) => string | undefined
  readonly onQuantity: (quantity: number) => void
  readonly onClose: () => void
}

/** How many in all, on a pad; in whole packs where the goods come in packs. */
export function QuantityDialog(props: QuantityDialogProps) {
  const { open, item, title, typed, onType, largestKnown, refuse, onQuantity, onClose } = props
  const { language } = useLanguage()
  const text = useText(draftText)
  const [refusal, setRefusal] = useState<string>()
  const [askedFor, setAskedFor] = useState<number>()
  const pack = item.packs[Number(typed.pack)]
  const unit = pack && typed.pack !== '' ? { baseUnit: 'piece' as const, unit: pack.unit } : item
  const read = () => {
    const parsed = parseQuantity(typed.digits, unit, language)
    if (!parsed.ok || unit === item || !pack) return parsed
    const quantity = parsed.value * pack.quantity
    return quantity > QUANTITY_MAX
      ? { ok: false as const, error: { kind: 'quantity-too-large' as const } }
      : { ok: true as const, value: quantity }
  }
  const type = (next: Partial<QuantityDialogProps['typed']>) => {
    setRefusal(undefined)
    setAskedFor(undefined)
    onType({ ...typed, ...next })
  }
  const done = () => {
    const parsed = read()
    if (!parsed.ok) return setRefusal(sentenceForQuantity(parsed.error)[language])
    const sentence = refuse?.(parsed.value)
    if (sentence !== undefined) return setRefusal(sentence)
    if (askedFor !== parsed.value && isFarAboveUsual(parsed.value, item, largestKnown)) {
      return setAskedFor(parsed.value)
    }
    setAskedFor(undefined)
    onQuantity(parsed.value)
  }
  const meant = read()
  const meaning =
    meant.ok && pack && unit !== item
      ? text.packsAre(
          formatNumber(meant.value / pack.quantity, language),
          pack.unit,
          formatNumber(pack.quantity / unitSize(item), language),
          formatQuantity(meant.value, item, language),
        )
      : ''
  return (
    <Dialog open={open} title={title ?? text.howMany(item.name)} onClose={onClose}>
      <div className="pad-columns">
        {item.packs.length > 0 && (
          <Segments
            label={text.countIn}
            value={typed.pack}
            onChange={(next) => type({ pack: next })}
            options={[
              { value: '', label: item.unit },
              ...item.packs.map((one, index) => ({
                value: String(index),
                label: text.packOf(one.unit, formatNumber(one.quantity / unitSize(item), language)),
              })),
            ]}
          />
        )}
        {askedFor !== undefined && (
          <Notice tone="yellow">{text.unusual(formatQuantity(askedFor, item, language))}</Notice>
        )}
        <QuantityPad
          label={text.howManyField}
          unit={unit.unit}
          decimal={unit.baseUnit !== 'piece'}
          value={typed.digits}
          onChange={(digits) => type({ digits })}
          onDone={done}
          doneLabel={askedFor === undefined ? text.take : text.unusualYes}
          meaning={meaning}
          refusal={refusal}
        />
      </div>
    </Dialog>
  )
}
