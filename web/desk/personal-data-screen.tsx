import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DataRequestRow } from '#shared/desk/desk-data-request-wire'
import { dataRequestText } from '#shared/person/data-request-text'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { DataRequestDialog } from './data-request-dialog.tsx'
import { DueWords, StepWords } from './data-request-words.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskTable } from './desk-table.tsx'
import { may } from './may.ts'
import { PersonReads } from './person-reads.tsx'
import { personalDataText } from './personal-data-text.ts'
import { useAnswer } from './use-answer.tsx'

/** What persons asked about their own data, by when it is due. The auditor sees the clock and the log, and no person. */
export function PersonalDataScreen() {
  const text = useText(personalDataText)
  const words = useText(dataRequestText)
  const { requests, me } = useDesk()
  const [, navigate] = useLocation()
  const [adding, setAdding] = useState(false)
  const answer = useAnswer('data-requests', (signal) => requests.dataRequests(signal), { pollMs: 60_000 })
  const mayAnswer = may(me.role, 'answerPersons')
  const open = ({ id }: Pick<DataRequestRow, 'id'>) => navigate(`/personal-data/${encodeURIComponent(id)}`)

  return (
    <>
      <PageHead title={text.title}>
        {mayAnswer && (
          <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        )}
      </PageHead>
      <p className="quiet">{text.hint}</p>
      <AnswerView answer={answer}>
        {({ requests: rows }) =>
          rows.length === 0 ? (
            <EmptyState icon="done" title={text.emptyTitle}>
              {mayAnswer && <p>{text.emptyHint}</p>}
            </EmptyState>
          ) : (
            <DeskTable
              label={text.title}
              rows={rows}
              keyOf={({ id }) => id}
              onOpen={mayAnswer ? open : undefined}
              tone={({ closedAt, late }) => (closedAt !== null ? 'quiet' : late ? 'red' : 'plain')}
              columns={[
                { key: 'asks', title: text.asks, renderCell: ({ asks }) => words.asks[asks] },
                { key: 'due', title: text.due, renderCell: (row) => <DueWords request={row} /> },
                {
                  key: 'state',
                  title: text.state,
                  renderCell: ({ outcome }) => (outcome === null ? text.open : words.outcome[outcome]),
                },
                { key: 'steps', title: text.steps, renderCell: (row) => <StepWords request={row} /> },
              ]}
            />
          )
        }
      </AnswerView>
      {may(me.role, 'watchReads') && <PersonReads />}
      {adding && <DataRequestDialog onClose={() => setAdding(false)} onAdded={open} />}
    </>
  )
}
