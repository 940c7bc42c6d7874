import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { formatMoment } from '#shared/i18n/moments'
import { formatNumber } from '#shared/i18n/numbers'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { movementText } from '../movement/movement-text.ts'
import { historyText } from './history-text.ts'
import { readHistoryPage, type HistoryPage } from './history-view-store.ts'
import { MovementDetail } from './movement-detail.tsx'
import { placeWords } from '../movement/place-words.ts'

const PAGE = 50

/** What was recorded of late, newest first, sent or not; one record in full with its ways out. */
export function HistoryScreen() {
  const text = useText(historyText)
  const { db } = useTablet()
  const [search] = useSearchParams()
  const [limit, setLimit] = useState(PAGE)
  const page = useLive(() => readHistoryPage(db, limit), [db, limit])
  const id = search.get('id')
  if (id !== null) return <MovementDetail key={id} id={id} />
  return (
    <JobShell colour="brand" title={text.title}>
      <div className="column">
        {page?.rows.length === 0 && (
          <EmptyState icon="history" title={text.empty}>
            <p>{text.emptyHint}</p>
          </EmptyState>
        )}
        {page && page.rows.length > 0 && <HistoryList page={page} />}
        {page?.more && (
          <Button wide onClick={() => setLimit(limit + PAGE)}>
            {text.more}
          </Button>
        )}
      </div>
    </JobShell>
  )
}

function HistoryList({ page: { rows, names, reversedIds } }: { readonly page: HistoryPage }) {
  const text = useText(historyText)
  const words = useText(movementText)
  const { language } = useLanguage()
  const { now } = useTablet()
  const [, navigate] = useLocation()
  return (
    <List label={text.title}>
      {rows.map(({ id, seq, movement }) => {
        const line = movement.lines[0]!
        const from = placeWords(line.fromId, names, words.place)
        const to = placeWords(line.toId, names, words.place)
        return (
          <ListRow
            key={id}
            title={`${arrowOf(movement.kind)}${words.kind[movement.kind]} · ${words.lines(formatNumber(movement.lines.length, language))}`}
            figureDetail={formatMoment(movement.occurredAt, now())}
            detail={[
              words.fromTo(from, to),
              names.staff.get(movement.staffId) ?? text.unknownStaff,
              seq === undefined ? text.unsent : text.sent,
              ...(reversedIds.has(id) ? [text.reversed] : []),
            ].join(' · ')}
            tone={seq === undefined ? 'yellow' : undefined}
            onPress={() => navigate(`/history?id=${encodeURIComponent(id)}`)}
          />
        )
      })}
    </List>
  )
}

function arrowOf(kind: string): string {
  return kind === 'intake' ? '↓ ' : kind === 'dispatch' ? '↑ ' : ''
}
