import { useState } from 'react'
import { neededConfirmations } from '#shared/handover/needed-confirmations'
import { handoverWords } from '#shared/handover/handover-text'
import { formatNumber } from '#shared/i18n/numbers'
import { useTablet } from '../tablet-context.tsx'
import { useTripHand } from '../trip/trip-hand.tsx'
import { Button } from '../ui/button.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { compareWithPackage } from './compare-with-package.ts'
import { GiverPin } from './giver-pin.tsx'
import { handoverText } from './handover-text.ts'
import { outcomeSoFar } from './handover-steps.ts'
import type { HandoverInHand } from './use-handover.tsx'

export interface ConfirmStepProps {
  readonly handover: HandoverInHand
  readonly recording: boolean
  readonly onRecord: () => void
}

/** What was done in one look, who is still missing, and the giver's own word for it. */
export function ConfirmStep({ handover, recording, onRecord }: ConfirmStepProps) {
  const text = useText(handoverText)
  const words = useText(handoverWords)
  const { language } = useLanguage()
  const { db, now } = useTablet()
  const { staff } = useTripHand()
  const { draft, personal = {}, change } = handover
  const [isChecking, setIsChecking] = useState(false)
  const [isGoing, setIsGoing] = useState(false)
  const outcome = outcomeSoFar(draft)
  const recipient = draft.recipient ?? 'self'
  const identity = draft.identity ?? 'none'
  const missing = neededConfirmations({ outcome, recipient, identity }).filter(
    (kind) => kind !== 'giver' && personal.signed?.[kind] === undefined,
  )

  async function confirm(pin: string) {
    setIsGoing(true)
    const compared = await compareWithPackage(db, { staff, pin }, draft, personal)
    const { identityMatched, farM } = compared
    // She reads first what goes into the record beside her name.
    const isNews =
      (identityMatched === false && draft.identityMatched === undefined) ||
      (farM !== undefined && draft.farM === undefined)
    const giver = { staffId: staff.id, at: now() }
    if ((await change({ ...compared, giver })) && !isNews) onRecord()
    setIsGoing(false)
  }

  return (
    <>
      <Facts>
        <Fact label={text.step.goods}>{words.outcome[outcome]}</Fact>
        {outcome !== 'none' && (
          <>
            <Fact label={text.step.recipient}>{words.recipient[recipient]}</Fact>
            <Fact label={text.step.identity}>{words.identity[identity]}</Fact>
          </>
        )}
        <Fact label={text.step.pictures}>{formatNumber(draft.pictures.length, language)}</Fact>
      </Facts>
      {missing.length > 0 && (
        <Notice tone="yellow">
          {text.stillMissing(missing.map((kind) => words.confirmation[kind].toLowerCase()).join(', '))}
        </Notice>
      )}
      {outcome !== 'none' && draft.basis && <Notice tone="red">{text.red}</Notice>}
      {outcome !== 'none' && draft.identityMatched === false && (
        <Notice tone="yellow">{text.notMatched}</Notice>
      )}
      {draft.farM !== undefined && (
        <Notice tone="yellow">{text.placeFar(formatNumber(draft.farM / 1000, language))}</Notice>
      )}
      {draft.giver?.staffId === staff.id ? (
        <>
          <Notice tone="green">{text.confirmed}</Notice>
          <Button kind="primary" wide disabled={recording} onClick={onRecord}>
            {recording ? text.recording : text.record}
          </Button>
        </>
      ) : (
        <>
          <GiverPin
            staff={staff}
            label={text.pinOf(staff.name)}
            busy={isGoing || recording}
            onChecking={setIsChecking}
            onRight={(pin) => void confirm(pin)}
          />
          <p className="quiet">{text.withoutPinWhat}</p>
          <Button wide disabled={isChecking || isGoing || recording} onClick={onRecord}>
            {text.withoutPin}
          </Button>
        </>
      )}
    </>
  )
}
