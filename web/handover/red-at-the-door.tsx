import type { Basis } from '#shared/movement/movement'
import { SecondPerson } from '../staff/second-person.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { handoverText } from './handover-text.ts'
import type { HandoverInHand } from './use-handover.tsx'

export interface RedAtTheDoorProps {
  readonly handover: HandoverInHand
  readonly basis: Basis
}

/** The tick turned red after the goods were loaded: what to do, and the word of a second person if one is there. Nobody is stopped. */
export function RedAtTheDoor({ handover, basis }: RedAtTheDoorProps) {
  const text = useText(handoverText)
  const { draft, hand, change } = handover
  return (
    <>
      <Notice tone="red">{text.red}</Notice>
      <SecondPerson
        tone="red"
        words={text.second}
        override={basis.override}
        reason={draft.typed['reason'] ?? ''}
        onReason={(reason) => void hand.actions.type('reason', reason)}
        onAgreed={(override) => void change({ basis: { ...basis, override } })}
      />
    </>
  )
}
