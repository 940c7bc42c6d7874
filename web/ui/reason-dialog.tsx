import { useState } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'

export interface ReasonDialogProps {
  readonly open: boolean
  readonly title: string
  /** What happens when it is done. */
  readonly what: string
  readonly label: string
  readonly hint?: string
  /** Said when nothing is written. */
  readonly missing: string
  readonly yes: string
  readonly onReason: (reason: string) => void
  readonly onClose: () => void
}

/** Something that cannot be taken back, and only with a reason in words. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { open, title, what, label, hint, missing, yes, onReason, onClose } = props
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isMissing = reason.trim() === ''
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      onSubmit={() => (isMissing ? setTried(true) : onReason(reason))}
      actions={
        <Button kind="danger" type="submit">
          {yes}
        </Button>
      }
    >
      <p>{what}</p>
      <Field
        label={label}
        {...(hint !== undefined && { hint })}
        value={reason}
        onChange={setReason}
        maxLength={500}
        multiline
        refusal={tried && isMissing ? missing : undefined}
      />
    </Dialog>
  )
}
