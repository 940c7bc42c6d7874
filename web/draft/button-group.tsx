import type { ReactNode } from 'react'

export interface ButtonGroupProps {
  readonly label: string
  /** How wide the buttons are at least: names need more room than shelves. */
  readonly size?: 'short' | 'usual' | 'long'
  readonly children: ReactNode
}

/** Buttons of which one is pressed, under what they are about. */
export function ButtonGroup({ label, size = 'usual', children }: ButtonGroupProps) {
  return (
    <fieldset className="button-group">
      <legend className="group-label">{label}</legend>
      <div className={`grid-buttons ${size}`}>{children}</div>
    </fieldset>
  )
}
