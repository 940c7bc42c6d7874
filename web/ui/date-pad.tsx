import { useState } from 'react'
import { formatDay } from '#shared/i18n/numbers'
import { addMonths, type LocalDate } from '#shared/time/time'
import { Button } from './button.tsx'
import { Segments } from './choices.tsx'
import { useText } from './language.tsx'
import { NumberPad } from './number-pad.tsx'
import { parseDayInput, type DayInput } from './parse-day-input.ts'
import { dayLengthMax, keepDay } from './type-digit.ts'
import { uiText } from './ui-text.ts'

export interface DatePadProps {
  readonly label: string
  /** The digits typed so far, kept by the caller at every keystroke. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly today: LocalDate
  /** What a pack with only a production day means, or a sentence why it cannot be. */
  readonly expiryOf: (
    madeOn: LocalDate,
    months: number,
  ) => { readonly ok: true; readonly value: LocalDate } | { readonly ok: false; readonly error: string }
  readonly onDone: (day: LocalDate) => void
  readonly refusal?: string | undefined
  readonly doneLabel?: string
}

const QUICK_MONTHS = [6, 12] as const
const MADE_MONTHS = [6, 12, 18, 24, 36] as const

/** An expiry day: typed as on the label, a quick choice from today, or the production day plus months. */
export function DatePad(props: DatePadProps) {
  const { label, value, onChange, today, expiryOf, onDone, refusal, doneLabel } = props
  const text = useText(uiText)
  const [mode, setMode] = useState<'expiry' | 'made'>('expiry')
  const [months, setMonths] = useState<number>()
  const typed = parseDayInput(value)
  const expiry =
    mode === 'made' && typed.kind === 'day' && months !== undefined ? expiryOf(typed.day, months) : undefined
  const meant: DayInput =
    mode === 'expiry' || typed.kind !== 'day'
      ? typed
      : expiry?.ok
        ? { kind: 'day', day: expiry.value }
        : { kind: 'unfinished' }
  const done = () => {
    if (meant.kind === 'day') onDone(meant.day)
  }
  return (
    <div className="pad">
      <Segments
        label={label}
        value={mode}
        onChange={setMode}
        options={[
          { value: 'expiry', label: text.expiryMode },
          { value: 'made', label: text.madeMode },
        ]}
      />
      {mode === 'expiry' ? (
        <div className="buttons">
          {QUICK_MONTHS.map((quick) => (
            <Button key={quick} onClick={() => onDone(addMonths(today, quick))}>
              {text.plusMonths(quick)}
            </Button>
          ))}
        </div>
      ) : (
        <fieldset className="buttons" aria-label={text.madeHint}>
          {MADE_MONTHS.map((choice) => (
            <Button key={choice} aria-pressed={choice === months} onClick={() => setMonths(choice)}>
              {text.plusMonths(choice)}
            </Button>
          ))}
        </fieldset>
      )}
      <NumberPad
        label={label}
        value={value}
        onChange={onChange}
        lengthMax={dayLengthMax(value)}
        keep={keepDay}
        leadingZero
        focused
        onEnter={done}
        refusal={expiry && !expiry.ok ? expiry.error : refusal}
        meaning={meaningOf(meant, mode === 'expiry' ? text.dateHint : text.madeHint, text)}
      />
      <Button kind="primary" wide disabled={meant.kind !== 'day'} onClick={done}>
        {doneLabel ?? text.done}
      </Button>
    </div>
  )
}

function meaningOf(input: DayInput, hint: string, text: (typeof uiText)['vi']): string {
  switch (input.kind) {
    case 'empty':
      return hint
    case 'unfinished':
      return hint
    case 'no-such-day':
      return text.noSuchDay
    case 'day':
      return text.dayMeans(formatDay(input.day))
  }
}
