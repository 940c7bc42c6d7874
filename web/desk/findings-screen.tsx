import { useState } from 'react'
import type { FindingRow } from '#shared/desk/desk-finding-wire'
import { FINDING_KINDS } from '#shared/finding/finding'
import { findingText } from '#shared/finding/finding-text'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskTable } from './desk-table.tsx'
import { deskText } from './desk-text.ts'
import { formatMoment } from './desk-time.ts'
import { findingDeskText } from './finding-desk-text.ts'
import { HandleDialog } from './handle-dialog.tsx'
import { Pager, useFilters } from './list-page.tsx'
import { may } from './may.ts'
import { SelectField } from './select-field.tsx'
import { useAnswer } from './use-answer.tsx'

const STATES = ['open', 'closed', 'all'] as const

/** What a person must look at: a sentence each, and a way to say what was done. */
export function FindingsScreen() {
  const text = useText(findingDeskText)
  const frame = useText(deskText)
  const kinds = useText(findingText).kind
  const { language } = useLanguage()
  const { requests, me } = useDesk()
  const [filters, filter] = useFilters()
  const [handled, setHandled] = useState<FindingRow>()
  const state = STATES.find((one) => one === filters['state']) ?? 'open'
  const kind = FINDING_KINDS.find((one) => one === filters['kind']) ?? ''
  const page = filters['page']
  const answer = useAnswer(
    JSON.stringify([state, kind, page]),
    (signal) => requests.findings({ state, kind, page }, signal),
    { pollMs: 30_000 },
  )
  const mayHandle = may(me.role, 'handleFindings')

  return (
    <>
      <PageHead title={text.title} />
      <div className="filters">
        <Segments
          label={text.stateLabel}
          options={STATES.map((value) => ({ value, label: text.state[value] }))}
          value={state}
          onChange={(next) => filter({ state: next })}
        />
        <SelectField
          label={text.kindLabel}
          value={kind}
          options={[
            { value: '' as const, label: text.allKinds },
            ...FINDING_KINDS.map((value) => ({ value, label: kinds[value] })),
          ]}
          onChange={(next) => filter({ kind: next })}
        />
      </div>
      <AnswerView answer={answer}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState
              icon="done"
              title={state === 'open' && kind === '' ? text.emptyOpenTitle : text.emptyTitle}
            >
              <p>{state === 'open' && kind === '' ? text.emptyOpenHint : text.emptyHint}</p>
            </EmptyState>
          ) : (
            <>
              <DeskTable
                label={text.title}
                rows={found.rows}
                keyOf={({ key }) => key}
                onOpen={mayHandle ? setHandled : undefined}
                tone={({ closedAt, handledAt }) =>
                  closedAt !== null || handledAt !== null ? 'quiet' : 'plain'
                }
                columns={[
                  { key: 'kind', title: text.kind, renderCell: (row) => kinds[row.kind] },
                  {
                    key: 'sentence',
                    title: text.sentence,
                    renderCell: ({ sentence }) => <span className="sentence">{sentence[language]}</span>,
                  },
                  {
                    key: 'opened',
                    title: text.openedAt,
                    numeric: true,
                    renderCell: ({ openedAt }) => formatMoment(openedAt),
                  },
                  { key: 'handled', title: text.handled, renderCell: (row) => <Handled row={row} /> },
                  ...(mayHandle
                    ? [
                        {
                          key: 'handle',
                          title: frame.actions,
                          unseen: true,
                          renderCell: (row: FindingRow) =>
                            row.closedAt === null && (
                              <Button onClick={() => setHandled(row)}>{text.handle}</Button>
                            ),
                        },
                      ]
                    : []),
                ]}
              />
              <Pager {...found} onPage={(next) => filter({ page: String(next) })} />
            </>
          )
        }
      </AnswerView>
      {handled && (
        <HandleDialog
          key={handled.key}
          finding={handled}
          onClose={() => setHandled(undefined)}
          onHandled={() => {
            setHandled(undefined)
            answer.reload()
          }}
        />
      )}
    </>
  )
}

function Handled({ row }: { readonly row: FindingRow }) {
  const text = useText(findingDeskText)
  return (
    <>
      {row.handledAt === null ? (
        <span className="quiet">{text.notHandled}</span>
      ) : (
        <>
          {row.note}
          <small className="quiet">{text.handledBy(row.handledBy ?? '', formatMoment(row.handledAt))}</small>
        </>
      )}
      {row.closedAt !== null && <small className="quiet">{text.closedAt(formatMoment(row.closedAt))}</small>}
    </>
  )
}
