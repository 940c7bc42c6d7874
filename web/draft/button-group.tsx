import { useId, type ReactNode } from 'react'

export interface ButtonGroupProps {
  readonly label: string
  /** What must be done before one can be pressed. */
  readonly hint?: string
  /** How wide the buttons are at least: names need more room than shelves. */
  readonly size?: 'short' | 'usual' | 'long'
  readonly children: ReactNode
}

/** Buttons of which one is pressed, under what they are about. */
export function ButtonGroup({ label, hint, size = 'usual', children }: ButtonGroupProps) {
  const hintId = useId()
  return (
    <fieldset className="button-group" aria-describedby={hint === undefined ? undefined : hintId}>
      <legend className="group-label">{label}</legend>
      {hint !== undefined && (
        <p className="group-hint" id={hintId}>
          {hint}
        </p>
      )}
      <div className={`grid-buttons ${size}`}>{children}</div>
    </fieldset>
  )
}
