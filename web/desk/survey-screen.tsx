import { useState } from 'react'
import { useLocation } from 'wouter'
import type { HouseholdAnswer } from '#shared/desk/desk-household-wire'
import type { RequestAnswer } from '#shared/desk/desk-request-wire'
import { VISIT_CONSENT_VERSION, consentText } from '#shared/survey/consent-text'
import { CONSENT_WAYS } from '#shared/survey/survey'
import { LinkButton } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { useText } from '../ui/language.tsx'
import { AddPictures } from './add-pictures.tsx'
import { AnswerView } from './answer-view.tsx'
import { CASE_FILE_FIELDS, CaseFileFields } from './case-file-fields.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskForm } from './desk-form.tsx'
import { deskText } from './desk-text.ts'
import { HouseholdFields } from './household-fields.tsx'
import { readHousehold, type HouseholdFault } from './household-form.ts'
import { PRIVATE_SURVEY, readSurvey, typedForSurvey } from './survey-form.ts'
import { surveyDeskText } from './survey-desk-text.ts'
import { useAnswer } from './use-answer.tsx'
import { useKept } from './use-kept.tsx'
import { useNeedsCheck } from './use-needs-check.tsx'
import { useNeedNames, type NeedNames } from './use-need-names.tsx'
import { useSending } from './use-sending.tsx'

/** A visit that was noted on paper or told: the same form as on the phone, all of it on one page. */
export function SurveyScreen({ caseFileId }: { readonly caseFileId: string }) {
  const text = useText(surveyDeskText)
  const { requests } = useDesk()
  const answer = useAnswer(`survey ${caseFileId}`, async (signal) => {
    const found = await requests.request(caseFileId, signal)
    if (!found.ok) return found
    const household = await requests.household(caseFileId, 'shown', signal)
    return household.ok ? { ok: true, value: { found: found.value, known: household.value } } : household
  })
  return (
    <>
      <PageHead title={text.title(answer.value?.found.code ?? '…')}>
        <LinkButton href={`/requests/${encodeURIComponent(caseFileId)}`} kind="quiet" icon="back">
          {text.back}
        </LinkButton>
      </PageHead>
      <AnswerView answer={answer}>{(ready) => <NamedForm {...ready} />}</AnswerView>
    </>
  )
}

interface FormProps {
  readonly found: RequestAnswer
  readonly known: HouseholdAnswer
}

function NamedForm(props: FormProps) {
  const frame = useText(deskText)
  const names = useNeedNames(props.found.body.needs)
  return names.ready ? <SurveyForm {...props} names={names} /> : <p className="loading">{frame.loading}</p>
}

function SurveyForm({ found, known, names }: FormProps & { readonly names: NeedNames }) {
  const text = useText(surveyDeskText)
  const words = useText(consentText)
  const { requests } = useDesk()
  const [, navigate] = useLocation()
  const sending = useSending([...CASE_FILE_FIELDS, 'household'])
  const kept = useKept(
    `survey:${found.caseFileId}`,
    typedForSurvey(found.body, known.household, names),
    PRIVATE_SURVEY,
  )
  const { typed, type, forget } = kept
  const needs = useNeedsCheck(typed, type)
  const [fault, setFault] = useState<HouseholdFault>()
  const [missing, setMissing] = useState<'consent' | 'name'>()

  async function save() {
    const areNeedsRight = needs.areNeedsRight()
    const household = readHousehold(typed, known.household)
    const isNameless = typed.persons.every(({ name }) => name.trim() === '')
    setFault(household.ok ? undefined : household.error)
    setMissing(typed.how === '' ? 'consent' : isNameless ? 'name' : undefined)
    if (!areNeedsRight || !household.ok || typed.how === '' || isNameless) return
    const body = readSurvey(typed, {
      household: household.value,
      changedAt: known.changedAt,
      consent: { version: VISIT_CONSENT_VERSION, how: typed.how },
    })
    if (!(await sending.send(() => requests.addSurvey(found.caseFileId, body)))) return
    forget()
    navigate(`/requests/${encodeURIComponent(found.caseFileId)}`)
  }
  const ways = { 'read-aloud': words.readAloud, signed: words.signed }
  return (
    <DeskForm
      kept={kept}
      sending={sending}
      sentence={missing ? text.missing[missing] : sending.isStale ? text.changedMeanwhile : undefined}
      submit={text.record}
      onSubmit={() => void save()}
    >
      <h2>{words.title}</h2>
      <p className="read-aloud">{words.words}</p>
      <Segments
        label={text.consent}
        options={CONSENT_WAYS.map((value) => ({ value, label: ways[value] }))}
        value={typed.how === '' ? undefined : typed.how}
        onChange={(how) => {
          setMissing(undefined)
          type({ how })
        }}
      />
      <h2>{text.household}</h2>
      <HouseholdFields
        typed={typed}
        type={(change) => {
          setFault(undefined)
          setMissing(undefined)
          type(change)
        }}
        fault={fault}
      />
      <h2>{text.situation}</h2>
      <CaseFileFields
        typed={typed}
        type={needs.type}
        sending={sending}
        isNew={false}
        withoutCode
        mayPerson={false}
        wrongNeed={needs.wrongNeed}
      />
      <h2>{text.pictures}</h2>
      <p className="hint">{text.picturesHint}</p>
      <AddPictures caseFileId={found.caseFileId} disabled={typed.how === ''} />
    </DeskForm>
  )
}
