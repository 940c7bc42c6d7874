import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** A sentence that says why something was not taken and what to do next; read out at once. */
export function Refusal({ children }: { readonly children: ReactNode }) {
  return (
    <p className="refusal" role="alert">
      <Icon name="stop" />
      <span>{children}</span>
    </p>
  )
}

export type NoticeTone = 'plain' | 'green' | 'yellow' | 'red'

const NOTICE_ICON = { plain: 'info', green: 'done', yellow: 'alert', red: 'stop' } as const

/** Something to know that stops nobody: always a sign beside the colour. */
export function Notice({
  tone = 'plain',
  children,
}: {
  readonly tone?: NoticeTone
  readonly children: ReactNode
}) {
  return (
    <output className={`notice ${tone}`}>
      <Icon name={NOTICE_ICON[tone]} />
      <div>{children}</div>
    </output>
  )
}
