import { useState } from 'react'
import { CORRECTION_REASONS, type CorrectionReason } from '#shared/handover/handover'
import { handoverWords } from '#shared/handover/handover-text'
import type { Item } from '#shared/item/item'
import { sentenceForDraft } from '#shared/movement/draft-text'
import { sentenceForReversal } from '#shared/movement/reversal-text'
import { readMeta } from '../database/meta-store.ts'
import { storageText } from '../database/storage-text.ts'
import type { HandoverDraftLine } from '../draft/draft.ts'
import { useTablet } from '../tablet-context.tsx'
import { useTripHand } from '../trip/trip-hand.tsx'
import { Choices } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { useToast } from '../ui/toast.tsx'
import { GiverPin } from './giver-pin.tsx'
import { GoodsStep } from './goods-step.tsx'
import { countedLines, refuseGoods } from './handover-steps.ts'
import type { KnownHandover } from './handover-store.ts'
import { handoverText, sentenceForStep } from './handover-text.ts'
import { changeLine, changeAllLines } from './change-lines.ts'
import { recordCorrection, type CorrectionRefusal } from './record-correction.ts'

export interface CorrectHandoverProps {
  readonly known: KnownHandover
  readonly items: ReadonlyMap<string, Item>
  readonly onClose: () => void
}

/** What should have been written: the old record stays, and the goods are counted anew. */
export function CorrectHandover({ known, items, onClose }: CorrectHandoverProps) {
  const text = useText(handoverText)
  const words = useText(handoverWords).correction
  const { language } = useLanguage()
  const { db, now } = useTablet()
  const { staff } = useTripHand()
  const showToast = useToast()
  const [reason, setReason] = useState<CorrectionReason>()
  const [lines, setLines] = useState<readonly HandoverDraftLine[]>(() => linesOf(known))
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const counts = reason === 'miscounted' || reason === 'other'
  const corrected = counts ? lines : changeAllLines(lines, 'none', 'other')

  async function record() {
    const missing = refuseGoods(corrected)
    const nameOf = (line: number) => items.get(corrected[line]!.itemId)?.name ?? corrected[line]!.itemId
    if (missing) return setRefusal(sentenceForStep(missing, nameOf, language))
    const identity = await readMeta(db, 'identity')
    if (!identity || !reason) return
    setBusy(true)
    const { deviceId, warehouseId } = identity
    const signature = { deviceId, warehouseId, staffId: staff.id, now: now() }
    const recorded = await recordCorrection(db, known, { reason, lines: countedLines(corrected) }, signature)
    setBusy(false)
    if (!recorded.ok) return setRefusal(sentence(recorded.error))
    showToast(text.correctionDone)
    onClose()
  }

  function sentence(refused: CorrectionRefusal): string {
    switch (refused.kind) {
      case 'delivery-gone':
        return text.deliveryGone
      case 'storage-full':
      case 'storage-broken':
      case 'not-enrolled':
        return storageText[language].refusal[refused.kind]
      case 'reason-missing':
      case 'reverses-a-reversal':
      case 'already-reversed':
      case 'other-warehouse':
        return sentenceForReversal(refused)[language]
      default:
        return sentenceForDraft(refused)[language]
    }
  }

  return (
    <Dialog open title={text.correct} onClose={onClose}>
      <p>{text.correctWhat}</p>
      <Choices
        label={text.correctWhy}
        value={reason}
        onChange={setReason}
        options={CORRECTION_REASONS.map((value) => ({ value, label: words[value] }))}
      />
      {counts && (
        <GoodsStep
          lines={lines}
          items={items}
          onLine={(lotId, changes) => setLines((now) => changeLine(now, lotId, changes))}
          onAll={(share) => setLines((now) => changeAllLines(now, share, 'other'))}
        />
      )}
      {reason && (
        <GiverPin
          staff={staff}
          label={text.pinToCorrect(staff.name)}
          busy={busy}
          onRight={() => void record()}
        />
      )}
      {refusal !== undefined && <Refusal>{refusal}</Refusal>}
    </Dialog>
  )
}

function linesOf({ state }: KnownHandover): HandoverDraftLine[] {
  return state.lines.map(({ itemId, lotId, delivered, left, reason }) => ({
    itemId,
    lotId,
    quantity: delivered + left,
    delivered,
    ...(reason && { reason }),
  }))
}
