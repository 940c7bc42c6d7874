import { useEffect, useState } from 'react'
import { caseFileText } from '#shared/case-file/case-file-text'
import { searchCaseFiles } from '../case-file/case-file-store.ts'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useLive } from '../database/use-live.tsx'
import { useStaff } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { NamesLock } from '../trip/names-lock.tsx'
import { usePackages } from '../trip/use-packages.tsx'
import { LinkButton } from '../ui/button.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { Notice } from '../ui/refusal.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { surveyText } from './survey-text.ts'
import { listBegun, listVisits } from './visit-store.ts'

const SHOWN_MAX = 20

/** What is begun, whom to visit, a new household, or a case file that is known. */
export function SurveysScreen() {
  const text = useText(surveyText)
  const { db, sync, newId } = useTablet()
  const recorded = new URLSearchParams(location.search).get('recorded')
  // Names come down for who is signed in: ask as soon as they look.
  useEffect(() => void sync.pullNow(), [sync])
  const begun = useLive(() => listBegun(db), [db])
  const words = useText(caseFileText).category
  return (
    <JobShell colour="brand" title={text.list}>
      <div className="column narrow">
        {recorded !== null && <Notice tone="green">{text.recorded(recorded)}</Notice>}
        {begun && begun.length > 0 && (
          <section aria-label={text.open}>
            <h2>{text.open}</h2>
            <List label={text.open}>
              {begun.map(({ id, code, step, about }) => (
                <ListRow
                  key={id}
                  title={code}
                  detail={[about.category && words[about.category], text.step[step]]
                    .filter(Boolean)
                    .join(' · ')}
                  href={`/surveys/${id}`}
                />
              ))}
            </List>
          </section>
        )}
        <LinkButton href={`/surveys/${newId()}`} kind="primary" icon="plus" wide>
          {text.new}
        </LinkButton>
        <Visits />
        <KnownCaseFiles />
      </div>
    </JobShell>
  )
}

function Visits() {
  const text = useText(surveyText)
  const placeOf = usePlaceNames()
  const { db } = useTablet()
  const staff = useStaff()
  const packages = usePackages(staff)
  const visits = useLive(() => listVisits(db, staff), [db, staff])
  return (
    <section aria-label={text.visits}>
      <h2>{text.visits}</h2>
      <NamesLock packages={packages} staff={staff} words={text} />
      {visits?.length === 0 && packages.state !== 'no-key' && <p className="quiet">{text.nothing}</p>}
      {visits && visits.length > 0 && (
        <List label={text.visits}>
          {visits.map(({ id, caseFileId, caseFile, begunId, visited }) => {
            const code = caseFile?.code ?? caseFileId
            const name = packages.contentById.get(id)?.household?.persons[0]?.name
            return (
              <ListRow
                key={id}
                href={`/visits/${encodeURIComponent(caseFileId)}`}
                title={[code, name].filter(Boolean).join(' · ')}
                detail={caseFile && placeOf(caseFile)}
                figureDetail={visited ? text.visited : begunId && text.begun}
              />
            )
          })}
        </List>
      )}
    </section>
  )
}

function KnownCaseFiles() {
  const text = useText(surveyText)
  const words = useText(caseFileText).category
  const placeOf = usePlaceNames()
  const { db, newId } = useTablet()
  const [query, setQuery] = useState('')
  const asked = query.trim()
  const found = useLive(async () => (asked === '' ? [] : searchCaseFiles(db, asked, SHOWN_MAX)), [db, asked])
  return (
    <>
      <SearchField label={text.find} value={query} onChange={setQuery} />
      {asked !== '' && found?.length === 0 && <Notice>{text.notFound}</Notice>}
      {found && found.length > 0 && (
        <List label={text.found}>
          {found.map(({ caseFile }) => (
            <ListRow
              key={caseFile.id}
              title={caseFile.code}
              detail={`${words[caseFile.category]} · ${placeOf(caseFile)}`}
              href={`/surveys/${newId()}?case-file=${encodeURIComponent(caseFile.id)}`}
            />
          ))}
        </List>
      )}
    </>
  )
}
