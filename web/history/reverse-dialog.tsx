import { useState } from 'react'
import { formatNumber } from '#shared/i18n/numbers'
import type { ReversalRefusal } from '#shared/movement/draft-reversal'
import type { Movement, MovementId } from '#shared/movement/movement'
import { sentenceForReversal } from '#shared/movement/reversal-text'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { storageText } from '../database/storage-text.ts'
import { useStaff } from '../staff/staff-context.tsx'
import type { SignInRefusal } from '../staff/sign-in.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { PinPad } from '../ui/pin-pad.tsx'
import { useToast } from '../ui/toast.tsx'
import { historyText } from './history-text.ts'
import { recordReversal } from './record-reversal.ts'

interface ReverseDialogProps {
  readonly open: boolean
  readonly movement: Movement
  readonly reversedById: MovementId | undefined
  readonly onClose: () => void
}

type Refused = ReversalRefusal | SignInRefusal | StorageRefusal

/** First the reason, then the PIN of the person at the tablet. */
export function ReverseDialog({ open, movement, reversedById, onClose }: ReverseDialogProps) {
  const text = useText(historyText)
  const storageRefusals = useText(storageText).refusal
  const { language } = useLanguage()
  const { db } = useTablet()
  const staff = useStaff()
  const showToast = useToast()
  const [reason, setReason] = useState('')
  const [step, setStep] = useState<'reason' | 'pin'>('reason')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()

  function toPin() {
    if (reason.trim() === '') return setRefused({ kind: 'reason-missing' })
    setRefused(undefined)
    setStep('pin')
  }

  async function reverse(pin: string) {
    setBusy(true)
    const reversed = await recordReversal(
      db,
      { undone: movement, reason, reversedById },
      { staffId: staff.id, pin },
    )
    setBusy(false)
    if (!reversed.ok) return setRefused(reversed.error)
    showToast(text.reverseDone)
    close()
  }

  function close() {
    setStep('reason')
    setRefused(undefined)
    onClose()
  }

  return (
    <Dialog
      open={open}
      title={text.reverseTitle}
      onClose={close}
      onSubmit={toPin}
      actions={
        step === 'reason' && (
          <Button kind="primary" type="submit">
            {text.next}
          </Button>
        )
      }
    >
      <p>{text.reverseWhat}</p>
      {step === 'reason' ? (
        <Field
          label={text.reasonLabel}
          hint={text.reasonHint}
          value={reason}
          onChange={setReason}
          maxLength={500}
          multiline
          refusal={refused && sentence(refused)}
        />
      ) : (
        <PinPad
          label={text.pinOf(staff.name)}
          onPin={(pin) => void reverse(pin)}
          disabled={busy}
          refusal={refused && sentence(refused)}
        />
      )}
    </Dialog>
  )

  function sentence(refusal: Refused): string {
    switch (refusal.kind) {
      case 'wrong-pin':
        return text.wrongPin(formatNumber(refusal.triesLeft, language))
      case 'locked-out':
        return text.lockedOut
      case 'unknown-staff':
        return text.unknownPin
      case 'storage-full':
      case 'storage-broken':
      case 'not-enrolled':
        return storageRefusals[refusal.kind]
      default:
        return sentenceForReversal(refusal)[language]
    }
  }
}
