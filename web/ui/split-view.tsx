import type { ReactNode } from 'react'

export interface SplitViewProps {
  readonly now: ReactNode
  readonly doneTitle: string
  readonly doneCount?: string
  readonly done: ReactNode
}

/** Left what happens now, right what was done so far; one under the other where there is no room. */
export function SplitView({ now, doneTitle, doneCount, done }: SplitViewProps) {
  return (
    <div className="split">
      <div className="now">{now}</div>
      <aside className="done" aria-label={doneTitle}>
        <header>
          <h3>{doneTitle}</h3>
          {doneCount !== undefined && <span className="quiet">{doneCount}</span>}
        </header>
        {done}
      </aside>
    </div>
  )
}
