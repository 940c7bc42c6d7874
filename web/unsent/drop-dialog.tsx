import type { QuarantineRow } from '../database/ledger-rows.ts'
import { voidWithReason, type WayOutRefusal } from '../device/unsent-store.ts'
import { useStaff } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { useText } from '../ui/language.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
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

  async function drop(reason: string) {
    const dropped = await voidWithReason(db, row.id, { reason, staffId: staff.id })
    onClose()
    if (dropped.ok) showToast(text.dropped)
    else onRefused(dropped.error)
  }

  return (
    <ReasonDialog
      open={open}
      title={text.dropTitle}
      what={text.dropWhat}
      label={text.dropReason}
      hint={text.dropReasonHint}
      missing={text.dropReasonMissing}
      yes={text.drop}
      onReason={(reason) => void drop(reason)}
      onClose={onClose}
    />
  )
}
