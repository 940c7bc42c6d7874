import { partText } from '../part/part-text.ts'
import { useText } from '../ui/language.tsx'
import { useDesk } from './desk-context.tsx'
import { DeskTable } from './desk-table.tsx'
import { may } from './may.ts'
import { refusedText } from './refused-text.ts'
import { useAnswer } from './use-answer.tsx'
import { useRefusedColumns } from './use-refused-columns.tsx'

/** Pictures and papers that the server has, but could not take: kept as they came, for a person to look at. */
export function RefusedPapers() {
  const text = useText(refusedText)
  const kinds = useText(partText).kind
  const refusedColumns = useRefusedColumns()
  const { requests, me } = useDesk()
  const answer = useAnswer('refused parts', (signal) => requests.refusedParts(signal), { pollMs: 30_000 })
  const rows = answer.value?.parts ?? []
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="refused-papers-title">
      <div className="section-head">
        <h2 id="refused-papers-title">{text.papersTitle}</h2>
      </div>
      <p className="quiet">{text.papersHint}</p>
      <DeskTable
        label={text.papersTitle}
        rows={rows}
        keyOf={({ hash }) => hash}
        columns={[
          { key: 'kind', title: text.record, renderCell: ({ kind }) => kinds[kind] },
          ...refusedColumns,
          {
            key: 'file',
            title: text.asItCame,
            renderCell: ({ hash }) =>
              may(me.role, 'seePersons') && <a href={`/api/desk/parts/${hash}`}>{text.download}</a>,
          },
        ]}
      />
    </section>
  )
}
