import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useText } from '../ui/language.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal, KeptNotice } from './form-parts.tsx'
import type { Kept } from './use-kept.tsx'
import type { Sending } from './use-sending.tsx'

export interface FormDialogProps {
  readonly title: string
  readonly kept: Pick<Kept<object>, 'wasKept' | 'forget'>
  readonly sending: Pick<Sending, 'busy' | 'sentence'>
  /** Instead of what `sending` has to say. */
  readonly sentence?: string | undefined
  readonly onSave: () => void
  readonly onClose: () => void
  /** Beside the button that saves. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A form of the desk: what was typed before is there again, and a refusal stands under the last field. */
export function FormDialog(props: FormDialogProps) {
  const { title, kept, sending, sentence, onSave, onClose, actions, children } = props
  const text = useText(deskText)
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      onSubmit={onSave}
      actions={
        <>
          <Button type="submit" kind="primary" disabled={sending.busy}>
            {sending.busy ? text.saving : text.save}
          </Button>
          {actions}
        </>
      }
    >
      <KeptNotice shown={kept.wasKept} onForget={kept.forget} />
      {children}
      <FormRefusal sentence={sentence ?? sending.sentence} />
    </Dialog>
  )
}
