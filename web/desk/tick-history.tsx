import { formatDay } from '#shared/i18n/numbers'
import { dayInVietnam } from '#shared/time/time'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { useDesk } from './desk-context.tsx'
import { DeskTable } from './desk-table.tsx'
import { formatMoment } from './desk-time.ts'
import { TickTag } from './tick-tag.tsx'
import { useAnswer } from './use-answer.tsx'

export interface TickHistoryProps {
  readonly caseFileId: string
  /** When the newest tick was set: another one means another history. */
  readonly tickAt: string
}

export function TickHistory({ caseFileId, tickAt }: TickHistoryProps) {
  const text = useText(caseFileDeskText)
  const { requests } = useDesk()
  const answer = useAnswer(`${caseFileId} ${tickAt}`, (signal) => requests.ticks(caseFileId, signal))
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">{text.history}</h2>
      <AnswerView answer={answer}>
        {({ ticks }) =>
          ticks.length === 0 ? (
            <p className="quiet">{text.noHistory}</p>
          ) : (
            <DeskTable
              label={text.history}
              rows={ticks}
              keyOf={(row) => `${row.tickAt} ${row.tick}`}
              columns={[
                { key: 'tick', title: text.tick, renderCell: ({ tick }) => <TickTag tick={tick} /> },
                {
                  key: 'when',
                  title: text.historyWhen,
                  numeric: true,
                  renderCell: (row) => formatMoment(row.tickAt),
                },
                {
                  key: 'who',
                  title: text.historyWho,
                  renderCell: ({ staffName }) => staffName ?? text.byServer,
                },
                {
                  key: 'reason',
                  title: text.reason,
                  renderCell: ({ reason, parts, isWithdrawn }) =>
                    [isWithdrawn && text.withdrawn, reason, parts > 0 && text.pictures(String(parts))]
                      .filter(Boolean)
                      .join(' · '),
                },
                {
                  key: 'until',
                  title: text.until,
                  numeric: true,
                  renderCell: ({ tickUntil }) =>
                    tickUntil === null ? '' : formatDay(dayInVietnam(tickUntil)),
                },
              ]}
            />
          )
        }
      </AnswerView>
    </section>
  )
}
