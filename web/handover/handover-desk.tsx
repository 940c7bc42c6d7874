import { useState } from 'react'
import type { Household } from '#shared/person/person'
import { sentenceForCloseWithParts } from '../draft/close-with-parts-sentence.ts'
import { DiscardButton } from '../draft/discard-button.tsx'
import type { HandoverStep } from '../draft/draft.ts'
import { StepFoot } from '../draft/step-foot.tsx'
import { useItems } from '../item/use-items.tsx'
import { Button } from '../ui/button.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Opening } from '../ui/opening.tsx'
import { Notice } from '../ui/refusal.tsx'
import type { AtTheDoor } from './at-the-door.ts'
import { ConfirmStep } from './confirm-step.tsx'
import { DoorCard } from './door-card.tsx'
import { GoodsStep } from './goods-step.tsx'
import { handoverText, sentenceForStep } from './handover-text.ts'
import { firstRefusedStep, refuseStep, stepsOf, type StepRefusal } from './handover-steps.ts'
import { HelpedLately } from './helped-lately.tsx'
import { IdentityStep } from './identity-step.tsx'
import { PicturesStep } from './pictures-step.tsx'
import { PlaceStep } from './place-step.tsx'
import { RecipientStep } from './recipient-step.tsx'
import { RedAtTheDoor } from './red-at-the-door.tsx'
import { SignatureStep } from './signature-step.tsx'
import { useComparison } from './use-comparison.tsx'
import { useHandover } from './use-handover.tsx'
import './handover.css'

export interface HandoverDeskProps {
  readonly door: AtTheDoor
  readonly household: Household | undefined
  readonly idMarks: readonly string[]
  /** Of goods of which she has handed over some here: it is the same help. */
  readonly isRest: boolean
  readonly back: string
  readonly onClosed: () => void
  readonly onDiscarded: () => void
}

/** A handover at the door: one step at a time, each on disk before the next. */
export function HandoverDesk({
  door,
  household,
  idMarks,
  isRest,
  back,
  onClosed,
  onDiscarded,
}: HandoverDeskProps) {
  const text = useText(handoverText)
  const { language } = useLanguage()
  const handover = useHandover(door)
  const comparison = useComparison(handover, idMarks)
  const { draft, hand, personal } = handover
  const items = useItems(draft.lines.map(({ itemId }) => itemId))
  const [tried, setTried] = useState(false)
  const [closeRefusal, setCloseRefusal] = useState<string>()
  const [recording, setRecording] = useState(false)
  // Recorded, and the screen that says so is on its way.
  const isRecorded = recording && hand.state === 'none'
  if (!personal || hand.state === 'loading' || isRecorded) return <Opening />

  const steps = stepsOf(draft)
  const at = Math.max(0, steps.indexOf(draft.step))
  const step = steps[at]!
  const [before, after] = [steps[at - 1], steps[at + 1]]
  const itemName = (line: number) => items.get(draft.lines[line]!.itemId)?.name ?? draft.lines[line]!.itemId
  const sentence = (refused: StepRefusal) => sentenceForStep(refused, itemName, language)

  const refused = refuseStep({ ...draft, step }, personal)
  // Said once somebody wants to go on, and gone with its cause.
  const refusal = tried && refused ? sentence(refused) : closeRefusal

  function goTo(next: HandoverStep, { isWrong = false } = {}) {
    setTried(isWrong)
    setCloseRefusal(undefined)
    void handover.goTo(next)
  }

  function goOn() {
    if (refused) setTried(true)
    else if (after) goTo(after)
  }

  async function record() {
    const missing = firstRefusedStep(draft, personal!)
    if (missing) return goTo(missing, { isWrong: true })
    setRecording(true)
    const closed = await handover.close()
    if (closed.ok) return onClosed()
    setRecording(false)
    setCloseRefusal(sentenceForCloseWithParts(closed.error, language))
  }

  return (
    <JobShell
      colour="deliver"
      title={text.title}
      back={back}
      subtitle={text.progress(at + 1, steps.length, text.step[step])}
      footer={
        <StepFoot
          refusal={refusal}
          saved={hand.saved && handover.saved}
          storage={hand.refusal}
          onBack={before && (() => goTo(before))}
          backLabel={text.back}
        >
          {after && (
            <Button kind="primary" className="end" onClick={goOn}>
              {text.next(text.step[after])}
            </Button>
          )}
        </StepFoot>
      }
    >
      <div className="column narrow handover" key={step}>
        {door.goods.length === 0 && (step === 'goods' || step === 'confirm') && (
          <Notice tone="yellow">
            {text.noGoods}. {text.noGoodsWhat}
          </Notice>
        )}
        {handover.lost && <Notice tone="yellow">{text.lost}</Notice>}
        {step === 'goods' && (
          <>
            <DoorCard household={household} caseFileId={draft.caseFileId} />
            {draft.otherTrip && <Notice tone="yellow">{text.otherTrip}</Notice>}
            {!isRest && <HelpedLately caseFileId={draft.caseFileId} lines={draft.lines} />}
            {draft.basis && <RedAtTheDoor handover={handover} basis={draft.basis} />}
            <GoodsStep
              lines={draft.lines}
              items={items}
              onLine={(lotId, changes) => void handover.editLine(lotId, changes)}
              onAll={(share) => void handover.setAll(share)}
            />
          </>
        )}
        {step === 'recipient' && <RecipientStep handover={handover} />}
        {step === 'identity' && <IdentityStep handover={handover} comparison={comparison} />}
        {(step === 'signature' || step === 'witness') && (
          <SignatureStep key={step} handover={handover} who={step === 'witness' ? 'witness' : 'recipient'} />
        )}
        {step === 'pictures' && <PicturesStep handover={handover} />}
        {step === 'place' && <PlaceStep handover={handover} home={household?.place} />}
        {step === 'confirm' && (
          <ConfirmStep handover={handover} recording={recording} onRecord={() => void record()} />
        )}
        {handover.isOpen && (
          <DiscardButton words={text} onDiscard={() => void handover.discard().then(onDiscarded)} />
        )}
      </div>
    </JobShell>
  )
}
