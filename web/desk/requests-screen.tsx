import { useState } from 'react'
import { useLocation } from 'wouter'
import { caseFileText } from '#shared/case-file/case-file-text'
import { LIFE_STEPS } from '#shared/case-file/life'
import { lifeText } from '#shared/case-file/life-text'
import type { RequestRow } from '#shared/desk/desk-request-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { LinkButton } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskTable } from './desk-table.tsx'
import { formatAgo } from './desk-time.ts'
import { ListSearch, Pager, useFilters } from './list-page.tsx'
import { may } from './may.ts'
import { requestDeskText } from './request-desk-text.ts'
import { SelectField } from './select-field.tsx'
import { useAnswer } from './use-answer.tsx'
import { usePlaces } from './use-places.tsx'

const WAITING = ['3', '7', '14', '30'] as const

/** The queue: one row a case file, the longest waiting first. */
export function RequestsScreen() {
  const text = useText(requestDeskText)
  const words = useText(caseFileText)
  const life = useText(lifeText)
  const { language } = useLanguage()
  const { requests, me, nowMs } = useDesk()
  const [, navigate] = useLocation()
  const [filters, filter] = useFilters()
  const { page, waiting = '', province = '', commune = '' } = filters
  const step = LIFE_STEPS.find((one) => one === filters['step']) ?? 'survey'
  const mine = filters['mine'] === '1'
  const place = commune === '' ? province : commune
  // Not in the address: what somebody follows a request by stands in no history.
  const [code, setCode] = useState('')
  const isByCode = code.trim() !== ''
  const query = isByCode ? { code } : { page, step, waiting, place, mine: mine ? '1' : undefined }
  const answer = useAnswer(JSON.stringify(query), (signal) => requests.requests(query, signal))
  const { answer: places } = usePlaces()
  const provinces = places.value?.provinces ?? []
  const communes = provinces.find(({ code }) => code === province)?.communes ?? []
  const say = (value: number) => formatNumber(value, language)

  return (
    <>
      <PageHead title={text.title}>
        {may(me.role, 'setTicks') && (
          <LinkButton href="/requests/new" kind="primary" icon="plus">
            {text.add}
          </LinkButton>
        )}
      </PageHead>
      <ListSearch label={text.search} value={code} onChange={setCode} />
      {!isByCode && (
        <>
          <div className="filters">
            <SelectField
              label={text.step}
              value={step}
              options={LIFE_STEPS.map((value) => ({ value, label: life.step[value] }))}
              onChange={(next) => filter({ step: next })}
            />
            <SelectField
              label={text.place}
              value={province}
              options={[
                { value: '', label: text.anyPlace },
                ...provinces.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              onChange={(next) => filter({ province: next, commune: '' })}
            />
            <SelectField
              label={text.commune}
              value={commune}
              disabled={province === ''}
              options={[
                { value: '', label: text.anyCommune },
                ...communes.map(([code, name]) => ({ value: code, label: name })),
              ]}
              onChange={(next) => filter({ commune: next })}
            />
            <SelectField
              label={text.waiting}
              value={waiting}
              options={[
                { value: '', label: text.anyTime },
                ...WAITING.map((value) => ({ value, label: text.days(value) })),
              ]}
              onChange={(next) => filter({ waiting: next })}
            />
          </div>
          <Segments
            label={text.scope}
            options={[
              { value: 'all', label: text.everyone },
              { value: 'mine', label: text.mine },
            ]}
            value={mine ? 'mine' : 'all'}
            onChange={(next) => filter({ mine: next === 'mine' ? '1' : '' })}
          />
        </>
      )}
      <AnswerView answer={answer}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState icon="list" title={isByCode ? text.noCodeTitle : text.emptyTitle}>
              <p>{isByCode ? text.noCodeHint : text.emptyHint}</p>
            </EmptyState>
          ) : (
            <>
              <DeskTable
                label={text.title}
                rows={found.rows}
                keyOf={(row) => row.caseFileId}
                onOpen={(row) => navigate(`/requests/${encodeURIComponent(row.caseFileId)}`)}
                tone={(row) => (row.doubts ? 'yellow' : 'plain')}
                columns={[
                  { key: 'code', title: text.code, tight: true, renderCell: ({ code }) => code },
                  {
                    key: 'since',
                    title: text.since,
                    tight: true,
                    renderCell: ({ since }) => formatAgo(since, nowMs(), language),
                  },
                  {
                    key: 'place',
                    title: text.place,
                    renderCell: (row) => `${row.communeName}, ${row.provinceName}`,
                  },
                  {
                    key: 'household',
                    title: text.household,
                    renderCell: ({ body }) =>
                      `${words.category[body.category]} · ${text.people(say(body.householdSize))}`,
                  },
                  {
                    key: 'from',
                    title: text.from,
                    renderCell: (row) =>
                      row.sources > 1 ? (
                        <strong>{text.sources(say(row.sources))}</strong>
                      ) : (
                        life.source[row.source]
                      ),
                  },
                  { key: 'doubts', title: text.doubts, numeric: true, renderCell: renderDoubts },
                  {
                    key: 'routed',
                    title: text.routedTo,
                    renderCell: ({ routedTo }) =>
                      routedTo?.name ?? <span className="quiet">{text.nobody}</span>,
                  },
                ]}
              />
              <Pager
                page={found.page}
                limit={found.limit}
                total={found.total}
                onPage={(next) => filter({ page: String(next) })}
              />
            </>
          )
        }
      </AnswerView>
    </>
  )

  function renderDoubts({ doubts }: RequestRow) {
    if (doubts === null) return <span className="quiet">{text.notChecked}</span>
    return doubts === 0 ? <span className="quiet">{text.noDoubts}</span> : say(doubts)
  }
}
