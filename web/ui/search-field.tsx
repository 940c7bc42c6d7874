import { useId } from 'react'
import { Icon } from './icon.tsx'
import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
}

/** No name is longer; what is pasted beyond it could not be sent as the name of a new donor. */
const LENGTH_MAX = 200

/** Finds while one types; the label is read out, the placeholder shows what can be typed. */
export function SearchField({ label, value, onChange, placeholder, autoFocus }: SearchFieldProps) {
  const id = useId()
  const text = useText(uiText)
  return (
    <search className="field">
      <label htmlFor={id} className="unseen">
        {label}
      </label>
      <div className={value === '' ? 'with-icon' : 'with-icon clearable'}>
        <Icon name="search" />
        <input
          id={id}
          type="search"
          value={value}
          placeholder={placeholder ?? label}
          autoComplete="off"
          maxLength={LENGTH_MAX}
          spellCheck={false}
          enterKeyHint="search"
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
        />
        {value !== '' && (
          <button type="button" aria-label={text.clear} onClick={() => onChange('')}>
            <Icon name="close" />
          </button>
        )}
      </div>
    </search>
  )
}
