import { useEffect, useId, useRef, useState } from 'react'
import { Icon } from './icon.tsx'
import { useText } from './language.tsx'
import { Refusal } from './refusal.tsx'
import { keepDigits } from './type-digit.ts'
import { typeIntoPad } from './type-into-pad.ts'
import { uiText } from './ui-text.ts'

export interface PinPadProps {
  readonly label: string
  readonly length?: number
  /** Called once, right after the last digit; the digits are cleared with it. */
  readonly onPin: (pin: string) => void
  readonly refusal?: string | undefined
  /** Stands where a refusal would, so that no key moves when one comes. */
  readonly hint?: string | undefined
  readonly disabled?: boolean
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** A hand scanner goes on typing after the last digit of a PIN, a person does not within so short a time. */
const GOES_ON_MS = 100

/** Digits that nobody can read over the shoulder; a real keyboard types into the same field. */
export function PinPad({ label, length = 6, onPin, refusal, hint, disabled = false }: PinPadProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const text = useText(uiText)
  const [pin, setPin] = useState('')
  const ended = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(ended.current), [])
  const take = (typed: string) => {
    if (disabled) return
    // One more than a PIN has is a code that somebody scanned.
    const next = keepDigits(typed, { lengthMax: length + 1, leadingZero: true })
    setPin(next)
    clearTimeout(ended.current)
    if (next.length < length) return
    ended.current = setTimeout(() => {
      setPin('')
      if (next.length === length) onPin(next)
    }, GOES_ON_MS)
  }
  return (
    // The keys in it are pressed; this only leads what a keyboard types to the field.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset className="pad" aria-label={label} onKeyDown={(event) => typeIntoPad(event, field.current)}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        ref={field}
        className="unseen"
        type="password"
        inputMode="none"
        autoComplete="off"
        value={pin}
        // Never disabled: it would lose the focus, and the next digit of a keyboard with it.
        aria-disabled={disabled}
        // The only thing to do on this screen is to type these digits.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={(event) => take(event.target.value)}
      />
      <p className="dots" aria-live="polite">
        <span className="unseen">{text.pinTyped(Math.min(pin.length, length))}</span>
        {Array.from({ length }, (_, at) => (
          <i key={at} className={at < pin.length ? 'full' : ''} />
        ))}
      </p>
      <div className="answer">
        {refusal === undefined ? <p className="quiet">{hint}</p> : <Refusal>{refusal}</Refusal>}
      </div>
      <div className="keys">
        {DIGITS.map((digit) => (
          <button
            key={digit}
            type="button"
            className="key"
            disabled={disabled}
            onClick={() => take(pin + digit)}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          className="key"
          disabled={disabled}
          aria-label={text.clearAll}
          onClick={() => take('')}
        >
          C
        </button>
        <button type="button" className="key" disabled={disabled} onClick={() => take(`${pin}0`)}>
          0
        </button>
        <button
          type="button"
          className="key"
          disabled={disabled}
          aria-label={text.backspace}
          onClick={() => take(pin.slice(0, -1))}
        >
          <Icon name="delete" />
        </button>
      </div>
    </fieldset>
  )
}
