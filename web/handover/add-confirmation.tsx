import { useState } from 'react'
import type { ConfirmationKind } from '#shared/handover/handover'
import { handoverWords } from '#shared/handover/handover-text'
import type { MovementId } from '#shared/movement/movement'
import type { HandoverRow } from '../database/ledger-rows.ts'
import { readMeta } from '../database/meta-store.ts'
import { useLive } from '../database/use-live.tsx'
import { sentenceForCloseWithParts } from '../draft/close-with-parts-sentence.ts'
import { useTablet } from '../tablet-context.tsx'
import { useTripHand } from '../trip/trip-hand.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { useToast } from '../ui/toast.tsx'
import { GiverPin } from './giver-pin.tsx'
import { handoverText } from './handover-text.ts'
import type { Signed } from './personal-input.ts'
import { recordConfirmation, type Added } from './record-confirmation.ts'
import { SignatureField } from './signature-field.tsx'

export interface AddConfirmationProps {
  readonly row: HandoverRow
  readonly kind: ConfirmationKind
  readonly onClose: () => void
}

/** The confirmation that was missing at the door. */
export function AddConfirmation({ row, kind, onClose }: AddConfirmationProps) {
  const text = useText(handoverText)
  const words = useText(handoverWords).confirmation
  const { language } = useLanguage()
  const { db, newId, now } = useTablet()
  const { staff } = useTripHand()
  const giver = useLive(async () => (await db.staff.get(row.handover.staffId))?.body ?? null, [db, row])
  const showToast = useToast()
  // Pressed twice it is still one.
  const [movementId] = useState(() => newId() as MovementId)
  const [signed, setSigned] = useState<Signed>()
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()

  async function record(added: Added) {
    const identity = await readMeta(db, 'identity')
    if (!identity) return
    setBusy(true)
    const { deviceId, warehouseId } = identity
    const signature = { movementId, deviceId, warehouseId, staffId: staff.id, now: now() }
    const recorded = await recordConfirmation(db, row, added, signature)
    setBusy(false)
    if (!recorded.ok) return setRefusal(sentenceForCloseWithParts(recorded.error, language))
    showToast(text.added)
    onClose()
  }

  function sign() {
    if (kind === 'giver' || !signed) return
    if (kind === 'witness' && name.trim() === '') return setRefusal(text.refusal['witness-nameless'])
    void record({ kind, signed, ...(kind === 'witness' && { witnessName: name.trim() }) })
  }

  return (
    <Dialog open title={kind === 'giver' ? text.addGiver : text.addSignature(words[kind])} onClose={onClose}>
      {kind === 'giver' ? (
        giver && (
          <GiverPin
            staff={giver}
            label={text.pinOf(giver.name)}
            busy={busy}
            onRight={() => void record({ kind })}
          />
        )
      ) : (
        <>
          {kind === 'witness' && (
            <Field
              label={text.witnessName}
              value={name}
              onChange={setName}
              autoComplete="off"
              maxLength={200}
            />
          )}
          <SignatureField label={words[kind]} signed={signed} onChange={setSigned} />
          <Button kind="primary" wide disabled={!signed || busy} onClick={sign}>
            {text.addSignature(words[kind])}
          </Button>
        </>
      )}
      {kind === 'giver' && giver === null && <Refusal>{text.giverUnknown}</Refusal>}
      {refusal !== undefined && <Refusal>{refusal}</Refusal>}
    </Dialog>
  )
}
