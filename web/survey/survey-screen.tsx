import { useState } from 'react'
import { Redirect, useLocation, useParams } from 'wouter'
import type { CaseFile } from '#shared/case-file/case-file'
import { SurveyIdSchema, type SurveyId } from '#shared/survey/survey'
import * as v from 'valibot'
import { readCaseFile } from '../case-file/case-file-store.ts'
import { readMeta } from '../database/meta-store.ts'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Opening } from '../ui/opening.tsx'
import { SurveyDesk } from './survey-desk.tsx'
import { typedFromNeed } from './survey-input.ts'
import type { SurveyStart } from './use-survey.tsx'

/** Opens a survey once it is known of which case file it is, if of one that is known. */
export function SurveyScreen() {
  const params = useParams<{ surveyId: string }>()
  const surveyId = v.safeParse(SurveyIdSchema, params.surveyId)
  return surveyId.success ? <SurveyOf surveyId={surveyId.output} /> : <Redirect to="/surveys" replace />
}

function SurveyOf({ surveyId }: { readonly surveyId: SurveyId }) {
  const { db } = useTablet()
  const [, navigate] = useLocation()
  const [caseFileId] = useState(() => new URLSearchParams(location.search).get('case-file'))
  const ready = useLive(async () => {
    const [identity, recorded, known] = await Promise.all([
      readMeta(db, 'identity'),
      db.surveys.get(surveyId),
      caseFileId === null ? undefined : readCaseFile(db, caseFileId),
    ])
    return identity && { identity, recorded, start: startOf(known?.caseFile) }
  }, [db, surveyId, caseFileId])
  if (!ready) return <Opening />
  if (ready.recorded) return <Redirect to={listAfter(ready.recorded.code)} replace />
  return (
    <SurveyDesk
      key={surveyId}
      surveyId={surveyId}
      identity={ready.identity}
      start={ready.start}
      onClosed={(code) => navigate(listAfter(code), { replace: true })}
      onDiscarded={() => navigate('/surveys')}
    />
  )
}

function listAfter(code: string): string {
  return `/surveys?recorded=${encodeURIComponent(code)}`
}

function startOf(caseFile: CaseFile | undefined): SurveyStart {
  if (!caseFile) return { about: { needs: [], itemNeeds: [] } }
  const { id, code, category, subCategory, provinceCode, communeCode, householdSize, needs } = caseFile
  return {
    caseFileId: id,
    code,
    about: {
      category,
      ...(subCategory && { subCategory }),
      provinceCode,
      communeCode,
      householdSize: String(householdSize),
      needs: needs.flatMap((need) => typedFromNeed(need) ?? []),
      itemNeeds: needs.filter(({ category }) => category === undefined),
    },
  }
}
