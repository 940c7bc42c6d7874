import { useMemo, useState } from 'react'
import { formatNumber } from '#shared/i18n/numbers'
import { addDays, dayInVietnam } from '#shared/time/time'
import { useLive } from '../database/use-live.tsx'
import { useDeviceState } from '../device/use-device-state.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { VirtualList } from '../ui/virtual-list.tsx'
import { arrangeStock, STOCK_VIEWS, type StockView } from './arrange-stock.ts'
import { StockRow } from './stock-row.tsx'
import { stockText } from './stock-text.ts'
import { readStockLines } from './stock-view-store.ts'

const SOON_DAYS = 30

/** What is on the shelves: by item, lot, shelf, or by what has to leave soon. Own unsent movements count at once. */
export function StockScreen() {
  const text = useText(stockText)
  const { language } = useLanguage()
  const { db, now } = useTablet()
  const device = useDeviceState()
  const [view, setView] = useState<StockView>('item')
  const [query, setQuery] = useState('')
  const [itemId, setItemId] = useState<string>()
  const lines = useLive(() => readStockLines(db), [db])
  const today = dayInVietnam(now())
  const rows = useMemo(() => {
    const shown = lines?.filter((line) => itemId === undefined || line.itemId === itemId)
    return shown && arrangeStock(shown, itemId === undefined ? view : 'lot', query, addDays(today, SOON_DAYS))
  }, [lines, itemId, view, query, today])

  return (
    <JobShell
      colour="stock"
      title={text.title}
      subtitle={rows && text.count(formatNumber(rows.length, language))}
    >
      <div className="column">
        <SearchField label={text.search} value={query} onChange={setQuery} />
        {itemId === undefined ? (
          <Segments
            label={text.views}
            value={view}
            onChange={setView}
            options={STOCK_VIEWS.map((value) => ({ value, label: text.view[value] }))}
          />
        ) : (
          <Button icon="back" onClick={() => setItemId(undefined)}>
            {text.back}
          </Button>
        )}
        {rows && rows.length > 0 && (
          <VirtualList
            label={text.title}
            values={rows}
            keyOf={({ kind, key }) => `${kind} ${key}`}
            render={(row) => <StockRow row={row} today={today} onItem={setItemId} />}
          />
        )}
        {rows?.length === 0 && (
          <NothingThere
            why={
              query !== ''
                ? 'not-found'
                : lines && lines.length > 0
                  ? 'none-expiring'
                  : device?.filled
                    ? 'empty'
                    : 'not-filled'
            }
          />
        )}
      </div>
    </JobShell>
  )
}

function NothingThere({ why }: { readonly why: 'not-found' | 'none-expiring' | 'empty' | 'not-filled' }) {
  const text = useText(stockText)
  switch (why) {
    case 'not-found':
      return (
        <EmptyState icon="search" title={text.nothingFound}>
          <p>{text.nothingFoundHint}</p>
        </EmptyState>
      )
    case 'none-expiring':
      return <EmptyState icon="done" title={text.nothingExpiring} />
    case 'not-filled':
      return <EmptyState icon="download" title={text.notFilled} />
    case 'empty':
      return (
        <EmptyState icon="boxes" title={text.empty}>
          <p>{text.emptyHint}</p>
        </EmptyState>
      )
  }
}
