import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  readonly what: string
  readonly yes: string
  readonly onYes: () => void
  readonly onClose: () => void
}

/** Before something is thrown away: says what goes, in numbers. */
export function ConfirmDialog({ open, title, what, yes, onYes, onClose }: ConfirmDialogProps) {
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <Button kind="danger" icon="remove" onClick={onYes}>
          {yes}
        </Button>
      }
    >
      <p>{what}</p>
    </Dialog>
  )
}
