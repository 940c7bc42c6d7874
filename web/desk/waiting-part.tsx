import { useState } from 'react'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { WaitingRow } from '#shared/desk/desk-trip-wire'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { formatMoment } from './desk-time.ts'
import { DeskTable } from './desk-table.tsx'
import { goodsLine } from './goods-line.ts'
import { TickTag } from './tick-tag.tsx'
import { tripDeskText } from './trip-desk-text.ts'
import { useAnswer } from './use-answer.tsx'

export interface WaitingPartProps {
  readonly warehouseId: string
  /** Of the trip: another one means that something was put on it or taken off. */
  readonly version: number
  readonly busy: boolean
  readonly onPut: (consignmentId: ConsignmentId) => void
}

/** What left the warehouse and is on no trip yet: one press puts it last on this one. */
export function WaitingPart({ warehouseId, version, busy, onPut }: WaitingPartProps) {
  const text = useText(tripDeskText)
  const { language } = useLanguage()
  const { requests } = useDesk()
  const [before, setBefore] = useState<number>()
  const query = { warehouse: warehouseId, before }
  const answer = useAnswer(`${version} ${JSON.stringify(query)}`, (signal) => requests.waiting(query, signal))
  return (
    <section className="card" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{text.waiting}</h2>
      <p className="hint">{text.waitingHint}</p>
      <AnswerView answer={answer}>
        {({ rows, older }) => (
          <>
            {rows.length === 0 ? (
              <p>{text.waitingNone}</p>
            ) : (
              <DeskTable
                label={text.waiting}
                rows={rows}
                keyOf={({ consignmentId }) => consignmentId}
                columns={[
                  { key: 'code', title: text.caseFile, tight: true, renderCell: (row) => row.caseFileCode },
                  {
                    key: 'place',
                    title: text.place,
                    renderCell: (row) => `${row.communeName}, ${row.provinceName}`,
                  },
                  { key: 'goods', title: text.item, renderCell: (row) => goodsLine(row.goods, language) },
                  {
                    key: 'at',
                    title: text.dispatchedAt,
                    numeric: true,
                    renderCell: (row) => formatMoment(row.dispatchedAt),
                  },
                  { key: 'put', title: text.put, unseen: true, tight: true, renderCell: putButton },
                ]}
              />
            )}
            {older !== null && <Button onClick={() => setBefore(older)}>{text.older}</Button>}
          </>
        )}
      </AnswerView>
    </section>
  )

  function putButton({ consignmentId, caseFileCode, tickNow }: WaitingRow) {
    return (
      <>
        {tickNow !== 'green' && <TickTag tick={tickNow} expired={false} />}{' '}
        <Button
          icon="plus"
          aria-label={text.putName(caseFileCode)}
          disabled={busy}
          onClick={() => onPut(consignmentId)}
        >
          {text.put}
        </Button>
      </>
    )
  }
}
