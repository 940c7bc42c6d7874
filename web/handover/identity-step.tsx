import { useState } from 'react'
import { IDENTITIES } from '#shared/handover/handover'
import { handoverWords } from '#shared/handover/handover-text'
import { parseIdCard } from '#shared/person/id-card'
import { checkIdNumber } from '#shared/person/id-number'
import { sentenceForIdCard, sentenceForIdNumber } from '#shared/person/id-number-text'
import { sentenceForRepeat } from '#shared/repeat/repeat-text'
import { TextScanner } from '../scan/text-scanner.tsx'
import { Button } from '../ui/button.tsx'
import { Choices } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice, Refusal } from '../ui/refusal.tsx'
import { handoverText } from './handover-text.ts'
import { needsWitness } from './handover-steps.ts'
import type { Comparison } from './use-comparison.tsx'
import type { HandoverInHand } from './use-handover.tsx'

export interface IdentityStepProps {
  readonly handover: HandoverInHand
  readonly comparison: Comparison
}

/** What was found for other papers. */
const NOT_COMPARED = { identityMatched: undefined, helpedElsewhere: undefined }

/** By the code of the card, a typed number, somebody who knows the person, or not at all. */
export function IdentityStep({ handover, comparison }: IdentityStepProps) {
  const text = useText(handoverText)
  const words = useText(handoverWords).identity
  const { draft, change } = handover
  return (
    <>
      <ComparisonNotice comparison={comparison} />
      <Choices
        label={text.howChecked}
        value={draft.identity}
        onChange={(identity) => void change({ identity, ...NOT_COMPARED })}
        options={IDENTITIES.map((value) => ({ value, label: words[value] }))}
      />
      {draft.identity === 'card' && <CardScan handover={handover} />}
      {draft.identity === 'number' && <TypedNumber handover={handover} />}
      {draft.identity && needsWitness(draft) && <Notice>{text.witnessNeeded}</Notice>}
    </>
  )
}

function CardScan({ handover }: Pick<IdentityStepProps, 'handover'>) {
  const text = useText(handoverText)
  const { language } = useLanguage()
  const { personal = {}, change, changePersonal } = handover
  const [scanning, setScanning] = useState(personal.card === undefined)
  const [refusal, setRefusal] = useState<string>()

  function read(scanned: string) {
    const card = parseIdCard(scanned)
    if (!card.ok) return setRefusal(sentenceForIdCard(card.error)[language])
    const { number, oldNumber, name, bornOn, sex } = card.value
    setRefusal(undefined)
    setScanning(false)
    // Of the card before.
    void change(NOT_COMPARED)
    void changePersonal({
      card: { number, name, bornOn, ...(oldNumber && { oldNumber }), ...(sex && { sex }) },
    })
  }

  if (!scanning && personal.card) {
    const { name, bornOn, number, sex } = personal.card
    const known = { birthYear: Number(bornOn.slice(0, 4)), ...(sex && { sex }) }
    return (
      <>
        <Notice>{text.cardRead(name, bornOn.slice(0, 4))}</Notice>
        {checkIdNumber(number, known).map((fault) => (
          <Notice key={fault.kind} tone="yellow">
            {sentenceForIdNumber(fault)[language]}
          </Notice>
        ))}
        <Button icon="scan" onClick={() => setScanning(true)}>
          {text.scanAgain}
        </Button>
      </>
    )
  }
  return (
    <>
      <p>{text.cardHint}</p>
      <TextScanner onScan={read} />
      {refusal !== undefined && <Refusal>{refusal}</Refusal>}
    </>
  )
}

function TypedNumber({ handover }: Pick<IdentityStepProps, 'handover'>) {
  const text = useText(handoverText)
  const { language } = useLanguage()
  const { draft, personal = {}, change, changePersonal } = handover
  const typed = personal.idNumber ?? ''
  const digits = typed.replace(/\D/g, '').length
  // Not while somebody is still typing.
  const faults = digits >= 12 || digits === 9 ? checkIdNumber(typed) : []
  return (
    <Field
      label={text.idNumber}
      hint={text.idNumberHint}
      inputMode="numeric"
      value={typed}
      onChange={(idNumber) => {
        if (draft.identityMatched !== undefined || draft.helpedElsewhere) void change(NOT_COMPARED)
        void changePersonal({ idNumber })
      }}
      refusal={faults[0] && sentenceForIdNumber(faults[0])[language]}
      autoComplete="off"
      maxLength={40}
    />
  )
}

function ComparisonNotice({ comparison: { kind, repeat } }: Pick<IdentityStepProps, 'comparison'>) {
  const text = useText(handoverText)
  const { language } = useLanguage()
  return (
    <>
      {kind === 'comparing' && <Notice>{text.comparing}</Notice>}
      {kind === 'matched' && <Notice tone="green">{text.matched}</Notice>}
      {kind === 'differs' && <Notice tone="yellow">{text.notMatched}</Notice>}
      {kind === 'unknown' && <Notice>{text.notCompared}</Notice>}
      {repeat?.kind === 'helped' && <Notice tone="red">{sentenceForRepeat(repeat)[language]}</Notice>}
    </>
  )
}
