import { useId, useRef, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { useText } from './language.tsx'
import { Refusal } from './refusal.tsx'
import { keepDigits, typeDigit } from './type-digit.ts'
import { typeIntoPad } from './type-into-pad.ts'
import { uiText } from './ui-text.ts'

export interface NumberPadProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly lengthMax?: number
  /** Set for goods that are weighed: shows a key for decimals. */
  readonly point?: ',' | '.' | undefined
  /** Dates keep a zero in front. */
  readonly leadingZero?: boolean
  readonly unit?: string
  /** What the typed text means, in words, or what to do. */
  readonly meaning?: ReactNode
  readonly refusal?: string | undefined
  /** Enter on a keyboard. */
  readonly onEnter?: () => void
  /** What stays of a text that a keyboard typed; the caller reads it, and refuses it in words. Without it digits alone. */
  readonly keep?: (typed: string) => string
  /** Takes the keyboard at once: a person has just opened it to type. */
  readonly focused?: boolean
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** Keys of 72 px instead of the system keyboard; a real keyboard types into the same field. */
export function NumberPad({
  label,
  value,
  onChange,
  lengthMax = 10,
  point,
  leadingZero,
  unit,
  meaning,
  refusal,
  onEnter,
  keep,
  focused,
}: NumberPadProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const text = useText(uiText)
  const limits = { lengthMax, point, leadingZero }
  const press = (key: string) => onChange(typeDigit(value, key, limits))
  return (
    // The keys in it are pressed; this only leads what a keyboard types to the field.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className="pad" aria-label={label} onKeyDown={(event) => typeIntoPad(event, field.current)}>
      <label htmlFor={id}>{label}</label>
      <div className={unit === undefined ? undefined : 'with-unit'}>
        <input
          id={id}
          ref={field}
          className="shown"
          value={value}
          inputMode="none"
          autoComplete="off"
          enterKeyHint="done"
          aria-invalid={refusal !== undefined}
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={focused}
          onChange={({ target }) => onChange(keep?.(target.value) ?? keepDigits(target.value, limits))}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !onEnter) return
            event.preventDefault()
            onEnter()
          }}
        />
        {unit !== undefined && <span className="unit">{unit}</span>}
      </div>
      {meaning !== undefined && (
        <p className="meaning" aria-live="polite">
          {meaning}
        </p>
      )}
      {refusal !== undefined && <Refusal>{refusal}</Refusal>}
      <div className="keys">
        {DIGITS.map((digit) => (
          <button key={digit} type="button" className="key" onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        {point === undefined ? (
          <button type="button" className="key" aria-label={text.clearAll} onClick={() => onChange('')}>
            C
          </button>
        ) : (
          <button type="button" className="key" onClick={() => press(point)}>
            {point}
          </button>
        )}
        <button type="button" className="key" onClick={() => press('0')}>
          0
        </button>
        <button
          type="button"
          className="key"
          aria-label={text.backspace}
          onClick={() => onChange(value.slice(0, -1))}
        >
          <Icon name="delete" />
        </button>
      </div>
    </fieldset>
  )
}
