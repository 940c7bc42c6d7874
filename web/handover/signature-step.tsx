import { handoverWords } from '#shared/handover/handover-text'
import { useTablet } from '../tablet-context.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { handoverText } from './handover-text.ts'
import type { Signed, Signer } from './personal-input.ts'
import { SignatureField } from './signature-field.tsx'
import type { HandoverInHand } from './use-handover.tsx'

export interface SignatureStepProps {
  readonly handover: HandoverInHand
  readonly who: Signer
}

/** The signature of who received, or of the witness with their name. */
export function SignatureStep({ handover, who }: SignatureStepProps) {
  const text = useText(handoverText)
  const words = useText(handoverWords).confirmation
  const { now } = useTablet()
  const { draft, personal = {}, change, changePersonal } = handover

  async function sign(signed: Signed | undefined) {
    const { [who]: _, ...others } = personal.signed ?? {}
    const { [who]: __, ...signedAt } = draft.signedAt
    await changePersonal({ signed: signed ? { ...others, [who]: signed } : others })
    await change({ signedAt: signed ? { ...signedAt, [who]: now() } : signedAt })
  }

  return (
    <>
      {who === 'witness' && (
        <Field
          label={text.witnessName}
          hint={text.witnessHint}
          value={personal.witnessName ?? ''}
          onChange={(witnessName) => void changePersonal({ witnessName })}
          autoComplete="off"
          maxLength={200}
        />
      )}
      <SignatureField
        key={who}
        label={words[who]}
        signed={personal.signed?.[who]}
        onChange={(signed) => void sign(signed)}
      />
      <p className="quiet">{text.cannotSign}</p>
    </>
  )
}
