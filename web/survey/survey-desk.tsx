import { useState } from 'react'
import type { SurveyId } from '#shared/survey/survey'
import { dayInVietnam } from '#shared/time/time'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import { sentenceForCloseWithParts } from '../draft/close-with-parts-sentence.ts'
import { DiscardButton } from '../draft/discard-button.tsx'
import type { SurveyStep } from '../draft/draft.ts'
import { StepFoot } from '../draft/step-foot.tsx'
import { PictureField } from '../part/picture-field.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Opening } from '../ui/opening.tsx'
import { Notice } from '../ui/refusal.tsx'
import { CheckStep } from './check-step.tsx'
import { ConsentStep } from './consent-step.tsx'
import { HomeStep } from './home-step.tsx'
import { HouseholdStep } from './household-step.tsx'
import { SituationStep } from './situation-step.tsx'
import { firstRefusedStep, refuseSurveyStep, SURVEY_STEPS } from './survey-steps.ts'
import { sentenceForSurvey, surveyText } from './survey-text.ts'
import { useSurvey, type SurveyStart } from './use-survey.tsx'
import './survey.css'

export interface SurveyDeskProps {
  readonly surveyId: SurveyId
  readonly identity: DeviceIdentity
  readonly start: SurveyStart
  readonly onClosed: (code: string) => void
  readonly onDiscarded: () => void
}

/** A visit to a household, one step at a time, each on disk before the next. */
export function SurveyDesk({ surveyId, identity, start, onClosed, onDiscarded }: SurveyDeskProps) {
  const text = useText(surveyText)
  const { language } = useLanguage()
  const { now } = useTablet()
  const survey = useSurvey(surveyId, identity, start)
  const { hand, shown, personal, change } = survey
  const [tried, setTried] = useState(false)
  const [closeRefusal, setCloseRefusal] = useState<string>()
  const [recording, setRecording] = useState(false)
  if (!personal || hand.state === 'loading') return <Opening />

  const at = Math.max(0, SURVEY_STEPS.indexOf(shown.step))
  const step = SURVEY_STEPS[at]!
  const [before, after] = [SURVEY_STEPS[at - 1], SURVEY_STEPS[at + 1]]
  const thisYear = Number(dayInVietnam(now()).slice(0, 4))
  const refused = refuseSurveyStep(step, shown, personal, thisYear)
  // Said once somebody wants to go on, and gone with its cause.
  const refusal = tried && refused ? sentenceForSurvey(refused, language) : closeRefusal

  function goTo(next: SurveyStep, { isWrong = false } = {}) {
    setTried(isWrong)
    setCloseRefusal(undefined)
    void change({ step: next })
  }

  function goOn() {
    if (refused) setTried(true)
    else if (after) goTo(after)
  }

  async function record() {
    const missing = firstRefusedStep(shown, personal!, thisYear)
    if (missing) return goTo(missing, { isWrong: true })
    setRecording(true)
    const closed = await survey.close()
    setRecording(false)
    if (closed.ok) onClosed(closed.value)
    else setCloseRefusal(sentenceForCloseWithParts(closed.error, language))
  }

  return (
    <JobShell
      colour="brand"
      title={text.title}
      back="/surveys"
      subtitle={text.progress(at + 1, SURVEY_STEPS.length, text.step[step])}
      footer={
        <StepFoot
          refusal={refusal}
          saved={hand.saved && survey.saved}
          storage={hand.refusal}
          onBack={before && (() => goTo(before))}
          backLabel={text.back}
        >
          {after ? (
            <Button kind="primary" className="end" onClick={goOn}>
              {text.next(text.step[after])}
            </Button>
          ) : (
            <Button
              kind="primary"
              className="end"
              icon="done"
              disabled={recording}
              onClick={() => void record()}
            >
              {recording ? text.recording : text.finish}
            </Button>
          )}
        </StepFoot>
      }
    >
      <div className="column narrow survey" key={step}>
        {survey.lost && <Notice tone="yellow">{text.lost}</Notice>}
        {step === 'consent' && <ConsentStep survey={survey} />}
        {step === 'household' && <HouseholdStep survey={survey} />}
        {step === 'place' && <HomeStep survey={survey} />}
        {step === 'needs' && <SituationStep survey={survey} />}
        {step === 'pictures' && (
          <>
            <p>{text.picturesWhat}</p>
            <PictureField
              subjectId={shown.id}
              caseFileId={shown.caseFileId}
              hashes={shown.pictures}
              onChange={(pictures) => void change({ pictures })}
            />
            {shown.pictures.length === 0 && <p className="quiet">{text.picturesNone}</p>}
          </>
        )}
        {step === 'check' && <CheckStep survey={survey} />}
        <DiscardButton
          words={text}
          asks={survey.isOpen}
          onDiscard={() => void survey.discard().then(onDiscarded)}
        />
      </div>
    </JobShell>
  )
}
