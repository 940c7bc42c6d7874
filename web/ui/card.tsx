import type { ReactNode } from 'react'

export interface CardProps {
  readonly tone?: 'plain' | 'green' | 'yellow' | 'red'
  /** The one card of the screen that matters now: edged in the colour of the job. */
  readonly marked?: boolean
  readonly label?: string
  readonly children: ReactNode
}

export function Card({ tone = 'plain', marked, label, children }: CardProps) {
  return (
    <section className={`card ${tone}${marked ? ' marked' : ''}`} aria-label={label}>
      {children}
    </section>
  )
}
