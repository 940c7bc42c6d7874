import { useParams } from 'wouter'
import { caseFileText } from '#shared/case-file/case-file-text'
import { formatNumber } from '#shared/i18n/numbers'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useLive } from '../database/use-live.tsx'
import { useStaff } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { HouseholdCard } from '../trip/household-card.tsx'
import { NamesLock } from '../trip/names-lock.tsx'
import { usePackages } from '../trip/use-packages.tsx'
import { LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Opening } from '../ui/opening.tsx'
import { Notice } from '../ui/refusal.tsx'
import { surveyText } from './survey-text.ts'
import { listVisits } from './visit-store.ts'

/** One household to be visited: whom to ask for, how to call, the way there, and the survey. */
export function VisitScreen() {
  const params = useParams<{ caseFileId: string }>()
  const caseFileId = decodeURIComponent(params.caseFileId)
  const text = useText(surveyText)
  const words = useText(caseFileText).category
  const { language } = useLanguage()
  const placeOf = usePlaceNames()
  const { db, newId } = useTablet()
  const staff = useStaff()
  const packages = usePackages(staff)
  const visits = useLive(() => listVisits(db, staff), [db, staff])
  if (!visits) return <Opening />
  const visit = visits.find((one) => one.caseFileId === caseFileId)
  if (!visit) {
    return (
      <JobShell colour="brand" title={text.visit} back="/surveys">
        <EmptyState icon="users" title={text.wiped} />
      </JobShell>
    )
  }
  const { caseFile, begunId, visited } = visit
  const content = packages.contentById.get(visit.id)
  const survey = begunId ?? `${newId()}?case-file=${encodeURIComponent(caseFileId)}`
  return (
    <JobShell
      colour="brand"
      title={caseFile?.code ?? text.visit}
      subtitle={text.visit}
      back="/surveys"
      footer={
        !visited && (
          <LinkButton href={`/surveys/${survey}`} kind="primary" icon="edit" wide>
            {begunId === undefined ? text.begin : text.goOn}
          </LinkButton>
        )
      }
    >
      <div className="column narrow">
        <NamesLock packages={packages} staff={staff} words={text} />
        {visited && <Notice tone="green">{text.visited}</Notice>}
        {content && <HouseholdCard content={content} label={text.household} />}
        {caseFile && (
          <Card>
            <Facts>
              <Fact label={text.step.place}>{placeOf(caseFile)}</Fact>
              <Fact label={text.category}>{words[caseFile.category]}</Fact>
              <Fact label={text.size}>{formatNumber(caseFile.householdSize, language)}</Fact>
            </Facts>
          </Card>
        )}
      </div>
    </JobShell>
  )
}
