import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Refusal } from '../ui/refusal.tsx'
import type { DraftRefusal } from './draft-change-store.ts'
import { SavedNote } from './saved-note.tsx'
import './step-foot.css'

interface StepFootProps {
  readonly refusal: string | undefined
  readonly saved: boolean
  readonly storage: DraftRefusal | undefined
  /** Undefined at the first step. */
  readonly onBack: (() => void) | undefined
  readonly backLabel: string
  /** The way on, of the class `end`. */
  readonly children: ReactNode
}

/** Below a job of several steps: why it does not go on, whether all is on disk, and the ways back and on. */
export function StepFoot({ refusal, saved, storage, onBack, backLabel, children }: StepFootProps) {
  return (
    <div className="step-foot">
      {refusal !== undefined && <Refusal>{refusal}</Refusal>}
      <SavedNote saved={saved} refusal={storage} />
      <div className="step-ways">
        {onBack && (
          <Button icon="back" onClick={onBack}>
            {backLabel}
          </Button>
        )}
        {children}
      </div>
    </div>
  )
}
