import { handoverWords } from '#shared/handover/handover-text'
import { Choices } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { handoverText } from './handover-text.ts'
import type { HandoverInHand } from './use-handover.tsx'

/** The person of the case file, or somebody for them: then who, and why. */
export function RecipientStep({ handover }: { readonly handover: HandoverInHand }) {
  const text = useText(handoverText)
  const words = useText(handoverWords).recipient
  const { draft, personal = {}, change, changePersonal } = handover
  return (
    <>
      <Choices
        label={text.whoTakes}
        value={draft.recipient}
        onChange={(recipient) => void change({ recipient })}
        options={[
          { value: 'self', label: words.self },
          { value: 'proxy', label: words.proxy },
        ]}
      />
      {draft.recipient === 'proxy' && (
        <>
          <Field
            label={text.proxyName}
            value={personal.proxyName ?? ''}
            onChange={(proxyName) => void changePersonal({ proxyName })}
            autoComplete="off"
            maxLength={200}
          />
          <Field
            label={text.proxyWhy}
            hint={text.proxyWhyHint}
            value={personal.proxyWhy ?? ''}
            onChange={(proxyWhy) => void changePersonal({ proxyWhy })}
            autoComplete="off"
            maxLength={300}
          />
        </>
      )}
      {draft.recipient && (
        <Field
          label={text.phone}
          hint={text.phoneHint}
          inputMode="tel"
          value={personal.phone ?? ''}
          onChange={(phone) => void changePersonal({ phone })}
          autoComplete="off"
          maxLength={40}
        />
      )}
    </>
  )
}
