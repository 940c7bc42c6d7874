import { useState } from 'react'
import type { QuarantineRow } from '../database/ledger-rows.ts'
import { voidWithReason, type WayOutRefusal } from '../device/unsent-store.ts'
import { useStaff } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { useToast } from '../ui/toast.tsx'
import { unsentText } from './unsent-text.ts'

interface DropDialogProps {
  readonly open: boolean
  readonly row: QuarantineRow
  readonly onClose: () => void
  readonly onRefused: (refusal: WayOutRefusal) => void
}

export function DropDialog({ open, row, onClose, onRefused }: DropDialogProps) {
  const text = useText(unsentText)
  const { db } = useTablet()
  const staff = useStaff()
  const showToast = useToast()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)

  async function drop() {
    if (reason.trim() === '') return setMissing(true)
    const dropped = await voidWithReason(db, row.id, { reason, staffId: staff.id })
    onClose()
    if (dropped.ok) showToast(text.dropped)
    else onRefused(dropped.error)
  }

  return (
    <Dialog
      open={open}
      title={text.dropTitle}
      onClose={onClose}
      onSubmit={() => void drop()}
      actions={
        <Button kind="danger" type="submit">
          {text.drop}
        </Button>
      }
    >
      <p>{text.dropWhat}</p>
      <Field
        label={text.dropReason}
        hint={text.dropReasonHint}
        value={reason}
        onChange={setReason}
        maxLength={500}
        multiline
        refusal={missing && reason.trim() === '' ? text.dropReasonMissing : undefined}
      />
    </Dialog>
  )
}
