import { useState } from 'react'
import { useLocation } from 'wouter'
import { CASE_CATEGORIES } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import type { CaseFileRow } from '#shared/desk/desk-case-file-wire'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import { dayInVietnam } from '#shared/time/time'
import { LinkButton } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { CaseFileFilters } from './case-file-filters.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskTable } from './desk-table.tsx'
import { deskText } from './desk-text.ts'
import { Pager, useFilters } from './list-page.tsx'
import { may } from './may.ts'
import { TickTag } from './tick-tag.tsx'
import { useAnswer } from './use-answer.tsx'

const TICK_FILTERS = ['all', 'green', 'yellow', 'red', 'expired'] as const

export function CaseFilesScreen() {
  const text = useText(caseFileDeskText)
  const words = useText(caseFileText)
  const frame = useText(deskText)
  const { language } = useLanguage()
  const { requests, me } = useDesk()
  const [, navigate] = useLocation()
  const [filters, filter] = useFilters()
  const [typed, setTyped] = useState(filters['q'] ?? '')
  const { q, page, province, commune } = filters
  const tick = TICK_FILTERS.find((one) => one === filters['tick']) ?? 'all'
  const category = CASE_CATEGORIES.find((one) => one === filters['category'])
  const query = { q, page, province, commune, category, tick: tick === 'all' ? undefined : tick }
  const answer = useAnswer(JSON.stringify(query), (signal) => requests.caseFiles(query, signal))
  const isFiltered = [q, province, commune, category, query.tick].some((value) => (value ?? '') !== '')
  const mayChange = may(me.role, 'manageCaseFiles')

  return (
    <>
      <PageHead title={text.title}>
        {mayChange && (
          <LinkButton href="/case-files/new" kind="primary" icon="plus">
            {text.add}
          </LinkButton>
        )}
      </PageHead>
      <CaseFileFilters filters={filters} onFilter={filter} typed={typed} onType={setTyped} />
      <Segments
        label={text.tickFilter}
        options={TICK_FILTERS.map((value) => ({
          value,
          label: value === 'all' ? frame.all : words.tick[value],
        }))}
        value={tick}
        onChange={(next) => filter({ tick: next === 'all' ? '' : next })}
      />
      <AnswerView answer={answer}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState icon="file" title={isFiltered ? text.noMatch : text.emptyTitle}>
              <p>{isFiltered ? text.noMatchHint : text.emptyHint}</p>
              {!isFiltered && mayChange && (
                <LinkButton href="/import?kind=case-files" icon="upload">
                  {text.importNow}
                </LinkButton>
              )}
            </EmptyState>
          ) : (
            <>
              <DeskTable
                label={text.title}
                rows={found.rows}
                keyOf={({ caseFile }) => caseFile.id}
                onOpen={({ caseFile }) => navigate(`/case-files/${encodeURIComponent(caseFile.id)}`)}
                columns={[
                  { key: 'code', title: text.code, tight: true, renderCell: ({ caseFile }) => caseFile.code },
                  {
                    key: 'tick',
                    title: text.tick,
                    renderCell: (row) => <TickTag tick={row.tickNow} expired={row.expired} />,
                  },
                  { key: 'until', title: text.until, numeric: true, renderCell: until },
                  {
                    key: 'category',
                    title: text.category,
                    renderCell: ({ caseFile }) =>
                      caseFile.subCategory === undefined
                        ? words.category[caseFile.category]
                        : `${words.category[caseFile.category]} · ${words.subCategory[caseFile.subCategory]}`,
                  },
                  {
                    key: 'place',
                    title: text.place,
                    renderCell: (row) => `${row.communeName}, ${row.provinceName}`,
                  },
                  {
                    key: 'size',
                    title: text.householdSize,
                    numeric: true,
                    renderCell: ({ caseFile }) => formatNumber(caseFile.householdSize, language),
                  },
                ]}
              />
              <Pager {...found} onPage={(next) => filter({ page: String(next) })} />
            </>
          )
        }
      </AnswerView>
    </>
  )
}

function until({ caseFile }: CaseFileRow): string {
  return caseFile.tick === 'green' && caseFile.tickUntil !== null
    ? formatDay(dayInVietnam(caseFile.tickUntil))
    : ''
}
