import { useEffect, useMemo, useState } from 'react'
import { formatNumber } from '#shared/i18n/numbers'
import { addDays, dayInVietnam } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
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
import { earlyFirstLines, readFirstLines } from './first-lines.ts'
import { readStockLines, rememberStockList } from './stock-view-store.ts'

const SOON_DAYS = 30

/** What is on the shelves: by item, lot, shelf, or by what has to leave soon. Own unsent movements count at once. */
export function StockScreen() {
  const text = useText(stockText)
  const { language } = useLanguage()
  const { db, now } = useTablet()
  const [view, setView] = useState<StockView>('item')
  const [query, setQuery] = useState('')
  const [itemId, setItemId] = useState<string>()
  const { first, isPainted } = useFirstLines(db)
  const lines = useLive(async () => (isPainted ? readStockLines(db) : undefined), [db, isPainted])
  const isWholeListByItem = view === 'item' && query === '' && itemId === undefined
  const shownLines = lines ?? (isWholeListByItem ? first?.lines : undefined)
  const today = dayInVietnam(now())
  const rows = useMemo(() => {
    const shown = shownLines?.filter((line) => itemId === undefined || line.itemId === itemId)
    return shown && arrangeStock(shown, itemId === undefined ? view : 'lot', query, addDays(today, SOON_DAYS))
  }, [shownLines, itemId, view, query, today])
  useEffect(() => {
    if (lines && rows && isWholeListByItem)
      void rememberStockList(
        db,
        rows.map(({ key }) => key),
      )
  }, [db, lines, rows, isWholeListByItem])

  return (
    <JobShell
      colour="stock"
      title={text.title}
      subtitle={lines && rows && text.count(formatNumber(rows.length, language))}
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
        {lines && rows?.length === 0 && (
          <NothingThere why={query !== '' ? 'not-found' : lines.length > 0 ? 'none-expiring' : 'empty'} />
        )}
      </div>
    </JobShell>
  )
}

/** What a glance needs comes before the whole list is read. */
function useFirstLines(db: LedgerDatabase) {
  const [first, setFirst] = useState(() => earlyFirstLines(db))
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    if (first) return afterPaint(() => setPainted(true))
    let isWanted = true
    void readFirstLines(db).then((lines) => isWanted && setFirst(lines))
    return () => {
      isWanted = false
    }
  }, [db, first])
  return { first, isPainted }
}

function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => (timer = setTimeout(act)))
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

function NothingThere({ why }: { readonly why: 'not-found' | 'none-expiring' | 'empty' }) {
  const text = useText(stockText)
  const device = useDeviceState()
  switch (why === 'empty' && !device?.filled ? 'not-filled' : why) {
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
