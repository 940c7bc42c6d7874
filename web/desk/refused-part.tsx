import type { RefusedRow } from '#shared/desk/desk-refused-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { shortCode } from '#shared/i18n/short-code'
import { factKindText } from '../movement/fact-kind-text.ts'
import { movementText } from '../movement/movement-text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { DeskTable } from './desk-table.tsx'
import { Pager, useFilters } from './list-page.tsx'
import { refusedText } from './refused-text.ts'
import { useAnswer } from './use-answer.tsx'
import { useRefusedColumns } from './use-refused-columns.tsx'

/** What tablets sent and the server did not take, in the words and codes that the tablet gives to read out. */
export function RefusedPart() {
  const text = useText(refusedText)
  const refusedColumns = useRefusedColumns()
  const { requests } = useDesk()
  const [filters, filter] = useFilters()
  const page = filters['page']
  const answer = useAnswer(`refused ${page ?? ''}`, (signal) => requests.refused({ page }, signal), {
    pollMs: 30_000,
  })
  return (
    <section aria-labelledby="refused-title">
      <div className="section-head">
        <h2 id="refused-title">{text.title}</h2>
      </div>
      <AnswerView answer={answer}>
        {(refused) =>
          refused.total === 0 ? (
            <EmptyState icon="done" title={text.emptyTitle}>
              <p>{text.emptyHint}</p>
            </EmptyState>
          ) : (
            <>
              <p className="quiet">{text.hint}</p>
              <DeskTable
                label={text.title}
                rows={refused.rows}
                keyOf={({ id }) => String(id)}
                columns={[
                  { key: 'record', title: text.record, renderCell: (row) => <RecordWords row={row} /> },
                  ...refusedColumns,
                ]}
              />
              <Pager {...refused} onPage={(next) => filter({ page: String(next) })} />
            </>
          )
        }
      </AnswerView>
    </section>
  )
}

function RecordWords({ row: { kind, factId, deviceSeq } }: { readonly row: RefusedRow }) {
  const text = useText(refusedText)
  const words = { ...useText(movementText).kind, ...useText(factKindText) }
  const { language } = useLanguage()
  const codes = [
    deviceSeq !== null && text.number(formatNumber(deviceSeq, language)),
    factId !== null && shortCode(factId),
  ].filter((code) => code !== false)
  return (
    <>
      {kind === null ? text.unknownKind : words[kind]}{' '}
      {codes.length > 0 && <small className="quiet">{codes.join(' · ')}</small>}
    </>
  )
}
