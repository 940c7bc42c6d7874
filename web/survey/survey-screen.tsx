import { useEffect, useState } from 'react'
import { Redirect, useLocation, useParams } from 'wouter'
import type { CaseFile, CaseFileId } from '#shared/case-file/case-file'
import { SurveyIdSchema, type SurveyId } from '#shared/survey/survey'
import { visitPackageId } from '#shared/trip/trip-package'
import * as v from 'valibot'
import { readCaseFile } from '../case-file/case-file-store.ts'
import { readMeta } from '../database/meta-store.ts'
import { useLive } from '../database/use-live.tsx'
import { discardDraft } from '../draft/draft-store.ts'
import { useStaff } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { usePackages, type OpenedPackages } from '../trip/use-packages.tsx'
import { Opening } from '../ui/opening.tsx'
import { SurveyDesk } from './survey-desk.tsx'
import { typedFromHousehold, typedFromNeed } from './survey-input.ts'
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
  const staff = useStaff()
  const packages = usePackages(staff)
  const [caseFileId] = useState(() => new URLSearchParams(location.search).get('case-file') ?? undefined)
  const found = useLive(async () => {
    const [identity, recorded, begun, known] = await Promise.all([
      readMeta(db, 'identity'),
      db.surveys.get(surveyId),
      db.drafts.get(surveyId),
      caseFileId === undefined ? undefined : readCaseFile(db, caseFileId),
    ])
    return { identity, recorded, isLeftOver: recorded !== undefined && begun !== undefined, known }
  }, [db, surveyId, caseFileId])
  const [start, setStart] = useState<SurveyStart>()
  const isLeftOver = found?.isLeftOver
  // Opened once more after it was recorded: nobody could end it or throw it away.
  useEffect(() => {
    if (isLeftOver) void discardDraft(db, surveyId)
  }, [db, surveyId, isLeftOver])
  if (isLeftOver) return <Opening />
  if (found?.recorded) return <Redirect to={listAfter(found.recorded.code)} replace />
  if (!found?.identity) return <Opening />
  if (!start) {
    // What is known beforehand counts as it was at first: while somebody types, nothing changes under them.
    if (packages.state !== 'reading' && !packages.opening) {
      setStart(startOf(caseFileId, found.known?.caseFile, packages.contentById))
    }
    return <Opening />
  }
  return (
    <SurveyDesk
      key={surveyId}
      surveyId={surveyId}
      identity={found.identity}
      start={start}
      onClosed={(code) => navigate(listAfter(code), { replace: true })}
      onDiscarded={() => navigate('/surveys')}
    />
  )
}

function listAfter(code: string): string {
  return `/surveys?recorded=${encodeURIComponent(code)}`
}

function startOf(
  caseFileId: string | undefined,
  caseFile: CaseFile | undefined,
  contentById: OpenedPackages,
): SurveyStart {
  if (caseFileId === undefined) return NEW_HOUSEHOLD
  const household = contentById.get(visitPackageId(caseFileId))?.household
  return {
    ...(caseFile ? knownOf(caseFile) : NEW_HOUSEHOLD),
    caseFileId: caseFileId as CaseFileId,
    ...(household && { personal: typedFromHousehold(household) }),
  }
}

const NEW_HOUSEHOLD: SurveyStart = { about: { needs: [], itemNeeds: [] } }

function knownOf(caseFile: CaseFile): SurveyStart {
  const { code, category, subCategory, provinceCode, communeCode, householdSize, needs } = caseFile
  return {
    code,
    about: {
      category,
      ...(subCategory && { subCategory }),
      provinceCode,
      communeCode,
      householdSize: String(householdSize),
      needs: needs.flatMap((need) => typedFromNeed(need) ?? []),
      itemNeeds: needs.filter((need) => need.category === undefined),
    },
  }
}
