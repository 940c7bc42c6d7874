import { useId, type ReactNode } from 'react'
import { Refusal } from '../ui/refusal.tsx'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface SelectFieldProps<Value extends string> {
  readonly label: string
  /** Said beside the label, such as that it must be chosen. */
  readonly mark?: string | undefined
  readonly value: Value
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly hint?: ReactNode
  readonly refusal?: string | undefined
  readonly disabled?: boolean
}

/** One of many, by the browser's own list: it takes typing and arrow keys everywhere. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, mark, value, options, onChange, hint, refusal, disabled } = props
  const id = useId()
  return (
    <div className={refusal === undefined ? 'field' : 'field refused'}>
      <label htmlFor={id}>
        {label}
        {mark !== undefined && <small> · {mark}</small>}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-invalid={refusal !== undefined}
        aria-describedby={hint === undefined && refusal === undefined ? undefined : `${id}-about`}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {(hint !== undefined || refusal !== undefined) && (
        <div id={`${id}-about`} className="field">
          {hint !== undefined && <span className="hint">{hint}</span>}
          {refusal !== undefined && <Refusal>{refusal}</Refusal>}
        </div>
      )}
    </div>
  )
}
