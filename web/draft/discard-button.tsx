import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'

interface DiscardButtonProps {
  readonly words: Readonly<Record<'discard' | 'discardWhat' | 'discardYes', string>>
  /** False where nothing has been written yet that could be lost. */
  readonly asks?: boolean
  readonly onDiscard: () => void
}

export function DiscardButton({ words, asks = true, onDiscard }: DiscardButtonProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button kind="quiet" icon="remove" onClick={() => (asks ? setAsking(true) : onDiscard())}>
        {words.discard}
      </Button>
      <ConfirmDialog
        open={asking}
        title={words.discard}
        what={words.discardWhat}
        yes={words.discardYes}
        onYes={() => {
          setAsking(false)
          onDiscard()
        }}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
