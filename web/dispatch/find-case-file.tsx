import type { CaseFile } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { searchCaseFiles } from '../case-file/case-file-store.ts'
import { TickCard } from '../case-file/tick-card.tsx'
import { tickCardText } from '../case-file/tick-card-text.ts'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useLive } from '../database/use-live.tsx'
import { useClock } from '../draft/use-clock.tsx'
import { useTablet } from '../tablet-context.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { dispatchText } from './dispatch-text.ts'

export interface FindCaseFileProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onPick: (caseFile: CaseFile) => void
}

const SHOWN_MAX = 30

/** Which case file goods leave for: by code, commune, province or category, with diacritics or without. */
export function FindCaseFile({ query, onQuery, onPick }: FindCaseFileProps) {
  const { db } = useTablet()
  const text = useText(dispatchText)
  const words = useText(caseFileText)
  const tickWords = useText(tickCardText)
  const placeOf = usePlaceNames()
  const { now } = useClock()
  const asked = query.trim()
  const found = useLive(
    async () => ({ asked, rows: asked === '' ? [] : await searchCaseFiles(db, asked, SHOWN_MAX) }),
    [db, asked],
  )
  return (
    <div className="column find-case-file">
      <h2>{text.findTitle}</h2>
      {/* A person who came here wants to type at once. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <SearchField label={text.findField} value={query} onChange={onQuery} autoFocus />
      {asked === '' && <p className="quiet">{text.findHint}</p>}
      {asked !== '' && found?.asked === asked && found.rows.length === 0 && (
        <Notice tone="yellow">{text.notFound(asked)}</Notice>
      )}
      <ul className="case-files">
        {(found?.rows ?? []).map(({ caseFile }) => (
          <li key={caseFile.id}>
            <button type="button" className="case-file" onClick={() => onPick(caseFile)}>
              <span className="about">
                <strong>{caseFile.code}</strong>
                <span>
                  {words.category[caseFile.category]}
                  {caseFile.subCategory && ` · ${words.subCategory[caseFile.subCategory]}`} ·{' '}
                  {tickWords.people(caseFile.householdSize)}
                </span>
                <small>{placeOf(caseFile)}</small>
              </span>
              <TickCard caseFile={caseFile} now={now} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
