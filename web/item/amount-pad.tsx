import { useState } from 'react'
import type { Item } from '#shared/item/item'
import { parseQuantity } from '#shared/item/parse-quantity'
import { sentenceForQuantity } from '#shared/item/parse-quantity-text'
import { unitSize } from '#shared/item/quantity'
import { useLanguage } from '../ui/language.tsx'
import { QuantityPad } from '../ui/quantity-pad.tsx'

interface AmountPadProps {
  readonly label: string
  readonly measure: Pick<Item, 'baseUnit' | 'unit'>
  readonly doneLabel: string
  /** A sentence for a quantity that cannot be. */
  readonly refuse?: (quantity: number) => string | undefined
  /** Whole base units. */
  readonly onQuantity: (quantity: number) => void
}

/** One amount typed anew in the unit people call it; what cannot be is said beside it. */
export function AmountPad({ label, measure, doneLabel, refuse, onQuantity }: AmountPadProps) {
  const { language } = useLanguage()
  const [typed, setTyped] = useState('')
  const [refusal, setRefusal] = useState<string>()

  function done() {
    const amount = parseQuantity(typed, measure, language)
    if (!amount.ok) return setRefusal(sentenceForQuantity(amount.error)[language])
    const sentence = refuse?.(amount.value)
    if (sentence !== undefined) return setRefusal(sentence)
    onQuantity(amount.value)
  }

  return (
    <QuantityPad
      label={label}
      unit={measure.unit}
      decimal={unitSize(measure) > 1}
      value={typed}
      onChange={(value) => {
        setTyped(value)
        setRefusal(undefined)
      }}
      onDone={done}
      doneLabel={doneLabel}
      refusal={refusal}
    />
  )
}
