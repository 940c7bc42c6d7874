import { useState } from 'react'
import { useLocation } from 'wouter'
import { caseFileText } from '#shared/case-file/case-file-text'
import { searchCaseFiles } from '../case-file/case-file-store.ts'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useLive } from '../database/use-live.tsx'
import type { SurveyDraft } from '../draft/draft.ts'
import { useTablet } from '../tablet-context.tsx'
import { LinkButton } from '../ui/button.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { Notice } from '../ui/refusal.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { surveyText } from './survey-text.ts'

const SHOWN_MAX = 20

/** What is begun, a new household, or a case file that is known. */
export function SurveysScreen() {
  const text = useText(surveyText)
  const words = useText(caseFileText).category
  const placeOf = usePlaceNames()
  const { db, newId } = useTablet()
  const [, navigate] = useLocation()
  const [query, setQuery] = useState('')
  const recorded = new URLSearchParams(location.search).get('recorded')
  const begun = useLive(
    async () => (await db.drafts.where('kind').equals('survey').toArray()) as SurveyDraft[],
    [db],
  )
  const asked = query.trim()
  const found = useLive(async () => (asked === '' ? [] : searchCaseFiles(db, asked, SHOWN_MAX)), [db, asked])
  const open = (caseFileId?: string) =>
    navigate(`/surveys/${newId()}${caseFileId === undefined ? '' : `?case-file=${caseFileId}`}`)

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
        <SearchField label={text.find} value={query} onChange={setQuery} />
        {asked !== '' && found?.length === 0 && <Notice>{text.notFound}</Notice>}
        {found && found.length > 0 && (
          <List label={text.found}>
            {found.map(({ caseFile }) => (
              <ListRow
                key={caseFile.id}
                title={caseFile.code}
                detail={`${words[caseFile.category]} · ${placeOf(caseFile)}`}
                onPress={() => open(caseFile.id)}
              />
            ))}
          </List>
        )}
      </div>
    </JobShell>
  )
}
