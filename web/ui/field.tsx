import { useId, type HTMLInputTypeAttribute, type InputHTMLAttributes, type ReactNode } from 'react'
import { Refusal } from './refusal.tsx'

export interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  /** The sentence that says why it was not taken and what to do next. */
  readonly refusal?: string | undefined
  readonly type?: HTMLInputTypeAttribute
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  readonly autoComplete?: string
  readonly maxLength?: number
  readonly multiline?: boolean
  readonly required?: boolean
  readonly disabled?: boolean
  readonly name?: string
  readonly placeholder?: string
  readonly autoFocus?: boolean
}

/** One thing to type, with its refusal right under it; what was typed stays. */
export function Field({
  label,
  value,
  onChange,
  hint,
  refusal,
  type = 'text',
  multiline,
  autoFocus,
  ...rest
}: FieldProps) {
  const id = useId()
  const common = {
    id,
    value,
    'aria-invalid': refusal !== undefined,
    'aria-describedby': refusal === undefined && hint === undefined ? undefined : `${id}-about`,
    ...rest,
  }
  return (
    <div className={refusal === undefined ? 'field' : 'field refused'}>
      <label htmlFor={id}>{label}</label>
      {multiline ? (
        <textarea {...common} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...common}
          type={type}
          // A person who opened this field on purpose wants to type at once.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <div id={`${id}-about`} className="field">
        {hint !== undefined && <span className="hint">{hint}</span>}
        {refusal !== undefined && <Refusal>{refusal}</Refusal>}
      </div>
    </div>
  )
}
