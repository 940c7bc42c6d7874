import { Button } from './button.tsx'
import { useLanguage, useText } from './language.tsx'
import { NumberPad } from './number-pad.tsx'
import { keepQuantity } from './type-digit.ts'
import { uiText } from './ui-text.ts'

export interface QuantityPadProps {
  readonly label: string
  /** What people call one of them: "gói", "kg". */
  readonly unit: string
  /** Goods that are weighed or measured take decimals, with the sign of the language. */
  readonly decimal?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  /** The text as typed; the caller reads it (`parseQuantity`) and answers with `refusal`. */
  readonly onDone: (value: string) => void
  readonly doneLabel?: string
  readonly meaning?: string
  readonly refusal?: string | undefined
}

/** How many, in the unit people call it. */
export function QuantityPad({ decimal, onDone, doneLabel, ...rest }: QuantityPadProps) {
  const text = useText(uiText)
  const { language } = useLanguage()
  const point = decimal ? (language === 'vi' ? ',' : '.') : undefined
  return (
    <div className="pad">
      <NumberPad
        {...rest}
        point={point}
        keep={(typed) => keepQuantity(typed, point)}
        focused
        onEnter={() => onDone(rest.value)}
      />
      <Button kind="primary" wide onClick={() => onDone(rest.value)}>
        {doneLabel ?? text.done}
      </Button>
    </div>
  )
}
