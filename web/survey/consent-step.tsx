import { VISIT_CONSENT_VERSION, consentText } from '#shared/survey/consent-text'
import { CONSENT_WAYS } from '#shared/survey/survey'
import { useTablet } from '../tablet-context.tsx'
import { Choices } from '../ui/choices.tsx'
import { useText } from '../ui/language.tsx'
import { surveyText } from './survey-text.ts'
import type { SurveyInHand } from './use-survey.tsx'

/** Nothing is noted of people who have not agreed: the text that was read, in which version, and how they agreed. */
export function ConsentStep({ survey }: { readonly survey: SurveyInHand }) {
  const text = useText(surveyText)
  const words = useText(consentText)
  const { now } = useTablet()
  const { shown, change } = survey
  const labels = { 'read-aloud': words.readAloud, signed: words.signed }
  return (
    <>
      <h2>{words.title}</h2>
      <p className="read-aloud">{words.words}</p>
      <Choices
        label={text.consentHow}
        options={CONSENT_WAYS.map((value) => ({ value, label: labels[value] }))}
        value={shown.consent?.how}
        onChange={(how) => void change({ consent: { version: VISIT_CONSENT_VERSION, how, at: now() } })}
      />
      <p className="quiet">{text.refusedConsent}</p>
    </>
  )
}
