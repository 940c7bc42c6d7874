import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { draftText } from './draft-text.ts'

export interface DraftDoneProps {
  /** Something was begun that can be thrown away. */
  readonly open: boolean
  readonly onDiscard: () => void
  readonly children: ReactNode
}

/** What was done so far, and the way to throw all of it away. */
export function DraftDone({ open, onDiscard, children }: DraftDoneProps) {
  const text = useText(draftText)
  return (
    <>
      {children}
      {open && (
        <div className="discard">
          <Button kind="quiet" icon="remove" onClick={onDiscard}>
            {text.discard}
          </Button>
        </div>
      )}
    </>
  )
}
