import { dataRequestText } from '#shared/person/data-request-text'
import { EmptyState } from '../ui/empty-state.tsx'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { DeskTable } from './desk-table.tsx'
import { formatMoment } from './desk-time.ts'
import { Pager, useFilters } from './list-page.tsx'
import { personalDataText } from './personal-data-text.ts'
import { useAnswer } from './use-answer.tsx'

/** Who was shown whom and why, for those who watch; a case file's code is all it says of a person. */
export function PersonReads() {
  const text = useText(personalDataText)
  const words: Readonly<Record<string, string>> = useText(dataRequestText).why
  const { requests } = useDesk()
  const [filters, filter] = useFilters()
  const page = filters['page']
  const answer = useAnswer(`person-reads ${page ?? ''}`, (signal) => requests.personReads({ page }, signal))
  return (
    <section aria-labelledby="reads-title">
      <div className="section-head">
        <h2 id="reads-title">{text.reads}</h2>
      </div>
      <p className="quiet">{text.readsHint}</p>
      <AnswerView answer={answer}>
        {(found) =>
          found.total === 0 ? (
            <EmptyState icon="done" title={text.noReads} />
          ) : (
            <>
              <DeskTable
                label={text.reads}
                rows={found.rows}
                keyOf={({ id }) => String(id)}
                columns={[
                  {
                    key: 'who',
                    title: text.who,
                    renderCell: ({ staffName, deviceName }) => staffName ?? deviceName ?? text.nobody,
                  },
                  {
                    key: 'code',
                    title: text.caseFile,
                    renderCell: ({ code, caseFileId }) => code ?? caseFileId,
                  },
                  { key: 'why', title: text.why, renderCell: ({ why }) => words[why] ?? why },
                  { key: 'at', title: text.when, numeric: true, renderCell: ({ at }) => formatMoment(at) },
                ]}
              />
              <Pager {...found} onPage={(next) => filter({ page: String(next) })} />
            </>
          )
        }
      </AnswerView>
    </section>
  )
}
